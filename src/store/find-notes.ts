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
import { isLive } from './layer/item.ts';
import { queryItems, readRow } from './layer/read.ts';
import type { Store } from './store.ts';

/** A member's live entries of a period that carry a note, by day. */
export async function readEntriesWithNotes(
  store: Store,
  member: Member,
  { since, until }: Period,
): Promise<readonly Entry[]> {
  const items = await queryItems(store, {
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
    FilterExpression: 'attribute_exists(#text)',
    ExpressionAttributeNames: { '#text': 'text' },
    ExpressionAttributeValues: { ':pk': partitionOf(member), ':from': `d#${since}`, ':to': `d#${until}~` },
    ConsistentRead: true,
  });
  const live = items.filter((item) => isLive(item, store.now()));
  const rows = live.flatMap((item) => readRow(store, entryKind, item) ?? []);
  return toEntries(rows).map((entry) => inForce(store, member, entry));
}

/** The member's own live notes on a task, by day; others' notes are never read. */
export async function readTaskNotes(
  store: Store,
  member: Member,
  task: TaskNumber,
): Promise<readonly Note[]> {
  const items = await queryItems(store, {
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
    FilterExpression: '#task = :task',
    ExpressionAttributeNames: { '#task': 'task' },
    ExpressionAttributeValues: { ':pk': partitionOf(member), ':from': 'n#', ':to': 'n#~', ':task': task },
    ConsistentRead: true,
  });
  const live = items.filter((item) => isLive(item, store.now()));
  const rows = live.flatMap((item) => readRow(store, noteKind, item) ?? []);
  return toNotes(rows).map((note) => inForce(store, member, note));
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
