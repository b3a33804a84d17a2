import type { Entry, EntryKey } from '../entry.ts';
import type { Member } from '../member.ts';
import type { Period } from '../period.ts';
import type { LocalDate } from '../time.ts';
import { inForce } from './in-force.ts';
import { entryKind, toEntries, toEntry } from './kinds/entry.ts';
import { ownerOf, partitionOf } from './kinds/member.ts';
import { type Item, isLive } from './layer/item.ts';
import { getRow, pagesOf, projected, queryPages, readRow } from './layer/read.ts';
import type { Store } from './store.ts';
import { wholeSince } from './whole-days.ts';

/** Entries, and how many rows could not be read. */
export type EntriesRead = {
  readonly entries: readonly Entry[];
  /** How many rows could not be read and were left out. */
  readonly unreadable: number;
  /** Earlier days of the period were not read; absent when everything was. */
  readonly since?: LocalDate;
};

/** What a reader of many entries can do without. */
export type ReadOptions = {
  /** False where nobody looks at the notes, which are most of an entry. */
  readonly notes?: boolean;
  /** How many megabytes are read at most, the newest days first. */
  readonly mostPages?: number;
};

/** A member's live entries of a period, by day and within a day in the order in which they were logged. */
export async function readEntries(
  store: Store,
  member: Member,
  period: Period,
  { notes = true, mostPages = Number.POSITIVE_INFINITY }: ReadOptions = {},
): Promise<EntriesRead> {
  const query = { ...stretchOf(member, period), ...(notes ? {} : WITHOUT_NOTES), ScanIndexForward: false };
  const pages = await queryPages(store, query, mostPages);
  const since = wholeSince(pages);
  // Lines of one message were logged at one moment: they stay in the order of their keys.
  const { entries, unreadable } = entriesIn(store, member, pages.items.toReversed());
  if (since === undefined) return { entries, unreadable };
  return { entries: entries.filter(({ date }) => date >= since), unreadable, since };
}

/** A member's live entries of a period page by page, the earliest first, so that no more than one page is held. */
export async function* entryPages(
  store: Store,
  member: Member,
  period: Period,
): AsyncGenerator<EntriesRead, void, void> {
  for await (const page of pagesOf(store, stretchOf(member, period))) {
    yield entriesIn(store, member, page.items);
  }
}

/** One live entry as it stands now; `undefined` when it is not there, deleted or unreadable. */
export async function readEntry(store: Store, member: Member, key: EntryKey): Promise<Entry | undefined> {
  const { date, id } = key;
  const row = await getRow(store, entryKind, { ...ownerOf(member), date, id });
  return row === undefined ? undefined : inForce(store, member, toEntry(row));
}

const WITHOUT_NOTES = projected(entryKind, ['text']);

function stretchOf(member: Member, { since, until }: Period) {
  return {
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
    ExpressionAttributeValues: { ':pk': partitionOf(member), ':from': `d#${since}`, ':to': `d#${until}~` },
    ConsistentRead: true,
  };
}

function entriesIn(
  store: Store,
  member: Member,
  items: readonly Item[],
): Pick<EntriesRead, 'entries' | 'unreadable'> {
  const live = items.filter((item) => isLive(item, store.now()));
  const rows = live.flatMap((item) => readRow(store, entryKind, item) ?? []);
  return {
    entries: toEntries(rows).map((entry) => inForce(store, member, entry)),
    unreadable: live.length - rows.length,
  };
}
