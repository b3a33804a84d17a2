import type { Member } from '../member.ts';
import type { Note, NoteContent, NoteKey } from '../note.ts';
import type { Period } from '../period.ts';
import { createRows } from './create.ts';
import { inForce } from './in-force.ts';
import { ownerOf, partitionOf } from './kinds/member.ts';
import { noteAttributes, noteKind, toNote, toNotes } from './kinds/note.ts';
import { collection, getRow, readRow } from './layer/read.ts';
import { entryIdOf } from './log-entries.ts';
import type { Store } from './store.ts';
import type { UndoTarget } from './undo-target.ts';

/** What became of a note. */
export type WriteNoteResult = {
  readonly kind: 'written' | 'already written';
  readonly note: Note;
  /** True when an earlier delivery kept it and it was undone since. */
  readonly undone?: boolean;
  readonly undo: UndoTarget;
};

/** Keeps a note; however often the same request comes, it is kept once. */
export async function writeNote(
  store: Store,
  member: Member,
  requestId: string,
  content: NoteContent,
): Promise<WriteNoteResult> {
  const key = { ...ownerOf(member), date: content.date, id: entryIdOf(requestId, 0) };
  const attributes = noteAttributes(content);
  const outcome = await createRows(store, [(track) => noteKind.item({ ...key, ...attributes, ...track })]);
  const { created, items, undo } = outcome;
  const [item] = items;
  const row = item === undefined ? undefined : readRow(store, noteKind, item);
  const note = inForce(store, member, toNote(row ?? { ...key, ...attributes, v: 0 }));
  const undone = item?.['del'] !== undefined;
  return { kind: created ? 'written' : 'already written', note, ...(undone ? { undone } : {}), undo };
}

/** Notes, and how many rows could not be read. */
export type NotesRead = { readonly notes: readonly Note[]; readonly unreadable: number };

const noteRows = collection({ notes: noteKind });

/** A member's live notes of a period, by day and within a day in the order in which they were written. */
export async function readNotes(store: Store, member: Member, { since, until }: Period): Promise<NotesRead> {
  const stretch = { pk: partitionOf(member), from: `n#${since}`, to: `n#${until}~` };
  const { rows, unreadable } = await noteRows(store, stretch);
  return { notes: toNotes(rows.notes).map((note) => inForce(store, member, note)), unreadable };
}

/** One live note as it stands now; `undefined` when it is not there, deleted or unreadable. */
export async function readNote(
  store: Store,
  member: Member,
  { date, id }: NoteKey,
): Promise<Note | undefined> {
  const row = await getRow(store, noteKind, { ...ownerOf(member), date, id });
  return row === undefined ? undefined : inForce(store, member, toNote(row));
}
