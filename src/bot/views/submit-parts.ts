import type { Seconds } from '../../duration.ts';
import type { Entry } from '../../entry.ts';
import { entryOnDay, type Keeper, splitEntry } from '../../entry-parts.ts';
import { readLengthField } from '../../phrase/read-fields.ts';
import { readMomentField } from '../../phrase/read-moment.ts';
import { isPlausible } from '../../plausible.ts';
import { editEntry } from '../../store/change-entry.ts';
import { reshapeEntry } from '../../store/reshape-entry.ts';
import { isLocalDate } from '../../time.ts';
import type { MemberCall } from '../call.ts';
import { changeReply } from '../commands/change-reply.ts';
import { withList } from '../commands/list.ts';
import { splitReply } from '../commands/parts-reply.ts';
import { doneBefore } from '../done-before.ts';
import { asSeen, entryGone, entryOf, stateAgain } from './about-entry.ts';
import type { FormState } from './form-state.ts';
import { moveForm, PART_FIELD, splitForm } from './part-forms.ts';
import type { Outcome, Submission } from './submission.ts';

const CHANGED =
  ':warning: This entry was changed meanwhile. This is how it stands now; send it once more if you still want to.';

/** Cuts an entry in two, in one step. One that was changed since the form opened is shown first, with what was typed. */
export async function submitSplit(call: MemberCall, { state, values }: Submission): Promise<Outcome> {
  const entry = await entryOf(call, state);
  if (entry === undefined) return entryGone(call);
  const keeper: Keeper = values[PART_FIELD.keeper] === 'second' ? 'second' : 'first';
  const cut = values[PART_FIELD.cut] ?? '';
  const showAgain = (now: Entry): Outcome => ({
    kind: 'show',
    view: splitForm(stateAgain(call, state, now), now, call.today, { cut, keeper, notice: CHANGED }),
  });
  // What it looks like now may be what this very form made of it.
  if (entry.version !== state.entry?.version) return (await splitBefore(call, state)) ?? showAgain(entry);
  const after = readCut(cut, entry, call);
  const parts = typeof after === 'string' ? after : splitEntry(entry, after, keeper);
  if (typeof parts === 'string') return errorAt(PART_FIELD.cut, parts);
  if (parts === undefined) return errorAt(PART_FIELD.cut, 'Both parts need some time: cut somewhere inside.');
  const result = await reshapeEntry(call.store, call.member, call.requestId, entry, { what: 'split', parts });
  if (result.kind === 'changed')
    return result.current === undefined ? entryGone(call) : showAgain(result.current);
  const reply = await splitReply(call, entry, result);
  return { kind: 'answer', title: 'Split', reply: await withList(call, reply, state.page) };
}

async function splitBefore(call: MemberCall, state: FormState): Promise<Outcome | undefined> {
  const done = await doneBefore(call, 'list');
  return done && { kind: 'answer', title: 'Split', reply: await withList(call, done, state.page) };
}

/** Moves an entry to another day. */
export async function submitMove(call: MemberCall, { state, values }: Submission): Promise<Outcome> {
  const entry = await entryOf(call, state);
  if (entry === undefined) return entryGone(call);
  const date = values[PART_FIELD.date] ?? '';
  if (!isLocalDate(date)) return errorAt(PART_FIELD.date, 'Which day was it?');
  if (date > call.today) return errorAt(PART_FIELD.date, 'This day has not come yet.');
  const next = entryOnDay(entry, date);
  if (next === undefined) {
    return errorAt(
      PART_FIELD.date,
      'The clocks skipped its time on that day. Edit it to give it another one.',
    );
  }
  if (!isPlausible(next, call.now)) {
    return errorAt(
      PART_FIELD.date,
      'On that day it would end in the time to come. Edit it to give it another time.',
    );
  }
  const result = await editEntry(call.store, call.member, call.requestId, asSeen(entry, state), next);
  if (result.kind === 'changed' && result.current !== undefined) {
    const now = result.current;
    return { kind: 'show', view: moveForm(stateAgain(call, state, now), now, call.today, CHANGED) };
  }
  const reply = await changeReply(call, result, entry);
  return { kind: 'answer', title: 'Moved', reply: await withList(call, reply, state.page) };
}

/** After how many seconds an entry is to be cut, or what is wrong with the words. */
function readCut(text: string, entry: Entry, { prefs }: MemberCall): Seconds | string {
  const { clock, zone } = entry;
  const length = readLengthField(text);
  if (clock !== undefined) {
    const context = { now: clock.endedAt, zone, weekStart: prefs.weekStart };
    const moment = readMomentField(text, clock.startedAt, context);
    if (moment.kind === 'value') return Math.round((moment.value.at - clock.startedAt) / 1000);
    if (length.kind === 'error')
      return 'Write a time inside of the entry, such as 10:15, or a length, such as 30m.';
  }
  return length.kind === 'value' ? length.value : length.message;
}

function errorAt(field: string, message: string): Outcome {
  return { kind: 'errors', errors: { [field]: message } };
}
