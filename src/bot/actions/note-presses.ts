import type { Note } from '../../note.ts';
import { deleteNote } from '../../store/change-note.ts';
import { readNote } from '../../store/notes.ts';
import type { MemberCall } from '../call.ts';
import { changedNoteReply } from '../commands/note.ts';
import { notes, notesPage } from '../commands/notes.ts';
import { doneBefore } from '../done-before.ts';
import { pressedEntry } from '../find-entry.ts';
import { ENTRY_GONE } from '../messages/entry-gone.ts';
import { NOTE_GONE } from '../messages/note-reply.ts';
import { entryPlace, notePlace, wholeText } from '../messages/note-words.ts';
import { undoButton } from '../messages/undo-button.ts';
import { noteWords } from '../messages/words.ts';
import { likelyTags } from '../recent-tags.ts';
import { actions, button, type Reply, reply, section } from '../slack/blocks.ts';
import { escapeText } from '../slack/escape.ts';
import { dayNoteForm, noteFieldsOf } from '../views/day-note-form.ts';
import { openForm } from '../views/open-form.ts';
import { ACTION } from '../wire/action-ids.ts';
import { decodeEntryRef, encodeEntryRef } from '../wire/entry-ref.ts';
import { decodeNotesPage } from '../wire/notes-page.ts';
import { encodeUndo } from '../wire/undo-value.ts';
import { answerTo, type PressHandler } from './press.ts';

/** Turns the list of notes to its next page. */
export const olderNotesPressed: PressHandler = (call, { value }) => {
  const page = decodeNotesPage(value);
  return page === undefined ? notes(call, { name: 'notes', tags: [], members: [] }) : notesPage(call, page);
};

/** Shows the whole of a note. */
export const showNotePressed: PressHandler = async (call, { value }) => {
  const note = await pressedNote(call, value);
  if (note === undefined) return NOTE_GONE;
  return wholeReply(notePlace(note, call.today), note.text, [
    button({ action: ACTION.editNote, text: 'Edit', value: encodeEntryRef(note) }),
    button({ action: ACTION.deleteNote, text: 'Delete', value: encodeEntryRef(note) }),
  ]);
};

/** Shows the whole of an entry's note. */
export const showEntryNotePressed: PressHandler = async (call, { value }) => {
  const entry = await pressedEntry(call, value);
  if (entry === undefined) return ENTRY_GONE;
  return wholeReply(entryPlace(entry, call.today), entry.note ?? '', [
    button({ action: ACTION.note, text: 'Edit', value: encodeEntryRef(entry) }),
  ]);
};

/** Opens the form to edit a note, filled with what stands now. */
export const editNotePressed: PressHandler = async (call, press) => {
  const note = await pressedNote(call, press.value);
  if (note === undefined) return goneNoteReply(call);
  const { date, id, version } = note;
  return openForm(call, answerTo(press), { entry: { date, id, version } }, (state) =>
    dayNoteForm({ fields: noteFieldsOf(note), likely: likelyTags(call), state }),
  );
};

/** Deletes a note, with the way back. */
export const deleteNotePressed: PressHandler = async (call, { value }) => {
  const ref = decodeEntryRef(value);
  const note = await pressedNote(call, value);
  if (ref === undefined || note === undefined) return goneNoteReply(call);
  // What the person saw is not what stands now: they decide anew.
  if (note.version !== ref.version)
    return changedNoteReply(call, { kind: 'changed', current: note }, 'deleted');
  const result = await deleteNote(call.store, call.member, call.requestId, note);
  if (result.kind === 'changed' || result.kind === 'unchanged')
    return changedNoteReply(call, result, 'deleted');
  const line = `:wastebasket: Deleted the note “${noteWords(note.text, 200)}” · ${notePlace(note, call.today)}`;
  const undo = undoButton(encodeUndo(result.undo));
  return reply(line, [section(line), actions('deleted', [undo])]);
};

/** The answer where a note is not there: perhaps because this very request was carried out, and its answer was lost. */
export async function goneNoteReply(call: MemberCall): Promise<Reply> {
  return (await doneBefore(call, 'notes')) ?? NOTE_GONE;
}

async function pressedNote(call: MemberCall, value: string): Promise<Note | undefined> {
  const ref = decodeEntryRef(value);
  return ref === undefined ? undefined : readNote(call.store, call.member, ref);
}

function wholeReply(place: string, text: string, buttons: Parameters<typeof actions>[1]): Reply {
  return reply(`${place}\n${escapeText(text)}`, [
    section(place),
    ...wholeText(text),
    actions('note', buttons),
  ]);
}
