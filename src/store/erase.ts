import { datesOf } from '../period.ts';
import { localDateOf } from '../time.ts';
import { DUE_KEPT_FOR } from './due.ts';
import type { ErasePace } from './erase-pace.ts';
import { SHARDS } from './kinds/due.ts';
import { type ItemKey, keyOfItem } from './layer/item.ts';
import { pagesOf } from './layer/read.ts';
import { AT_ONCE, removeRows } from './layer/remove.ts';
import type { Write } from './layer/write.ts';
import type { Store } from './store.ts';

/** Thrown where a removal is not to go on: its reason ended meanwhile, or something is left each time. Nothing more is removed then. */
export class EraseError extends Error {
  override readonly name = 'EraseError';
}

/**
 * What lets a removal go on, checked in the same transaction as every row that goes: whoever starts anew between two of its
 * steps loses nothing to it.
 */
export type Gate = {
  readonly check: Write;
  readonly whenShut: string;
  /** Absent: as fast as the table allows, to its end. */
  readonly pace?: ErasePace | undefined;
};

/** How far ahead an errand may lie: a week, and a day for every zone. */
const FURTHEST_AHEAD = 9 * 86_400_000;

/** Removes rows while the gate stands open, at its pace; throws an {@link EraseError} once it does not. */
export async function eraseRows(
  store: Store,
  keys: readonly ItemKey[],
  { check, whenShut, pace }: Gate,
): Promise<void> {
  for (let at = 0; at < keys.length; at += AT_ONCE) {
    const some = keys.slice(at, at + AT_ONCE);
    if (!(await removeRows(store, some, check))) throw new EraseError(whenShut);
    await pace?.afterRows(some.length);
  }
}

/**
 * Removes every row of a partition but those that `stays` names, page by page, so that it may be cut short anywhere and done
 * anew. Answers how many.
 */
export async function erasePartition(
  store: Store,
  pk: string,
  gate: Gate,
  stays: (key: ItemKey) => boolean = () => false,
): Promise<number> {
  let rows = 0;
  for await (const keys of keyPages(store, pk)) {
    const theirs = keys.filter((key) => !stays(key));
    await eraseRows(store, theirs, gate);
    rows += theirs.length;
  }
  return rows;
}

/** Removes the errands of whoever `isTheirs` says, past and to come, in any state. */
export async function eraseDues(
  store: Store,
  gate: Gate,
  isTheirs: (
    owner: { readonly workspaceId: string; readonly id: string; readonly errand: string },
    key: ItemKey,
  ) => boolean,
): Promise<number> {
  const now = store.now();
  const [since, until] = [now - DUE_KEPT_FOR, now + FURTHEST_AHEAD].map((at) => localDateOf(at, 'UTC'));
  if (since === undefined || until === undefined) return 0;
  const isTheirsByKey = (key: ItemKey) => {
    const [, workspaceId = '', errand = '', id = ''] = key.sk.split('/');
    return isTheirs({ workspaceId, errand, id }, key);
  };
  let rows = 0;
  for (const day of datesOf({ since, until })) {
    const shards = Array.from({ length: SHARDS }, (_, shard) => `q#${day}#${shard}`);
    // Read side by side, removed one after another: two transactions that check one row get into each other's way.
    const found = await Promise.all(shards.map((pk) => keysOf(store, pk, isTheirsByKey)));
    const keys = found.flat();
    await eraseRows(store, keys, gate);
    rows += keys.length;
  }
  return rows;
}

async function keysOf(store: Store, pk: string, isWanted: (key: ItemKey) => boolean) {
  const keys: ItemKey[] = [];
  for await (const page of keyPages(store, pk)) keys.push(...page.filter(isWanted));
  return keys;
}

async function* keyPages(store: Store, pk: string): AsyncGenerator<readonly ItemKey[], void, void> {
  const query = {
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': pk },
    ProjectionExpression: 'pk, sk',
    ConsistentRead: true,
  };
  for await (const { items } of pagesOf(store, query)) yield items.map(keyOfItem);
}
