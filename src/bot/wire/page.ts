import * as z from 'zod/mini';
import type { Period } from '../../period.ts';
import { isLocalDate } from '../../time.ts';
import { jsonOf } from './entry-ref.ts';

/** Where a list goes on. */
export type Page = { readonly period: Period; readonly skip: number };

const date = z.string().check(z.refine(isLocalDate));
const skip = z.int().check(z.nonnegative(), z.maximum(100_000));
const wire = z.object({ s: date, u: date, n: skip }).check(z.refine(({ s, u }) => s <= u));

/** A page as a form remembers it. */
export const pageSchema = z.object({ period: z.object({ since: date, until: date }), skip });

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
