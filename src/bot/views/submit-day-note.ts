import type { NoteContent } from '../../note.ts';
import { readTaskField } from '../../phrase/read-fields.ts';
import { editNote } from '../../store/change-note.ts';
import { readNote } from '../../store/notes.ts';
import { isLocalDate } from '../../time.ts';
import type { MemberCall } from '../call.ts';
import { changedNoteReply, notedReply } from '../commands/note.ts';
import { NOTE_GONE } from '../messages/note-reply.ts';
import { notePlace } from '../messages/note-words.ts';
import { noteWords } from '../messages/words.ts';
import { memberTags } from '../read-member-line.ts';
import { likelyTags } from '../recent-tags.ts';
import type { Reply } from '../slack/blocks.ts';
import { asSeen, stateAgain } from './about-entry.ts';
import { dayNoteForm, NOTE_FIELD } from './day-note-form.ts';
import { areRead, errorsOf, type FieldErrors, optional, says, wrong } from './field-read.ts';
import type { FieldValues } from './field-values.ts';
import { goneForm } from './gone-form.ts';
import { type NotedOnce, noteOnce } from './note-once.ts';
import { readTags } from './read-tags.ts';
import type { Outcome, Submission } from './submission.ts';

/** Saves a new or an edited note; one that was changed since the form opened is shown first, with what was typed still in place. */
export async function submitDayNote(call: MemberCall, submission: Submission): Promise<Outcome> {
  const { state, values } = submission;
  if (state.entry === undefined) return submitNewNote(call, submission);
  const note = await readNote(call.store, call.member, state.entry);
  if (note === undefined) return goneForm(call, NOTE_FIELD.text, 'notes');
  const read = readNoteFields(call, values);
  if (read.kind === 'errors') return read;
  const result = await editNote(call.store, call.member, call.requestId, asSeen(note, state), read.content);
  if (result.kind !== 'changed' || result.current === undefined) {
    const title = result.kind === 'changed' ? 'Not saved' : 'Saved';
    return { kind: 'answer', title, reply: await changedNoteReply(call, result) };
  }
  const now = `“${noteWords(result.current.text, 300)}” · ${notePlace(result.current, call.today)}`;
  const notice = `:warning: This note was changed meanwhile. Now it is ${now}. Save once more to put yours in its place.`;
  const fields = { ...values, [NOTE_FIELD.date]: read.content.date };
  const again = stateAgain(call, state, result.current);
  return { kind: 'show', view: dayNoteForm({ fields, likely: likelyTags(call), state: again, notice }) };
}

async function submitNewNote(call: MemberCall, { values, formId }: Submission): Promise<Outcome> {
  const read = readNoteFields(call, values);
  if (read.kind === 'errors') return read;
  const noted = await noteOnce(call, formId, read.content);
  return { kind: 'answer', title: 'Noted', reply: await reply(call, read.content, noted) };
}

async function reply(call: MemberCall, content: NoteContent, noted: NotedOnce): Promise<Reply> {
  switch (noted.kind) {
    case 'gone':
      return NOTE_GONE;
    case 'noted':
      return notedReply(call, content, noted.result);
    case 'edited':
      return changedNoteReply(call, noted.result);
    default:
      return noted satisfies never;
  }
}

type FieldsRead =
  | { readonly kind: 'read'; readonly content: NoteContent }
  | { readonly kind: 'errors'; readonly errors: FieldErrors };

function readNoteFields(call: MemberCall, values: FieldValues): FieldsRead {
  const { text, date } = values;
  const fields = {
    [NOTE_FIELD.text]: text === undefined ? wrong(NO_WORDS) : says(text),
    [NOTE_FIELD.date]: date === undefined || !isLocalDate(date) ? wrong('Which day is it on?') : says(date),
    [NOTE_FIELD.tags]: readTags(values[NOTE_FIELD.tags]),
    [NOTE_FIELD.task]: optional(values[NOTE_FIELD.task], readTaskField),
  };
  if (!areRead(fields)) return { kind: 'errors', errors: errorsOf(fields) };
  const { tags, task } = fields;
  return {
    kind: 'read',
    content: {
      text: fields.text.value,
      date: fields.date.value,
      tags: memberTags(call, tags.value),
      ...(task.value === undefined ? {} : { task: task.value }),
    },
  };
}

const NO_WORDS = 'A note needs words. To take one away, close this and press Delete.';
