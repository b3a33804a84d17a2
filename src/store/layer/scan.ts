import { ScanCommand, type ScanCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Store } from '../store.ts';
import { withRetries } from './contention.ts';
import type { Item } from './item.ts';
import { costAsked, report } from './usage.ts';

/** Every row of the table, page by page, or only those attributes of each that `projection` names. For jobs that nobody waits for. */
export async function* scanPages(
  store: Store,
  projection?: string,
): AsyncGenerator<readonly Item[], void, void> {
  let from: ScanCommandInput['ExclusiveStartKey'];
  do {
    const page = {
      TableName: store.table,
      ConsistentRead: true,
      ExclusiveStartKey: from,
      ...(projection === undefined ? {} : { ProjectionExpression: projection }),
      ...costAsked(store),
    };
    const found = await withRetries(store, 'Scan', (options) =>
      store.client.send(new ScanCommand(page), options),
    );
    report(store, 'scan', 'read', found.ConsumedCapacity);
    from = found.LastEvaluatedKey;
    yield found.Items ?? [];
  } while (from !== undefined);
}

/** Every row of the table. For one-shot jobs only: it reads, and holds, everything. */
export async function scanItems(store: Store): Promise<readonly Item[]> {
  const items: Item[] = [];
  for await (const page of scanPages(store)) items.push(...page);
  return items;
}
