import {
  type AttributeValue,
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  PutItemCommand,
  ScanCommand,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import type { Store } from '../store.ts';
import { BusyError, pauseAfter, withRetries } from './contention.ts';

/** A row as DynamoDB's protocol has it, each value with its type: what comes out goes in again to the last digit. */
export type WireRow = Readonly<Record<string, AttributeValue>>;

/** As many as DynamoDB takes in one batch. */
export const BATCH_ROWS = 25;

/** So many rows are held at a time, however many there are. */
const PAGE_ROWS = 1000;
const MOST_TRIES = 50;

/** Every row, a page at a time, read strongly; with `since`, those alone whose version is of that instant or later. */
export async function* wirePages(store: Store, since?: number): AsyncGenerator<readonly WireRow[]> {
  let from: Record<string, AttributeValue> | undefined;
  do {
    const page = new ScanCommand({
      TableName: store.table,
      ConsistentRead: true,
      Limit: PAGE_ROWS,
      ExclusiveStartKey: from,
      ...(since === undefined
        ? {}
        : { FilterExpression: 'v >= :since', ExpressionAttributeValues: { ':since': { N: String(since) } } }),
    });
    const found = await withRetries(store, 'Scan', () => store.client.send(page));
    yield found.Items ?? [];
    from = found.LastEvaluatedKey;
  } while (from !== undefined);
}

/** True when the table holds no row at all, not even an expired one. */
export async function isEmptyTable(store: Store): Promise<boolean> {
  const first = new ScanCommand({ TableName: store.table, ConsistentRead: true, Limit: 1 });
  const { Items = [] } = await withRetries(store, 'Scan', () => store.client.send(first));
  return Items.length === 0;
}

/** Writes at most {@link BATCH_ROWS} rows over whatever is there; each may be named once. */
export function putBatch(store: Store, rows: readonly WireRow[]): Promise<void> {
  return sendBatch(
    store,
    rows.map((row) => ({ PutRequest: { Item: { ...row } } })),
  );
}

/** Removes the rows of at most {@link BATCH_ROWS} keys. */
export function deleteBatch(store: Store, rows: readonly WireRow[]): Promise<void> {
  return sendBatch(
    store,
    rows.flatMap(({ pk, sk }) =>
      pk === undefined || sk === undefined ? [] : [{ DeleteRequest: { Key: { pk, sk } } }],
    ),
  );
}

/** Writes a row unless the table's own is of the same version or a later one; false when that one stays. */
export async function putLater(store: Store, row: WireRow): Promise<boolean> {
  const { v } = row;
  const put = new PutItemCommand({
    TableName: store.table,
    Item: { ...row },
    // A row without a version has nothing to compare: the table's own stays.
    ConditionExpression: v === undefined ? 'attribute_not_exists(pk)' : 'attribute_not_exists(pk) OR v < :v',
    ...(v === undefined ? {} : { ExpressionAttributeValues: { ':v': v } }),
  });
  try {
    await withRetries(store, 'PutItem', () => store.client.send(put));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** DynamoDB carries out what it has room for, and names the rest. */
async function sendBatch(store: Store, requests: WriteRequest[]): Promise<void> {
  let left = requests;
  for (let tries = 1; left.length > 0; tries += 1) {
    if (tries > MOST_TRIES) throw new BusyError(`The table left rows of a batch undone ${MOST_TRIES} times.`);
    if (tries > 1) await pauseAfter(store, tries);
    const batch = new BatchWriteItemCommand({ RequestItems: { [store.table]: left } });
    const { UnprocessedItems = {} } = await withRetries(store, 'BatchWriteItem', () =>
      store.client.send(batch),
    );
    left = UnprocessedItems[store.table] ?? [];
  }
}
