import type { Member } from '../member.ts';
import type { Note } from '../note.ts';
import type { Task } from '../task.ts';
import { inForce } from './in-force.ts';
import { entryKind } from './kinds/entry.ts';
import { partitionOf } from './kinds/member.ts';
import { noteKind, toNotes } from './kinds/note.ts';
import { prefsKind } from './kinds/prefs.ts';
import { tagKind } from './kinds/tag.ts';
import { taskKind, toTask } from './kinds/task.ts';
import { timerKind } from './kinds/timer.ts';
import { type Item, isLive, keyOfItem, without } from './layer/item.ts';
import type { AnyKind } from './layer/kind.ts';
import { pagesOf, readRow } from './layer/read.ts';
import type { Store } from './store.ts';

/** All live notes of a member page by page, by day. */
export async function* notePages(store: Store, member: Member): AsyncGenerator<readonly Note[], void, void> {
  for await (const items of itemPages(store, member, 'n#')) {
    const rows = items.filter((item) => isLive(item, store.now()));
    yield toNotes(rows.flatMap((item) => readRow(store, noteKind, item) ?? [])).map((note) =>
      inForce(store, member, note),
    );
  }
}

/** All tasks that a member made and that are there, page by page, by number. */
export async function* ownTaskPages(
  store: Store,
  member: Member,
): AsyncGenerator<readonly Task[], void, void> {
  for await (const items of itemPages(store, member, 't#')) {
    const rows = items.filter((item) => isLive(item, store.now()));
    yield rows.flatMap((item) => readRow(store, taskKind, item) ?? []).map(toTask);
  }
}

/** A row of a member's as it is stored: where it lies, and what it holds. */
export type StoredRow = { readonly row: string } & Readonly<Record<string, unknown>>;

/**
 * What else is kept of a member, page by page, as it is stored: what was deleted and can still be brought back, the changes
 * that can be undone, what was shown in App Home, and whatever cannot be read. Settings, timer, tags and all that the other
 * functions here and `entryPages` tell of are left out.
 */
export async function* remainingRowPages(
  store: Store,
  member: Member,
): AsyncGenerator<readonly StoredRow[], void, void> {
  for await (const items of itemPages(store, member, '')) {
    yield items.filter((item) => !isToldOf(item, store.now())).map(storedRow);
  }
}

/** What is told of as it is, and what only while it is live. */
const SETTINGS: readonly AnyKind[] = [prefsKind, timerKind, tagKind];
const THINGS: readonly AnyKind[] = [entryKind, noteKind, taskKind];

function isToldOf(item: Item, now: number): boolean {
  const kinds = isLive(item, now) ? [...SETTINGS, ...THINGS] : SETTINGS;
  return kinds.some((kind) => kind.owns(keyOfItem(item)) && kind.read(item).ok);
}

function storedRow(item: Item): StoredRow {
  return { row: keyOfItem(item).sk, ...without(item, ['pk', 'sk']) };
}

async function* itemPages(
  store: Store,
  member: Member,
  prefix: string,
): AsyncGenerator<readonly Item[], void, void> {
  const query = {
    KeyConditionExpression: prefix === '' ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :prefix)',
    ExpressionAttributeValues: {
      ':pk': partitionOf(member),
      ...(prefix === '' ? {} : { ':prefix': prefix }),
    },
    ConsistentRead: true,
  };
  for await (const { items } of pagesOf(store, query)) yield items;
}
