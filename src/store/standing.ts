import type { Member } from '../member.ts';
import { journalKind } from './kinds/journal.ts';
import { partitionOf } from './kinds/member.ts';
import type { Item, ItemKey } from './layer/item.ts';
import { getItem } from './layer/read.ts';
import { type Moved, movedBy } from './moved.ts';
import type { Store } from './store.ts';
import type { Line } from './undo-list.ts';

/** A person takes in so many things at once; a form of many lines has more. */
const MOST_TOLD = 5;

/** How the things that a change was about stand now, for where it can't be taken back: `before` and `after` are the same. */
export function standingOf(store: Store, member: Member, line: Line): Promise<Moved> {
  switch (line.kind) {
    case 'creation':
      return standingAt(
        store,
        member,
        line.rows.map(({ key }) => key),
      );
    case 'change':
      return standingAt(store, member, keysOf(member, line.steps));
    case 'unreadable':
      return standingAt(store, member, []);
    default:
      return line satisfies never;
  }
}

/** The same for the change that an Undo button names by the sort key of its row. */
export async function standingBehind(store: Store, member: Member, sk: string): Promise<Moved> {
  const key = { pk: partitionOf(member), sk };
  if (!journalKind.owns(key)) return standingAt(store, member, [key]);
  const item = await getItem(store, key);
  const reading = item === undefined ? undefined : journalKind.read(item);
  return standingAt(store, member, reading?.ok ? keysOf(member, reading.row.steps ?? []) : []);
}

function keysOf(
  member: Member,
  steps: readonly { readonly p?: string; readonly k: string }[],
): readonly ItemKey[] {
  return steps.map(({ p, k }) => ({ pk: p ?? partitionOf(member), sk: k }));
}

async function standingAt(store: Store, member: Member, keys: readonly ItemKey[]): Promise<Moved> {
  const items = await Promise.all(keys.slice(0, MOST_TOLD).map((key) => getItem(store, key)));
  const there = items.filter((item): item is Item => item !== undefined);
  return movedBy(
    store,
    member,
    there.map((item) => ({ before: item, after: item })),
  );
}
