import type { Entry, EntryContent } from '../entry.ts';
import type { Member } from '../member.ts';
import { type Change, change } from './change.ts';
import { entryInItem, entryItem, itemOfEntry } from './entry-item.ts';
import { tagsToKeep } from './in-force.ts';
import { type Item, isLive, keyOfItem } from './layer/item.ts';
import { entryIdOf } from './log-entries.ts';
import { readEntry } from './read-entries.ts';
import { stampAfter } from './stamp.ts';
import { changeRow, createRow, deleteRow, isIdle } from './steps.ts';
import type { Store } from './store.ts';
import type { UndoTarget } from './undo-target.ts';

/** What became of a change of an entry. */
export type ChangeResult =
  /** `entry` is the new content; for a deletion what was deleted. */
  | { readonly kind: 'done'; readonly entry: Entry; readonly undo: UndoTarget }
  /** This request was carried out before; `entry` is what stands now, absent when it is gone. */
  | { readonly kind: 'already done'; readonly entry?: Entry; readonly undo: UndoTarget }
  /** Nothing differs, nothing was written. */
  | { readonly kind: 'unchanged'; readonly entry: Entry }
  /** Another change came first; `current` is what stands now, absent when it is gone. Nothing was written. */
  | { readonly kind: 'changed'; readonly current?: Entry };

/** Replaces the content of an entry that stands as `seen`. On another day it becomes a new entry with another id. */
export async function editEntry(
  store: Store,
  member: Member,
  requestId: string,
  seen: Entry,
  next: EntryContent,
): Promise<ChangeResult> {
  const stamp = stampAfter(store, seen.version);
  const sameDay = next.date === seen.date;
  const id = sameDay ? seen.id : entryIdOf(requestId, 0);
  const before = itemOfEntry(member, seen);
  const after = entryItem(
    member,
    { ...next, asWritten: tagsToKeep(store, member, seen, next.tags) },
    id,
    stamp,
  );
  const moves = sameDay
    ? [changeRow(keyOfItem(before), before, after, stamp)]
    : [deleteRow(before, stamp), createRow(after, stamp)];
  if (moves.every(isIdle)) return { kind: 'unchanged', entry: seen };
  const plan: Change = { requestId, what: 'edit', stamp, moves, res: placeOf(next.date, id) };
  return finish(store, member, seen, plan, after);
}

/** Deletes an entry that stands as `seen`; undo brings it back for 30 days. */
export async function deleteEntry(
  store: Store,
  member: Member,
  requestId: string,
  seen: Entry,
): Promise<ChangeResult> {
  const stamp = stampAfter(store, seen.version);
  const item = itemOfEntry(member, seen);
  const res = placeOf(seen.date, seen.id);
  const plan: Change = { requestId, what: 'delete', stamp, moves: [deleteRow(item, stamp)], res };
  return finish(store, member, seen, plan, item);
}

/** Where an entry lies, as a receipt keeps it for the answer to a repeated request. */
export function placeOf(date: string, id: string): string {
  return `${date} ${id}`;
}

/** The live entry at a place that a receipt kept. */
export async function readPlace(store: Store, member: Member, place: string): Promise<Entry | undefined> {
  const [date = '', id = ''] = place.split(' ');
  return readEntry(store, member, { date, id });
}

async function finish(
  store: Store,
  member: Member,
  seen: Entry,
  plan: Change,
  result: Item,
): Promise<ChangeResult> {
  const outcome = await change(store, member, plan);
  switch (outcome.kind) {
    case 'done':
      return { kind: 'done', entry: entryInItem(store, member, result) ?? seen, undo: outcome.undo };
    case 'already done': {
      const entry = outcome.res === undefined ? undefined : await readPlace(store, member, outcome.res);
      return { kind: 'already done', ...(entry === undefined ? {} : { entry }), undo: outcome.undo };
    }
    case 'refused': {
      const row = outcome.rows.get(0);
      const current =
        row === undefined || !isLive(row, store.now()) ? undefined : entryInItem(store, member, row);
      return { kind: 'changed', ...(current === undefined ? {} : { current }) };
    }
  }
}
