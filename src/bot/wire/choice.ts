import * as z from 'zod/mini';
import type { Instant } from '../../time.ts';
import { jsonOf } from './entry-ref.ts';

/** One reading of a line that had several: the line, when it was typed, and which reading. */
export type ChoiceValue = { readonly text: string; readonly now: Instant; readonly choice: number };

const wire = z.object({
  t: z.string(),
  n: z.int().check(z.positive()),
  c: z.int().check(z.nonnegative(), z.maximum(9)),
});

/** A choice as a button's value; it may be too long for one. */
export function encodeChoice({ text, now, choice }: ChoiceValue): string {
  return JSON.stringify({ t: text, n: now, c: choice });
}

/** `undefined` for a value that {@link encodeChoice} did not make. */
export function decodeChoice(value: string): ChoiceValue | undefined {
  const parsed = wire.safeParse(jsonOf(value));
  return parsed.success ? { text: parsed.data.t, now: parsed.data.n, choice: parsed.data.c } : undefined;
}
