import * as z from 'zod/mini';
import type { Instant } from '../../time.ts';
import type { Timer } from '../../timer.ts';
import { decodeEntryRef, type EntryRef, encodeEntryRef, jsonOf } from './entry-ref.ts';

/** What a button about the timer says: which content of it the person saw, and what else the press needs. */
export type TimerValue = {
  readonly version: number;
  /** The line that was answered with a question; its words still count. */
  readonly line?: string;
  /** Another start. */
  readonly startedAt?: Instant;
  /** The entry that the timer before became, or the one to go on with. */
  readonly entry?: EntryRef;
};

const wire = z.object({
  v: z.number(),
  t: z.exactOptional(z.string()),
  a: z.exactOptional(z.int().check(z.positive())),
  e: z.exactOptional(z.string()),
});

/** A button's value about a timer; with a line it may be too long for one. */
export function encodeTimer(
  { version }: Pick<Timer, 'version'>,
  { line, startedAt, entry }: Omit<TimerValue, 'version'> = {},
): string {
  const e = entry === undefined ? undefined : encodeEntryRef(entry);
  return JSON.stringify({ v: version, t: line, a: startedAt, e });
}

/** `undefined` for a value that {@link encodeTimer} did not make. */
export function decodeTimer(value: string): TimerValue | undefined {
  const parsed = wire.safeParse(jsonOf(value));
  if (!parsed.success) return undefined;
  const { v, t, a, e } = parsed.data;
  const entry = e === undefined ? undefined : decodeEntryRef(e);
  if (e !== undefined && entry === undefined) return undefined;
  return {
    version: v,
    ...(t === undefined ? {} : { line: t }),
    ...(a === undefined ? {} : { startedAt: a }),
    ...(entry === undefined ? {} : { entry }),
  };
}
