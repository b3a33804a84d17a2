import type { Entry } from '../../entry.ts';
import type { MemberCall } from '../call.ts';
import { findEntry, goneReply } from '../find-entry.ts';
import type { EntryRef } from '../wire/entry-ref.ts';
import { type FormState, sealState } from './form-state.ts';
import type { Outcome } from './submission.ts';

/** The entry that a form is about, as it stands now; `undefined` when there is none. */
export async function entryOf(call: MemberCall, { entry }: FormState): Promise<Entry | undefined> {
  return entry === undefined ? undefined : findEntry(call, entry);
}

/** The same as the form was filled with it, so that a change made since is noticed when it is written. */
export function asSeen<Thing extends EntryRef>(thing: Thing, { entry }: FormState): Thing {
  return { ...thing, version: entry?.version ?? 0 };
}

/** What a form remembers that is shown anew, about an entry or a note as it stands now. */
export function stateAgain(
  { seal }: Pick<MemberCall, 'seal'>,
  state: FormState,
  { date, id, version }: EntryRef,
): string {
  return sealState({ ...state, round: state.round + 1, entry: { date, id, version } }, seal);
}

/** What becomes of a form whose entry is not there, and which holds nothing that was typed at length. */
export async function entryGone(call: MemberCall): Promise<Outcome> {
  return { kind: 'answer', title: 'Not saved', reply: await goneReply(call) };
}
