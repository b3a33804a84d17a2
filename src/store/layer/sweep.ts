import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Store } from '../store.ts';
import { TABLE } from '../table.ts';
import { withRetries } from './contention.ts';
import type { ItemKey } from './item.ts';
import { costAsked, report } from './usage.ts';

/** What became of one page of a sweep: how many rows went, and where to go on; nowhere once the table is through. */
export type Swept = { readonly removed: number; readonly next?: ItemKey };

const expired = z.object({ pk: z.string(), sk: z.string(), ttl: z.int() });
const place = z.object({ pk: z.string(), sk: z.string() });

/**
 * Looks at `most` rows from `from` on, and removes those whose time to live was over at `second` (seconds since 1970), for
 * engines that don't do so themselves. A row that was given more time meanwhile stays.
 */
export async function sweepPage(
  store: Store,
  from: ItemKey | undefined,
  { second, most }: { readonly second: number; readonly most: number },
): Promise<Swept> {
  const page = {
    TableName: store.table,
    Limit: most,
    FilterExpression: '#ttl < :second',
    ExpressionAttributeNames: { '#ttl': TABLE.timeToLive },
    ExpressionAttributeValues: { ':second': second },
    ExclusiveStartKey: from,
    ...costAsked(store),
  };
  const found = await withRetries(store, 'Scan', () => store.client.send(new ScanCommand(page)));
  report(store, 'scan', 'read', found.ConsumedCapacity);
  let removed = 0;
  for (const item of found.Items ?? []) {
    const { data } = expired.safeParse(item);
    if (data !== undefined && (await remove(store, data))) removed += 1;
  }
  const { data: next } = place.safeParse(found.LastEvaluatedKey);
  return { removed, ...(next === undefined ? {} : { next }) };
}

async function remove(store: Store, { pk, sk, ttl }: z.output<typeof expired>): Promise<boolean> {
  try {
    const { ConsumedCapacity } = await withRetries(store, 'DeleteItem', () =>
      store.client.send(
        new DeleteCommand({
          TableName: store.table,
          Key: { pk, sk },
          ConditionExpression: '#ttl = :ttl',
          ExpressionAttributeNames: { '#ttl': TABLE.timeToLive },
          ExpressionAttributeValues: { ':ttl': ttl },
          ...costAsked(store),
        }),
      ),
    );
    report(store, 'delete', 'write', ConsumedCapacity);
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
