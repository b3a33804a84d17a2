import type { Entry, EntryKey } from '../entry.ts';
import type { Member } from '../member.ts';
import type { Period } from '../period.ts';
import { inForce } from './in-force.ts';
import { entryKind, toEntries, toEntry } from './kinds/entry.ts';
import { ownerOf, partitionOf } from './kinds/member.ts';
import { collection, getRow } from './layer/read.ts';
import type { Store } from './store.ts';

/** Entries, and how many rows could not be read. */
export type EntriesRead = {
  readonly entries: readonly Entry[];
  /** How many rows could not be read and were left out. */
  readonly unreadable: number;
};

const entryRows = collection({ entries: entryKind });

/** A member's live entries of a period, by day and within a day in the order in which they were logged. */
export async function readEntries(
  store: Store,
  member: Member,
  { since, until }: Period,
): Promise<EntriesRead> {
  const stretch = { pk: partitionOf(member), from: `d#${since}`, to: `d#${until}~` };
  const { rows, unreadable } = await entryRows(store, stretch);
  return { entries: toEntries(rows.entries).map((entry) => inForce(store, member, entry)), unreadable };
}

/** One live entry as it stands now; `undefined` when it is not there, deleted or unreadable. */
export async function readEntry(store: Store, member: Member, key: EntryKey): Promise<Entry | undefined> {
  const { date, id } = key;
  const row = await getRow(store, entryKind, { ...ownerOf(member), date, id });
  return row === undefined ? undefined : inForce(store, member, toEntry(row));
}
