import type { EntryContent } from '../entry.ts';
import type { Member } from '../member.ts';
import type { Place } from './change-dated.ts';
import { createdAt } from './create.ts';
import { createOnce } from './create-once.ts';
import { inForce } from './in-force.ts';
import { entryAttributes, entryKind, toEntry } from './kinds/entry.ts';
import { ownerOf } from './kinds/member.ts';
import { type Item, keyOfItem } from './layer/item.ts';
import { getItem, readRow } from './layer/read.ts';
import { put } from './layer/write.ts';
import { entryIdOf, type LogResult, MOST_ENTRIES_AT_ONCE } from './log-entries.ts';
import { stampAfter } from './stamp.ts';
import type { Store } from './store.ts';

/** The request was carried out before, as something else than a log. */
export type AnsweredOtherwise = { readonly kind: 'answered otherwise' };

/**
 * Keeps one entry for a request that may come again saying something else: a form that is sent twice with other values, a
 * question whose buttons are both pressed. A log's own key holds its date, so here a receipt makes the request one; the first
 * delivery wins, and the later ones are told what it kept. Three write units more than {@link logEntries}.
 */
export function logOnce(
  store: Store,
  member: Member,
  requestId: string,
  content: EntryContent,
): Promise<LogResult | AnsweredOtherwise> {
  return logAllOnce(store, member, requestId, [content]);
}

/** The same for 1 to 98 entries, all or none. */
export async function logAllOnce(
  store: Store,
  member: Member,
  requestId: string,
  contents: readonly EntryContent[],
): Promise<LogResult | AnsweredOtherwise> {
  if (contents.length > MOST_ENTRIES_AT_ONCE)
    throw new Error(`${contents.length} entries are too many at once.`);
  const stamp = stampAfter(store);
  const track = { v: stamp, m: stamp, ...(contents.length === 1 ? {} : { n: contents.length }) };
  const rows = contents.map((content, index) => ({
    ...ownerOf(member),
    date: content.date,
    id: entryIdOf(requestId, index),
    ...entryAttributes(member, content),
    ...track,
  }));
  const created = await createOnce(store, member, {
    requestId,
    what: 'log',
    stamp,
    rows: rows.map((row) => put(entryKind, row, { row: 'absent' })),
    places: rows,
  });
  if (created.kind === 'created') return resultOf(store, member, 'logged', rows.map(entryKind.item));
  if (created.what !== 'log') return { kind: 'answered otherwise' };
  return keptBefore(store, member, created.places);
}

async function keptBefore(store: Store, member: Member, places: readonly Place[]): Promise<LogResult> {
  const keys = places.map((place) => entryKind.keyOf({ ...ownerOf(member), ...place }));
  const items = await Promise.all(keys.map((key) => getItem(store, key)));
  const [first] = keys;
  return resultOf(store, member, 'already logged', items.filter(isThere), first?.sk);
}

function resultOf(
  store: Store,
  member: Member,
  kind: LogResult['kind'],
  items: readonly Item[],
  firstKey = items[0] === undefined ? '' : keyOfItem(items[0]).sk,
): LogResult {
  const live = items.filter(({ del }) => del === undefined);
  const undone = live.length === 0;
  const entries = (undone ? items : live)
    .flatMap((item) => readRow(store, entryKind, item) ?? [])
    .map((row) => inForce(store, member, toEntry(row)));
  const [first] = items;
  const version = first === undefined ? 0 : createdAt(first);
  return { kind, entries, ...(undone ? { undone } : {}), undo: { key: firstKey, version } };
}

function isThere(item: Item | undefined): item is Item {
  return item !== undefined;
}
