import { decodeEntryRef, type EntryRef, encodeEntryRef } from './entry-ref.ts';
import { decodePage, encodePage, type Page } from './page.ts';

/** An entry of the list, and the page that it stands on: absent for a button of a version that did not say. */
export type Listed = { readonly ref: EntryRef; readonly page?: Page };

/** A listed entry as a button's value, from which the entry alone can be read as well. */
export function encodeListed(entry: EntryRef, page: Page): string {
  return `${encodeEntryRef(entry).slice(0, -1)},${encodePage(page).slice(1)}`;
}

/** `undefined` for a value that {@link encodeListed} did not make, nor a version before it that knew of no page. */
export function decodeListed(value: string): Listed | undefined {
  const ref = decodeEntryRef(value);
  if (ref === undefined) return undefined;
  const page = decodePage(value);
  if (page === undefined) return value === encodeEntryRef(ref) ? { ref } : undefined;
  return { ref, page };
}

/** What the menu of a listed entry can do with it. */
export const MORE = ['copy', 'split', 'move'] as const;
export type More = (typeof MORE)[number];

/** An option of that menu as its value, which Slack allows 150 characters. */
export function encodeMore(more: More, entry: EntryRef, page: Page): string {
  return `${more} ${encodeListed(entry, page)}`;
}

/** `undefined` for a value that {@link encodeMore} did not make. */
export function decodeMore(value: string): (Listed & { readonly more: More }) | undefined {
  const more = MORE.find((one) => value.startsWith(`${one} `));
  const listed = more === undefined ? undefined : decodeListed(value.slice(more.length + 1));
  return more === undefined || listed === undefined ? undefined : { more, ...listed };
}
