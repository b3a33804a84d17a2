import { editEntry } from '../../store/change-entry.ts';
import { readHome } from '../../store/home.ts';
import { writeFirstUse, writePrefs } from '../../store/prefs.ts';
import { newTask } from '../../store/tasks.ts';
import { type Task, taskName } from '../../task.ts';
import { isZone } from '../../time.ts';
import { findEntry } from '../actions/find-entry.ts';
import type { Call, MemberCall } from '../call.ts';
import { changeReply } from '../commands/change-reply.ts';
import { recentlySince } from '../know-member.ts';
import { ENTRY_GONE } from '../messages/entry-gone.ts';
import { plainReply } from '../slack/blocks.ts';
import { escapeText, inlineCode } from '../slack/escape.ts';
import { SMALL_FIELD } from './small-forms.ts';
import type { Outcome, Submission } from './submission.ts';

const GONE: Outcome = { kind: 'answer', title: 'Not saved', reply: ENTRY_GONE };

/** Writes, changes or takes away an entry's note; the rest of the entry stays as it is now. */
export async function submitNote(call: MemberCall, { state, values }: Submission): Promise<Outcome> {
  const entry = state.entry === undefined ? undefined : await findEntry(call, state.entry);
  if (entry === undefined) return GONE;
  const { note: _, ...rest } = entry;
  const note = values[SMALL_FIELD.note];
  const next = note === undefined ? rest : { ...rest, note };
  const result = await editEntry(call.store, call.member, call.requestId, entry, next);
  return { kind: 'answer', title: 'Saved', reply: await changeReply(call, result, entry) };
}

/** Makes the task that an entry names; where its number is taken, the next free one, and the entry follows. */
export async function submitTask(call: MemberCall, { state, values }: Submission): Promise<Outcome> {
  const title = values[SMALL_FIELD.title];
  if (title === undefined)
    return { kind: 'errors', errors: { [SMALL_FIELD.title]: 'A task needs a title.' } };
  const made = await makeTask(call, title, state.task);
  if (typeof made === 'string') return { kind: 'errors', errors: { [SMALL_FIELD.title]: made } };
  return putOnTask(call, { state, values }, made.number);
}

/** Puts an entry on a task that exists. */
export async function submitChosenTask(call: MemberCall, submission: Submission): Promise<Outcome> {
  const number = Number(submission.values[SMALL_FIELD.task]);
  if (!Number.isSafeInteger(number) || number <= 0) {
    return { kind: 'errors', errors: { [SMALL_FIELD.task]: 'Please choose a task.' } };
  }
  return putOnTask(call, submission, number);
}

/** Keeps the member's zone, and gives back the line that could not be read without it. */
export async function submitZone(call: Call, { state, values }: Submission): Promise<Outcome> {
  const zone = values[SMALL_FIELD.zone];
  if (zone === undefined || !isZone(zone)) {
    return { kind: 'errors', errors: { [SMALL_FIELD.zone]: 'Please choose a time zone from the list.' } };
  }
  const home = await readHome(call.store, call.member, recentlySince(call.now));
  if (home.prefs === undefined) {
    await writeFirstUse(call.store, call.member, call.requestId, { zone, zoneAssumed: false, weekStart: 1 });
  } else {
    const { version: _, ...prefs } = home.prefs;
    await writePrefs(call.store, call.member, home.prefs, { ...prefs, zone, zoneAssumed: false });
  }
  const again = state.line === undefined ? '' : ` Now send it again: ${inlineCode(`/track ${state.line}`)}`;
  const said = `:earth_africa: Your time zone is *${escapeText(zone.replaceAll('_', ' '))}*.${again}`;
  return { kind: 'answer', title: 'Time zone kept', reply: plainReply(said) };
}

async function makeTask(call: MemberCall, title: string, number: number | undefined): Promise<Task | string> {
  const wanted = { title, tags: [] };
  const request = `${call.requestId} task`;
  const first = await newTask(
    call.store,
    call.member,
    request,
    number === undefined ? wanted : { ...wanted, number },
  );
  const result =
    first.kind === 'number taken' ? await newTask(call.store, call.member, request, wanted) : first;
  if (result.kind === 'done') return result.task;
  if (result.kind !== 'already done') return 'There is no number left for a new task in this workspace.';
  return result.task ?? `${taskName(result.number)} was made by this form before, and undone since.`;
}

async function putOnTask(call: MemberCall, { state }: Submission, task: number): Promise<Outcome> {
  const entry = state.entry === undefined ? undefined : await findEntry(call, state.entry);
  if (entry === undefined) return GONE;
  const result = await editEntry(call.store, call.member, call.requestId, entry, { ...entry, task });
  return { kind: 'answer', title: 'Saved', reply: await changeReply(call, result, entry) };
}
