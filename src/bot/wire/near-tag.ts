import * as z from 'zod/mini';
import type { Entry } from '../../entry.ts';
import type { Tag } from '../../tag.ts';
import { decodeEntryRef, type EntryRef, encodeEntryRef, jsonOf } from './entry-ref.ts';
import { tagWire } from './fields.ts';

const wire = z.object({ e: z.string(), f: tagWire, t: tagWire });

/** The button value that puts another tag in the place of one in `entry`. */
export function encodeNearTag(entry: Entry, from: Tag, to: Tag): string {
  return JSON.stringify({ e: encodeEntryRef(entry), f: from, t: to });
}

/** `undefined` for a value that {@link encodeNearTag} did not make. */
export function decodeNearTag(value: string): { ref: EntryRef; from: Tag; to: Tag } | undefined {
  const parsed = wire.safeParse(jsonOf(value));
  const ref = parsed.success ? decodeEntryRef(parsed.data.e) : undefined;
  return !parsed.success || ref === undefined ? undefined : { ref, from: parsed.data.f, to: parsed.data.t };
}
