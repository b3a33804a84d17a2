import type { Member } from '../member.ts';
import type { Note, NoteContent } from '../note.ts';
import type { Period } from '../period.ts';
import { notBuilt } from './not-built.ts';
import type { Store } from './store.ts';
import type { UndoTarget } from './undo-target.ts';

export type WriteNoteResult = {
  readonly kind: 'written' | 'already written';
  readonly note: Note;
  /** True when an earlier delivery kept it and it was undone since. */
  readonly undone?: boolean;
  readonly undo: UndoTarget;
};

/** Keeps a note; however often the same request comes, it is kept once. */
export const writeNote: (
  store: Store,
  member: Member,
  requestId: string,
  content: NoteContent,
) => Promise<WriteNoteResult> = notBuilt;

export type NotesRead = { readonly notes: readonly Note[]; readonly unreadable: number };

/** A member's live notes of a period, by day and within a day in the order in which they were written. */
export const readNotes: (store: Store, member: Member, period: Period) => Promise<NotesRead> = notBuilt;
