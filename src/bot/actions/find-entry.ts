import type { Entry } from '../../entry.ts';
import { findReceipt } from '../../store/change.ts';
import { readEntry } from '../../store/read-entries.ts';
import type { MemberCall } from '../call.ts';
import { ENTRY_GONE } from '../messages/entry-gone.ts';
import { plainReply, type Reply } from '../slack/blocks.ts';
import { decodeEntryRef, type EntryRef } from '../wire/entry-ref.ts';

const DONE_BEFORE = plainReply('That is done already. `/track list` shows how things stand.');

/** The answer where an entry is not there: perhaps because this very press was carried out, and its answer was lost. */
export async function goneReply({ store, member, requestId }: MemberCall): Promise<Reply> {
  const receipt = await findReceipt(store, member, requestId);
  return receipt === undefined ? ENTRY_GONE : DONE_BEFORE;
}

/** The member's own entry that a button names, as it stands now; `undefined` when there is none. */
export async function findEntry(call: MemberCall, ref: EntryRef): Promise<Entry | undefined> {
  const near = call.home.entries.find(({ id, date }) => id === ref.id && date === ref.date);
  return near ?? readEntry(call.store, call.member, ref);
}

/** The entry that a button's value names. */
export async function pressedEntry(call: MemberCall, value: string): Promise<Entry | undefined> {
  const ref = decodeEntryRef(value);
  return ref === undefined ? undefined : findEntry(call, ref);
}
