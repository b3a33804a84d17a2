import { datesOf } from '../period.ts';
import { localDateOf } from '../time.ts';
import { DUE_KEPT_FOR } from './due.ts';
import { SHARDS } from './kinds/due.ts';
import { type ItemKey, keyOfItem } from './layer/item.ts';
import { pagesOf } from './layer/read.ts';
import { removeRows } from './layer/remove.ts';
import type { Store } from './store.ts';

/** How far ahead an errand may lie: a week, and a day for every zone. */
const FURTHEST_AHEAD = 9 * 86_400_000;

/**
 * Removes every row of a partition but those that `stays` names, page by page, so that it may be cut short anywhere and done
 * anew. Answers how many.
 */
export async function erasePartition(
  store: Store,
  pk: string,
  stays: (key: ItemKey) => boolean = () => false,
): Promise<number> {
  let rows = 0;
  const query = {
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': pk },
    ProjectionExpression: 'pk, sk',
    ConsistentRead: true,
  };
  for await (const { items } of pagesOf(store, query)) {
    const keys = items.map(keyOfItem).filter((key) => !stays(key));
    await removeRows(store, keys);
    rows += keys.length;
  }
  return rows;
}

/** Removes the errands of whoever `isTheirs` says, past and to come, in any state. */
export async function eraseDues(
  store: Store,
  isTheirs: (owner: {
    readonly workspaceId: string;
    readonly id: string;
    readonly errand: string;
  }) => boolean,
): Promise<number> {
  const now = store.now();
  const [since, until] = [now - DUE_KEPT_FOR, now + FURTHEST_AHEAD].map((at) => localDateOf(at, 'UTC'));
  if (since === undefined || until === undefined) return 0;
  let rows = 0;
  for (const day of datesOf({ since, until })) {
    const shards = Array.from({ length: SHARDS }, (_, shard) => `q#${day}#${shard}`);
    const stays = ({ sk }: ItemKey) => {
      const [, workspaceId = '', errand = '', id = ''] = sk.split('/');
      return !isTheirs({ workspaceId, errand, id });
    };
    const removed = await Promise.all(shards.map((pk) => erasePartition(store, pk, stays)));
    rows += removed.reduce((sum, one) => sum + one, 0);
  }
  return rows;
}
