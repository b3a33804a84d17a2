import type { Entry } from '../entry.ts';
import type { Member } from '../member.ts';
import type { Note } from '../note.ts';
import type { Period } from '../period.ts';
import type { TaskNumber } from '../task.ts';
import type { LocalDate } from '../time.ts';
import { inForce } from './in-force.ts';
import { entryKind, toEntries } from './kinds/entry.ts';
import { partitionOf } from './kinds/member.ts';
import { noteKind, toNotes } from './kinds/note.ts';
import { type Item, isLive } from './layer/item.ts';
import { queryItems, readRow } from './layer/read.ts';
import type { Store } from './store.ts';

/** A member's live entries of a period that carry a note, by day. */
export async function readEntriesWithNotes(
  store: Store,
  member: Member,
  { since, until }: Period,
): Promise<readonly Entry[]> {
  const live = await liveRows(store, member, {
    from: `d#${since}`,
    to: `d#${until}~`,
    FilterExpression: 'attribute_exists(#text)',
    ExpressionAttributeNames: { '#text': 'text' },
  });
  const rows = live.flatMap((item) => readRow(store, entryKind, item) ?? []);
  return toEntries(rows).map((entry) => inForce(store, member, entry));
}

/** The member's own live notes on a task, by day; others' notes are never read. */
export async function readTaskNotes(
  store: Store,
  member: Member,
  task: TaskNumber,
): Promise<readonly Note[]> {
  const live = await liveRows(store, member, {
    from: 'n#',
    to: 'n#~',
    FilterExpression: '#task = :task',
    ExpressionAttributeNames: { '#task': 'task' },
    values: { ':task': task },
  });
  const rows = live.flatMap((item) => readRow(store, noteKind, item) ?? []);
  return toNotes(rows).map((note) => inForce(store, member, note));
}

type Stretch = {
  /** The first and the last sort key. */
  readonly from: string;
  readonly to: string;
  readonly FilterExpression: string;
  readonly ExpressionAttributeNames: Readonly<Record<string, string>>;
  readonly values?: Readonly<Record<string, unknown>>;
};

/** A member's rows of a stretch that are not deleted and pass the filter. */
async function liveRows(
  store: Store,
  member: Member,
  { from, to, values = {}, ...filter }: Stretch,
): Promise<readonly Item[]> {
  const items = await queryItems(store, {
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
    ExpressionAttributeValues: { ':pk': partitionOf(member), ':from': from, ':to': to, ...values },
    ConsistentRead: true,
    ...filter,
  });
  return items.filter((item) => isLive(item, store.now()));
}

/** The last day before `date` on which the member has any note or entry, be it deleted; `undefined` when there is none. */
export async function lastDayBefore(
  store: Store,
  member: Member,
  date: LocalDate,
): Promise<LocalDate | undefined> {
  const days = await Promise.all(
    ['d#', 'n#'].map(async (prefix) => {
      const [item] = await queryItems(store, {
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':pk': partitionOf(member), ':from': prefix, ':to': `${prefix}${date}` },
        ScanIndexForward: false,
        Limit: 1,
        ConsistentRead: true,
      });
      return item === undefined ? [] : [String(item['sk']).slice(prefix.length, prefix.length + date.length)];
    }),
  );
  return days.flat().toSorted().at(-1);
}
