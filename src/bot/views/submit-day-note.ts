import type { NoteContent } from '../../note.ts';
import { readTaskField } from '../../phrase/read-fields.ts';
import { editNote } from '../../store/change-note.ts';
import { readNote, type WriteNoteResult } from '../../store/notes.ts';
import { writeNoteOnce } from '../../store/write-note-once.ts';
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
import type { FieldErrors } from './read-entry-fields.ts';
import { readTags } from './read-tags.ts';
import type { Outcome, Submission } from './submission.ts';
import { requestOf } from './submit-entry.ts';

/** Saves a new or an edited note; one that was changed since the form opened is shown first, with what was typed still in place. */
export async function submitDayNote(call: MemberCall, { state, values }: Submission): Promise<Outcome> {
  const request = { ...call, requestId: requestOf(call, values) };
  if (state.entry === undefined) return submitNewNote(call, values);
  const note = await readNote(call.store, call.member, state.entry);
  if (note === undefined) return goneForm(request, NOTE_FIELD.text);
  const read = readNoteFields(call, values);
  if (read.kind === 'errors') return read;
  const seen = { ...note, version: state.entry.version };
  const result = await editNote(call.store, call.member, request.requestId, seen, read.content);
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

async function submitNewNote(call: MemberCall, values: FieldValues): Promise<Outcome> {
  const read = readNoteFields(call, values);
  if (read.kind === 'errors') return read;
  const { store, member, requestId } = call;
  const result = await writeNoteOnce(store, member, requestId, read.content);
  return { kind: 'answer', title: 'Noted', reply: await reply(call, values, read.content, result) };
}

/** Sent again with other values, a form of one note is still one: what it says last, as long as nobody changed it since. */
async function reply(
  call: MemberCall,
  values: FieldValues,
  content: NoteContent,
  result: WriteNoteResult | undefined,
): Promise<Reply> {
  if (result === undefined) return NOTE_GONE;
  const stands = result.undone !== true && result.note.version === result.undo.version;
  if (result.kind === 'already written' && stands) {
    const changed = await editNote(call.store, call.member, requestOf(call, values), result.note, content);
    if (changed.kind !== 'unchanged') return changedNoteReply(call, changed);
  }
  return notedReply(call, result.note, result);
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
