import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Item } from '../../src/store/layer/item.ts';
import type { Store } from '../../src/store/store.ts';

/** Rows written by the batch and past every rule: for tests that need many to begin with. */
export async function putRows({ client, table }: Store, rows: readonly Item[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 25) {
    const requests = rows.slice(at, at + 25).map((row) => ({ PutRequest: { Item: { ...row } } }));
    await client.send(new BatchWriteCommand({ RequestItems: { [table]: requests } }));
  }
}
