import * as z from 'zod/mini';
import type { Entry, EntryContent } from '../../entry.ts';
import { decodeEntryRef, type EntryRef, encodeEntryRef, jsonOf } from './entry-ref.ts';
import { dateWire } from './fields.ts';

/** The other reading of an entry's line: where and when it lies. Everything else stays as it is. */
export type Alternative = Pick<EntryContent, 'date' | 'seconds' | 'clock'>;

const wire = z.object({
  e: z.string(),
  d: dateWire,
  s: z.exactOptional(z.int().check(z.positive())),
  c: z.exactOptional(z.tuple([z.int(), z.int()])),
});

/** The button value that switches `entry` to another reading of the same line. */
export function encodeAlternative(entry: Entry, { date, seconds, clock }: EntryContent): string {
  return JSON.stringify({
    e: encodeEntryRef(entry),
    d: date,
    s: seconds,
    c: clock === undefined ? undefined : [clock.startedAt, clock.endedAt],
  });
}

/** `undefined` for a value that {@link encodeAlternative} did not make. */
export function decodeAlternative(value: string): { ref: EntryRef; alternative: Alternative } | undefined {
  const parsed = wire.safeParse(jsonOf(value));
  if (!parsed.success) return undefined;
  const { e, d, s, c } = parsed.data;
  const ref = decodeEntryRef(e);
  if (ref === undefined) return undefined;
  return {
    ref,
    alternative: {
      date: d,
      ...(s === undefined ? {} : { seconds: s }),
      ...(c === undefined ? {} : { clock: { startedAt: c[0], endedAt: c[1] } }),
    },
  };
}
