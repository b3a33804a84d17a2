import { FIRST_SETTINGS, settingsOf } from '../../member.ts';
import { readTaskField } from '../../phrase/read-fields.ts';
import { editEntry } from '../../store/change-entry.ts';
import { readHome } from '../../store/home.ts';
import { writeFirstUse, writePrefs } from '../../store/prefs.ts';
import type { Zone } from '../../time.ts';
import type { Call, MemberCall } from '../call.ts';
import { changeReply } from '../commands/change-reply.ts';
import { recentlySince } from '../know-member.ts';
import { LeavingError } from '../leaving-error.ts';
import { detailWords, taskTitle } from '../messages/task-words.ts';
import { withWelcome } from '../messages/welcome.ts';
import { dayWords, entryLine, zoneWords } from '../messages/words.ts';
import { type OwnReply, plainReply } from '../slack/blocks.ts';
import { escapeText } from '../slack/escape.ts';
import { pasteableLine } from '../slack/typed-text.ts';
import { encodeUndo } from '../wire/undo-value.ts';
import { asSeen, entryGone, entryOf, stateAgain } from './about-entry.ts';
import { areRead, errorsOf, readZone } from './field-read.ts';
import type { FormState } from './form-state.ts';
import { goneForm } from './gone-form.ts';
import { makeTask } from './make-task.ts';
import { noteOnTask } from './note-on-task.ts';
import { readTaskFields } from './read-task-fields.ts';
import { noteForm, SMALL_FIELD } from './small-forms.ts';
import type { Outcome, Submission } from './submission.ts';

/** Writes, changes or takes away an entry's note; an entry that was changed since is shown first, with the note still in place. */
export async function submitNote(call: MemberCall, { state, values }: Submission): Promise<Outcome> {
  const entry = await entryOf(call, state);
  if (entry === undefined) return goneForm(call, SMALL_FIELD.note, 'list');
  const { note: _, ...rest } = entry;
  const note = values[SMALL_FIELD.note];
  const next = note === undefined ? rest : { ...rest, note };
  const result = await editEntry(call.store, call.member, call.requestId, asSeen(entry, state), next);
  if (result.kind === 'changed' && result.current !== undefined) {
    const now = `${entryLine(result.current)} · ${dayWords(result.current.date, call.today)}`;
    const notice = `:warning: This entry was changed meanwhile. Now it is ${now}. Save once more to put your note in.`;
    return { kind: 'show', view: noteForm(stateAgain(call, state, result.current), note, notice) };
  }
  return { kind: 'answer', title: 'Saved', reply: await changeReply(call, result, entry) };
}

/** Makes the task that an entry names; where that number can't be given, the next free one, and the entry follows. */
export async function submitTask(call: MemberCall, { state, values, formId }: Submission): Promise<Outcome> {
  const read = readTaskFields(values);
  if (read.kind === 'errors') return read;
  // An entry that was taken back meanwhile needs no task.
  const entry = await entryOf(call, state);
  if (entry === undefined) return entryGone(call);
  const number = state.task === undefined ? {} : { number: state.task };
  const made = await makeTask(call, `${formId} task`, { ...read.task, ...number });
  if (made.kind === 'errors') return made;
  const { task, undo } = made;
  const result = await editEntry(call.store, call.member, call.requestId, entry, {
    ...entry,
    task: task.number,
  });
  const noted = await noteOnTask(call, task.number, { values, formId });
  const created = [`:white_check_mark: Created ${taskTitle(task, 200)}`, ...detailWords(task)].join(' · ');
  const line = [created, ...noted].join('\n');
  const reply = await changeReply(call, result, entry, { besides: { line, undo: encodeUndo(undo) } });
  return { kind: 'answer', title: 'Created', reply };
}

/** Puts an entry on a task that exists. */
export async function submitChosenTask(call: MemberCall, { state, values }: Submission): Promise<Outcome> {
  const task = readTaskField(values[SMALL_FIELD.task] ?? '');
  if (task.kind === 'error')
    return { kind: 'errors', errors: { [SMALL_FIELD.task]: 'Please choose a task.' } };
  const entry = await entryOf(call, state);
  if (entry === undefined) return entryGone(call);
  const next = { ...entry, task: task.value };
  const result = await editEntry(call.store, call.member, call.requestId, entry, next);
  return { kind: 'answer', title: 'Saved', reply: await changeReply(call, result, entry) };
}

/** Keeps the member's zone, and gives back the line that could not be read without it. */
export async function submitZone(call: Call, { state, values }: Submission): Promise<Outcome> {
  const fields = { [SMALL_FIELD.zone]: readZone(values[SMALL_FIELD.zone]) };
  if (!areRead(fields)) return { kind: 'errors', errors: errorsOf(fields) };
  const zone = fields.zone.value;
  const home = await readHome(call.store, call.member, recentlySince(call.now));
  if (home.isLeaving) throw new LeavingError();
  if (home.prefs === undefined) {
    const settings = { ...FIRST_SETTINGS, zone, zoneChosen: true };
    const { prefs } = await writeFirstUse(call.store, call.member, call.requestId, settings);
    return { kind: 'answer', title: ZONE_KEPT, reply: withWelcome(zoneReply(prefs.zone, state), prefs) };
  }
  const settings = { ...settingsOf(home.prefs), zone, zoneAssumed: false, zoneChosen: true };
  const result = await writePrefs(call.store, call.member, home.prefs, settings);
  if (result.kind === 'done') return { kind: 'answer', title: ZONE_KEPT, reply: zoneReply(zone, state) };
  const errors = { [SMALL_FIELD.zone]: 'Your settings were changed at this very moment. Please save again.' };
  return { kind: 'errors', errors };
}

const ZONE_KEPT = 'Time zone kept';

function zoneReply(zone: Zone, { line }: FormState): OwnReply {
  const again = line === undefined ? '' : ` Now send it again: ${pasteableLine(line)}`;
  return plainReply(`:earth_africa: Your time zone is *${escapeText(zoneWords(zone))}*.${again}`);
}
