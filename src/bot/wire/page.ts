import * as z from 'zod/mini';
import type { Period } from '../../period.ts';
import { jsonOf } from './entry-ref.ts';
import { dateWire } from './fields.ts';

/** Where a list goes on. */
export type Page = { readonly period: Period; readonly skip: number };

const skip = z.int().check(z.nonnegative(), z.maximum(100_000));
const wire = z.object({ s: dateWire, u: dateWire, n: skip }).check(z.refine(({ s, u }) => s <= u));

/** A page as a form remembers it. */
export const pageSchema = z.object({ period: z.object({ since: dateWire, until: dateWire }), skip });

/** A page as a button's value. */
export function encodePage({ period, skip }: Page): string {
  return JSON.stringify({ s: period.since, u: period.until, n: skip });
}

/** `undefined` for a value that {@link encodePage} did not make. */
export function decodePage(value: string): Page | undefined {
  const parsed = wire.safeParse(jsonOf(value));
  if (!parsed.success) return undefined;
  return { period: { since: parsed.data.s, until: parsed.data.u }, skip: parsed.data.n };
}
