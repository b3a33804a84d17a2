import type { Note, NoteContent } from '../note.ts';
import { type ChangeResult, changesOf } from './change-dated.ts';
import { inForce } from './in-force.ts';
import { ownerOf } from './kinds/member.ts';
import { noteAttributes, noteKind, toNote } from './kinds/note.ts';
import { readRow } from './layer/read.ts';
import { readNote } from './notes.ts';

/** What became of a change of a note. */
export type ChangeNoteResult = ChangeResult<Note>;

const { edit, remove } = changesOf<NoteContent, Note>({
  itemOf(member, content, { date, id }, version) {
    const attributes = noteAttributes({ ...content, tags: content.asWritten ?? content.tags });
    return noteKind.item({ ...ownerOf(member), date, id, ...attributes, v: version });
  },
  inItem(store, member, item) {
    const row = readRow(store, noteKind, item);
    return row === undefined ? undefined : inForce(store, member, toNote(row));
  },
  readAt: readNote,
  whats: { edit: 'note edit', remove: 'note delete' },
});

/** Replaces the content of a note that stands as `seen`. On another day it becomes a new note with another id. */
export const editNote = edit;

/** Deletes a note that stands as `seen`; undo brings it back for 30 days. */
export const deleteNote = remove;
