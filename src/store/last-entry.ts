import type { Entry, EntryKey } from '../entry.ts';
import type { Member } from '../member.ts';
import { entryKind } from './kinds/entry.ts';
import { journalKind } from './kinds/journal.ts';
import { partitionOf } from './kinds/member.ts';
import { keyOfItem } from './layer/item.ts';
import { getItem, queryItems, readRow } from './layer/read.ts';
import { readEntry } from './read-entries.ts';
import { CLOCK_SKEW } from './stamp.ts';
import type { Store } from './store.ts';
import { TABLE } from './table.ts';

/** How many of the newest changes are looked through: one entry at least is among them, whoever does not only write notes. */
const MOST_LINES = 25;

/** How many rows behind those changes are read, so that a long run of deletions costs no more than this. */
const MOST_ROWS = 12;

/**
 * The live entry that the member logged or changed last, however far back its day lies: a log, an edit, a stop, a split. What
 * was undone does not count. Two requests as a rule, 14 at most; `undefined` where none of the newest changes left one.
 */
export async function readLastEntry(store: Store, member: Member): Promise<Entry | undefined> {
  const keys = await newestChanges(store, member);
  let rows = 0;
  for (const sk of keys) {
    if (rows >= MOST_ROWS) return undefined;
    const places = sk.startsWith('d#') ? [placeOf(sk)] : await placesOfChange(store, member, sk);
    rows += sk.startsWith('d#') ? 0 : 1;
    for (const place of places) {
      rows += 1;
      const entry = await readEntry(store, member, place);
      if (entry !== undefined) return entry;
    }
  }
  return undefined;
}

/** The sort keys of the newest changes that are done, newest first; those that are no entry and no journal row are left out. */
async function newestChanges(store: Store, member: Member): Promise<readonly string[]> {
  const items = await queryItems(store, {
    IndexName: TABLE.changes.name,
    KeyConditionExpression: 'pk = :pk AND m BETWEEN :from AND :to',
    ExpressionAttributeValues: {
      ':pk': partitionOf(member),
      ':from': 0,
      ':to': store.now() + CLOCK_SKEW,
    },
    ScanIndexForward: false,
    ConsistentRead: true,
    Select: 'ALL_PROJECTED_ATTRIBUTES',
    Limit: MOST_LINES,
  });
  return items
    .map(keyOfItem)
    .filter((key) => entryKind.owns(key) || journalKind.owns(key))
    .map(({ sk }) => sk);
}

/** The entries that a change left, the one that it made last first. */
async function placesOfChange(store: Store, member: Member, sk: string): Promise<readonly EntryKey[]> {
  const item = await getItem(store, { pk: partitionOf(member), sk });
  const steps = item === undefined ? [] : (readRow(store, journalKind, item)?.steps ?? []);
  return steps
    .filter(({ p, k, a }) => p === undefined && k.startsWith('d#') && !isTombstone(a))
    .map(({ k }) => placeOf(k))
    .toReversed();
}

function isTombstone({ del }: Readonly<Record<string, unknown>>): boolean {
  return del !== undefined && del !== null;
}

function placeOf(sk: string): EntryKey {
  const [, date = '', id = ''] = sk.split('#');
  return { date, id };
}
