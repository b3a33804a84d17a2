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
import type { Reply } from '../slack/blocks.ts';
import { dayNoteForm, NOTE_FIELD } from './day-note-form.ts';
import type { FieldValues } from './field-values.ts';
import { sealState } from './form-state.ts';
import { goneForm } from './gone-form.ts';
import { type NotedOnce, noteOnce } from './note-once.ts';
import type { FieldErrors } from './read-entry-fields.ts';
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
  const seen = { ...note, version: state.entry.version };
  const result = await editNote(call.store, call.member, call.requestId, seen, read.content);
  if (result.kind !== 'changed' || result.current === undefined) {
    const title = result.kind === 'changed' ? 'Not saved' : 'Saved';
    return { kind: 'answer', title, reply: await changedNoteReply(call, result) };
  }
  const { date, id, version, text } = result.current;
  const again = { ...state, round: state.round + 1, entry: { date, id, version } };
  const now = `“${noteWords(text, 300)}” · ${notePlace(result.current, call.today)}`;
  const notice = `:warning: This note was changed meanwhile. Now it is ${now}. Save once more to put yours in its place.`;
  const fields = { ...values, [NOTE_FIELD.date]: read.content.date };
  return { kind: 'show', view: dayNoteForm({ fields, state: sealState(again, call.seal), notice }) };
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
  const { text, date, tags, task: typedTask } = values;
  const named = readTags(tags);
  const task = typedTask === undefined ? undefined : readTaskField(typedTask);
  const errors: FieldErrors = {
    ...(text === undefined
      ? { [NOTE_FIELD.text]: 'A note needs words. To take one away, close this and press Delete.' }
      : {}),
    ...(date === undefined || !isLocalDate(date) ? { [NOTE_FIELD.date]: 'Which day is it on?' } : {}),
    ...(named.kind === 'error' ? { [NOTE_FIELD.tags]: named.message } : {}),
    ...(task?.kind === 'error' ? { [NOTE_FIELD.task]: task.message } : {}),
  };
  if (text === undefined || date === undefined || named.kind === 'error' || task?.kind === 'error')
    return { kind: 'errors', errors };
  if (Object.keys(errors).length > 0) return { kind: 'errors', errors };
  return {
    kind: 'read',
    content: {
      text,
      date,
      tags: memberTags(call, named.value),
      ...(task?.value === undefined ? {} : { task: task.value }),
    },
  };
}
