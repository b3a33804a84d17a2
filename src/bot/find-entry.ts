import type { Entry } from '../entry.ts';
import { readEntry } from '../store/read-entries.ts';
import type { MemberCall } from './call.ts';
import { doneBefore } from './done-before.ts';
import { ENTRY_GONE } from './messages/entry-gone.ts';
import type { Reply } from './slack/blocks.ts';
import { decodeEntryRef, type EntryRef } from './wire/entry-ref.ts';

/** The answer where an entry is not there: perhaps because this very press was carried out, and its answer was lost. */
export async function goneReply(call: MemberCall): Promise<Reply> {
  return (await doneBefore(call, 'list')) ?? ENTRY_GONE;
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
