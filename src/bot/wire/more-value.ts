import { decodeEntryRef, type EntryRef, encodeEntryRef } from './entry-ref.ts';

/** What the menu of a listed entry can do with it. */
export const MORE = ['copy', 'split', 'move'] as const;
export type More = (typeof MORE)[number];

/** An option of that menu as its value, which Slack allows 150 characters. */
export function encodeMore(more: More, entry: EntryRef): string {
  return `${more} ${encodeEntryRef(entry)}`;
}

/** `undefined` for a value that {@link encodeMore} did not make. */
export function decodeMore(value: string): { readonly more: More; readonly ref: EntryRef } | undefined {
  const more = MORE.find((one) => value.startsWith(`${one} `));
  const ref = more === undefined ? undefined : decodeEntryRef(value.slice(more.length + 1));
  return more === undefined || ref === undefined ? undefined : { more, ref };
}
