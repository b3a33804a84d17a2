import type { Entry, EntryKey } from '../entry.ts';
import type { Member } from '../member.ts';
import type { Period } from '../period.ts';
import { notBuilt } from './not-built.ts';
import type { Store } from './store.ts';

export type EntriesRead = {
  readonly entries: readonly Entry[];
  /** How many rows could not be read and were left out. */
  readonly unreadable: number;
};

/** A member's live entries of a period, by day and within a day in the order in which they were logged. */
export const readEntries: (store: Store, member: Member, period: Period) => Promise<EntriesRead> = notBuilt;

/** One live entry as it stands now; `undefined` when it is not there, deleted or unreadable. */
export const readEntry: (store: Store, member: Member, key: EntryKey) => Promise<Entry | undefined> =
  notBuilt;
