import * as z from 'zod/mini';
import type { Member } from '../member.ts';
import { journalKind, type Step, WHATS, type What } from './kinds/journal.ts';
import { ownerOf, partitionOf } from './kinds/member.ts';
import { stamp } from './kinds/track.ts';
import { type Turn, toTurn, turnKind } from './kinds/turn.ts';
import { type Item, type ItemKey, keyOfItem } from './layer/item.ts';
import { getItem, getRow, queryItems, readRow } from './layer/read.ts';
import { CLOCK_SKEW, UNDO_REACH } from './stamp.ts';
import type { Store } from './store.ts';
import { TABLE } from './table.ts';

/** A row that was created and is its own line in the list. `m` and `v` as read: they guard every move of it. */
export type CreatedRow = {
  readonly item: Item;
  readonly key: ItemKey;
  readonly m: number;
  readonly v: number;
};

/** One line of the undo list. */
export type Line =
  | {
      readonly kind: 'creation';
      readonly what: What;
      readonly m: number;
      readonly rows: readonly CreatedRow[];
    }
  | {
      readonly kind: 'change';
      readonly what: What;
      readonly m: number;
      readonly was: number;
      readonly key: ItemKey;
      readonly steps: readonly Step[];
    }
  /** A row whose own words cannot be trusted: it can only be taken off the list. */
  | { readonly kind: 'unreadable'; readonly what: What; readonly m: number; readonly key: ItemKey };

/** Where the member's undo and redo stand now. */
export async function readTurn(store: Store, member: Member): Promise<Turn> {
  return toTurn(await getRow(store, turnKind, ownerOf(member)));
}

/** The newest line that is done: what undo takes next. */
export async function newestDone(store: Store, member: Member): Promise<Line | undefined> {
  const [item] = await queryList(store, member, reach(store), 'newest first', 1);
  return item === undefined ? undefined : lineOf(store, member, item);
}

/** The place of the newest line that is done; 0 without one. */
export async function newestPlace(store: Store, member: Member): Promise<number> {
  const [item] = await queryList(store, member, reach(store), 'newest first', 1, 'ALL_PROJECTED_ATTRIBUTES');
  return Number(item?.['m'] ?? 0);
}

/** The line that was undone last: what redo brings back next. */
export async function newestUndone(store: Store, member: Member): Promise<Line | undefined> {
  const { from, to } = reach(store);
  const [item] = await queryList(store, member, { from: -to, to: -from }, 'oldest first', 1);
  return item === undefined ? undefined : lineOf(store, member, item);
}

/** The line with this key if it is done and in reach. */
export async function doneLine(store: Store, member: Member, sk: string): Promise<Line | undefined> {
  const item = await getItem(store, { pk: partitionOf(member), sk });
  const { from, to } = reach(store);
  const m = Number(item?.['m'] ?? 0);
  return item === undefined || m < from || m > to ? undefined : lineOf(store, member, item);
}

type Reach = { readonly from: number; readonly to: number };

function reach(store: Store): Reach {
  const now = store.now();
  return { from: now - UNDO_REACH, to: now + CLOCK_SKEW };
}

async function queryList(
  store: Store,
  member: Member,
  { from, to }: Reach,
  order: 'newest first' | 'oldest first',
  limit?: number,
  select: 'ALL_ATTRIBUTES' | 'ALL_PROJECTED_ATTRIBUTES' = 'ALL_ATTRIBUTES',
): Promise<readonly Item[]> {
  return queryItems(store, {
    IndexName: TABLE.changes.name,
    KeyConditionExpression: 'pk = :pk AND m BETWEEN :from AND :to',
    ExpressionAttributeValues: { ':pk': partitionOf(member), ':from': from, ':to': to },
    ScanIndexForward: order === 'oldest first',
    ConsistentRead: true,
    Select: select,
    ...(limit === undefined ? {} : { Limit: limit }),
  });
}

const created = z.object({ v: stamp, m: stamp, n: z.exactOptional(z.int()) });

async function lineOf(store: Store, member: Member, item: Item): Promise<Line> {
  const key = keyOfItem(item);
  const m = Number(item['m']);
  const unreadable = { kind: 'unreadable', what: 'log', m, key } as const;
  if (journalKind.owns(key)) {
    const row = readRow(store, journalKind, item);
    const what = WHATS.find((name) => name === row?.what);
    if (row === undefined || what === undefined) return unreadable;
    return { kind: 'change', what, m, was: row.was ?? 0, key, steps: row.steps ?? [] };
  }
  const track = created.safeParse(item);
  if (!track.success) return unreadable;
  const together =
    (track.data.n ?? 1) > 1 ? await queryList(store, member, { from: m, to: m }, 'oldest first') : [item];
  const rows = together.flatMap((one) => {
    const { success, data } = created.safeParse(one);
    return success && data.n === track.data.n
      ? [{ item: one, key: keyOfItem(one), m: data.m, v: data.v }]
      : [];
  });
  return { kind: 'creation', what: key.sk.startsWith('n#') ? 'note' : 'log', m, rows };
}
