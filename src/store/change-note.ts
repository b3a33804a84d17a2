import type { Member } from '../member.ts';
import type { Note, NoteContent, NoteKey } from '../note.ts';
import { type Change, change } from './change.ts';
import { placeOf } from './change-entry.ts';
import { inForce, tagsToKeep } from './in-force.ts';
import { ownerOf } from './kinds/member.ts';
import { noteAttributes, noteKind, toNote } from './kinds/note.ts';
import { type Item, isLive, keyOfItem } from './layer/item.ts';
import { readRow } from './layer/read.ts';
import { entryIdOf } from './log-entries.ts';
import { readNote } from './notes.ts';
import { stampAfter } from './stamp.ts';
import { changeRow, createRow, deleteRow, isIdle } from './steps.ts';
import type { Store } from './store.ts';
import type { UndoTarget } from './undo-target.ts';

/** What became of a change of a note. */
export type ChangeNoteResult =
  /** `note` is the new content; for a deletion what was deleted. */
  | { readonly kind: 'done'; readonly note: Note; readonly undo: UndoTarget }
  /** This request was carried out before; `note` is what stands now, absent when it is gone. */
  | { readonly kind: 'already done'; readonly note?: Note; readonly undo: UndoTarget }
  /** Nothing differs, nothing was written. */
  | { readonly kind: 'unchanged'; readonly note: Note }
  /** Another change came first; `current` is what stands now, absent when it is gone. Nothing was written. */
  | { readonly kind: 'changed'; readonly current?: Note };

/** Replaces the content of a note that stands as `seen`. On another day it becomes a new note with another id. */
export async function editNote(
  store: Store,
  member: Member,
  requestId: string,
  seen: Note,
  next: NoteContent,
): Promise<ChangeNoteResult> {
  const stamp = stampAfter(store, seen.version);
  const sameDay = next.date === seen.date;
  const id = sameDay ? seen.id : entryIdOf(requestId, 0);
  const before = itemOf(member, seen, seen, seen.version);
  const written = { ...next, asWritten: tagsToKeep(store, member, seen, next.tags) };
  const after = itemOf(member, written, { date: next.date, id }, stamp);
  const moves = sameDay
    ? [changeRow(keyOfItem(before), before, after, stamp)]
    : [deleteRow(before, stamp), createRow(after, stamp)];
  if (moves.every(isIdle)) return { kind: 'unchanged', note: seen };
  const res = placeOf(next.date, id);
  return finish(store, member, seen, { requestId, what: 'note edit', stamp, moves, res }, after);
}

/** Deletes a note that stands as `seen`; undo brings it back for 30 days. */
export async function deleteNote(
  store: Store,
  member: Member,
  requestId: string,
  seen: Note,
): Promise<ChangeNoteResult> {
  const stamp = stampAfter(store, seen.version);
  const item = itemOf(member, seen, seen, seen.version);
  const moves = [deleteRow(item, stamp)];
  const res = placeOf(seen.date, seen.id);
  return finish(store, member, seen, { requestId, what: 'note delete', stamp, moves, res }, item);
}

async function finish(
  store: Store,
  member: Member,
  seen: Note,
  plan: Change,
  result: Item,
): Promise<ChangeNoteResult> {
  const outcome = await change(store, member, plan);
  switch (outcome.kind) {
    case 'done':
      return { kind: 'done', note: noteIn(store, member, result) ?? seen, undo: outcome.undo };
    case 'already done': {
      const [date = '', id = ''] = outcome.res?.split(' ') ?? [];
      const note = id === '' ? undefined : await readNote(store, member, { date, id });
      return { kind: 'already done', ...(note === undefined ? {} : { note }), undo: outcome.undo };
    }
    case 'refused': {
      const row = outcome.rows.get(0);
      const current = row === undefined || !isLive(row, store.now()) ? undefined : noteIn(store, member, row);
      return { kind: 'changed', ...(current === undefined ? {} : { current }) };
    }
  }
}

function itemOf(
  member: Member,
  content: NoteContent & Pick<Note, 'asWritten'>,
  { date, id }: NoteKey,
  version: number,
): Item {
  const attributes = noteAttributes({ ...content, tags: content.asWritten ?? content.tags });
  return noteKind.item({ ...ownerOf(member), date, id, ...attributes, v: version });
}

function noteIn(store: Store, member: Member, item: Item): Note | undefined {
  const row = readRow(store, noteKind, item);
  return row === undefined ? undefined : inForce(store, member, toNote(row));
}
