import { ScanCommand, type ScanCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Store } from '../store.ts';
import { withRetries } from './contention.ts';
import { type Item, type ItemKey, keyOfItem } from './item.ts';
import { costAsked, report } from './usage.ts';

/** A page of a walk over the table, and the place after it; none at its end. */
export type ScannedPage = { readonly items: readonly Item[]; readonly next?: ItemKey };

/** The table's rows from a place on, page by page, or only those attributes of each that `projection` names. For jobs that nobody waits for. */
export async function* scanFrom(
  store: Store,
  projection: string | undefined,
  place: ItemKey | undefined,
): AsyncGenerator<ScannedPage, void, void> {
  let from: ScanCommandInput['ExclusiveStartKey'] = place;
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
    yield { items: found.Items ?? [], ...(from === undefined ? {} : { next: keyOfItem(from) }) };
  } while (from !== undefined);
}

/** Every row of the table. For one-shot jobs only: it reads, and holds, everything. */
export async function scanItems(store: Store): Promise<readonly Item[]> {
  const items: Item[] = [];
  for await (const page of scanFrom(store, undefined, undefined)) items.push(...page.items);
  return items;
}
