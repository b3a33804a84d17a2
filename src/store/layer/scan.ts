import { ScanCommand, type ScanCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Store } from '../store.ts';
import { withRetries } from './contention.ts';
import type { Item } from './item.ts';
import { costAsked, report } from './usage.ts';

/** Every row of the table. For one-shot jobs only: it reads, and holds, everything. */
export async function scanItems(store: Store): Promise<readonly Item[]> {
  const items: Item[] = [];
  let from: ScanCommandInput['ExclusiveStartKey'];
  do {
    const page = {
      TableName: store.table,
      ConsistentRead: true,
      ExclusiveStartKey: from,
      ...costAsked(store),
    };
    const found = await withRetries(store, () => store.client.send(new ScanCommand(page)));
    report(store, 'scan', 'read', found.ConsumedCapacity);
    items.push(...(found.Items ?? []));
    from = found.LastEvaluatedKey;
  } while (from !== undefined);
  return items;
}
