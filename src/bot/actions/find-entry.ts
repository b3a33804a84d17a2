import type { Entry } from '../../entry.ts';
import { readEntry } from '../../store/read-entries.ts';
import type { MemberCall } from '../call.ts';
import { decodeEntryRef, type EntryRef } from '../wire/entry-ref.ts';

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
