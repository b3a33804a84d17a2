import type { Entry } from '../../entry.ts';
import type { LogReading } from '../../phrase/reading.ts';
import { editEntry } from '../../store/change-entry.ts';
import { logOnce } from '../../store/log-once.ts';
import type { MemberCall } from '../call.ts';
import { changeReply } from '../commands/change-reply.ts';
import { withList } from '../commands/list.ts';
import { echo } from '../commands/log.ts';
import { dayWords, entryLine } from '../messages/words.ts';
import { likelyTags } from '../recent-tags.ts';
import { asSeen, entryOf, stateAgain } from './about-entry.ts';
import { type EntryFields, entryForm, FIELD, fieldsOf } from './entry-form.ts';
import type { FieldValues } from './field-values.ts';
import type { FormState } from './form-state.ts';
import { goneForm } from './gone-form.ts';
import { placementOf, readEntryFields } from './read-entry-fields.ts';
import { readLogFields } from './read-log-fields.ts';
import type { Outcome, Submission } from './submission.ts';
import { SENT_BEFORE, submitLines } from './submit-lines.ts';

/** Logs what the form says. Sent again with other values, a form of one entry is still one: the one it says last. */
export async function submitLog(call: MemberCall, { values, formId }: Submission): Promise<Outcome> {
  const read = readLogFields(values, call);
  if (read.kind === 'errors') return read;
  const [reading, ...others] = read.readings;
  return others.length === 0 ? logOne(call, reading, formId) : submitLines(call, formId, read.readings);
}

async function logOne(call: MemberCall, reading: LogReading, formId: string): Promise<Outcome> {
  const { store, member, requestId } = call;
  const result = await logOnce(store, member, formId, reading.content);
  if (result.kind === 'already logged' && result.entries.length > 1)
    return { kind: 'errors', errors: { [FIELD.time]: SENT_BEFORE } };
  const [earlier] = result.kind === 'already logged' && result.undone !== true ? result.entries : [];
  // Only what still stands as this form first kept it: a later change of the entry is not written over.
  if (earlier === undefined || result.kind !== 'already logged' || earlier.version !== result.undo.version)
    return { kind: 'answer', title: 'Logged', reply: await echo(call, reading, result) };
  const changed = await editEntry(store, member, requestId, earlier, reading.content);
  const reply =
    changed.kind === 'unchanged'
      ? await echo(call, reading, result)
      : await changeReply(call, changed, earlier, { alternatives: reading.alternatives });
  return { kind: 'answer', title: 'Logged', reply };
}

/** Saves an edited entry; one that was changed since the form opened is shown first, with what was typed still in place. */
export async function submitEdit(call: MemberCall, { state, values }: Submission): Promise<Outcome> {
  const entry = await entryOf(call, state);
  if (entry === undefined) return goneForm(call, FIELD.time, 'list');
  const read = readEntryFields(values, call, entry.zone);
  if (read.kind === 'errors') return read;
  const { content } = read.reading;
  const next = keepsTime(values, entry) ? { ...content, ...placementOf(entry) } : content;
  const seen = asSeen(entry, state);
  const result = await editEntry(call.store, call.member, call.requestId, seen, next);
  if (result.kind === 'changed' && result.current !== undefined) {
    return showAgain(call, state, values, result.current);
  }
  const { alternatives } = read.reading;
  const reply = await changeReply(call, result, entry, { alternatives });
  return {
    kind: 'answer',
    title: 'Saved',
    reply: state.page ? await withList(call, reply, state.page) : reply,
  };
}

/** True when neither time nor day was touched: then the times stay to the second, the twice-told hour of autumn included. */
function keepsTime(values: FieldValues, entry: Entry): boolean {
  const shown = fieldsOf(entry);
  return values[FIELD.time] === shown.time && values[FIELD.date] === shown.date;
}

function showAgain(call: MemberCall, state: FormState, values: FieldValues, current: Entry): Outcome {
  const now = `${entryLine(current)} · ${dayWords(current.date, call.today)}`;
  return {
    kind: 'show',
    view: entryForm({
      purpose: 'edit',
      fields: typedFields(values, call),
      likely: likelyTags(call),
      state: stateAgain(call, state, current),
      notice: `:warning: This entry was changed meanwhile. Now it is ${now}. Save once more to put yours in its place.`,
    }),
  };
}

function typedFields(values: FieldValues, { today }: MemberCall): EntryFields {
  const text = (field: 'time' | 'tags' | 'measures' | 'note') => {
    const value = values[FIELD[field]];
    return value === undefined ? {} : { [field]: value };
  };
  const task = Number(values[FIELD.task]);
  return {
    date: values[FIELD.date] ?? today,
    ...text('time'),
    ...text('tags'),
    ...text('measures'),
    ...text('note'),
    ...(task > 0 ? { task: { number: task } } : {}),
  };
}
