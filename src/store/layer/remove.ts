import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Store } from '../store.ts';
import { BusyError, pauseAfter, withRetries } from './contention.ts';
import { type ItemKey, keyOfItem } from './item.ts';
import { costAsked, report } from './usage.ts';

/** As many rows as one request removes. */
const AT_ONCE = 25;
const MOST_TRIES = 15;

/** Removes rows for good, whatever they hold by now; removing one that is not there is nothing. */
export async function removeRows(store: Store, keys: readonly ItemKey[]): Promise<void> {
  for (let at = 0; at < keys.length; at += AT_ONCE) await removeSome(store, keys.slice(at, at + AT_ONCE));
}

/** What the table does not take at once, it is given again after a while. */
async function removeSome(store: Store, keys: readonly ItemKey[]): Promise<void> {
  let left = keys;
  for (let tries = 1; left.length > 0; tries += 1) {
    if (tries > MOST_TRIES) throw new BusyError(`The table left ${left.length} rows.`);
    if (tries > 1) await pauseAfter(store, tries);
    const requests = left.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } }));
    const input = { RequestItems: { [store.table]: requests }, ...costAsked(store) };
    const { UnprocessedItems, ConsumedCapacity } = await withRetries(store, () =>
      store.client.send(new BatchWriteCommand(input)),
    );
    report(store, 'batch', 'write', ConsumedCapacity);
    left = (UnprocessedItems?.[store.table] ?? []).flatMap(({ DeleteRequest }) =>
      DeleteRequest?.Key === undefined ? [] : [keyOfItem(DeleteRequest.Key)],
    );
  }
}
