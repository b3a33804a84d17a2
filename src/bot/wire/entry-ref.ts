import * as z from 'zod/mini';
import type { Entry } from '../../entry.ts';
import { dateWire } from './fields.ts';

/** How a button names an entry: where it is, and which content of it the person saw. */
export type EntryRef = Pick<Entry, 'date' | 'id' | 'version'>;

const wire = z.object({
  d: dateWire,
  i: z.string().check(z.regex(/^[A-Za-z0-9_-]{1,40}$/)),
  v: z.number(),
});

/** An entry's reference as a button's value. */
export function encodeEntryRef({ date, id, version }: EntryRef): string {
  return JSON.stringify({ d: date, i: id, v: version });
}

/** `undefined` for a value that was not made by {@link encodeEntryRef}. */
export function decodeEntryRef(value: string): EntryRef | undefined {
  const parsed = wire.safeParse(jsonOf(value));
  return parsed.success ? { date: parsed.data.d, id: parsed.data.i, version: parsed.data.v } : undefined;
}

/** JSON from outside: `undefined` where it is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
