import { randomUUID } from 'node:crypto';
import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Store } from '../store.ts';
import { isPassing, type SendOptions, withRetries } from './contention.ts';
import { expressionOf } from './expression.ts';
import type { Item } from './item.ts';
import { costAsked, report } from './usage.ts';
import { itemFromWire } from './wire.ts';
import type { Write } from './write.ts';

/** Why nothing was written: the first write whose condition did not hold, and every such row as it stands. */
export type Refusal = {
  readonly index: number;
  /** By index of the write; `undefined` where the row is not there. */
  readonly rows: ReadonlyMap<number, Item | undefined>;
};

/**
 * Writes all or nothing: one write as a plain request, several as a transaction (100 at most). Returns the refusal when
 * a condition does not hold. A plain write whose answer was lost may be refused by its own row; a transaction is not,
 * since every try of it carries the same token.
 */
export async function commit(store: Store, writes: readonly Write[]): Promise<Refusal | undefined> {
  const refusal = await commitAll(store, writes);
  if (refusal === undefined) await store.afterCommit?.(writes);
  return refusal;
}

function commitAll(store: Store, writes: readonly Write[]): Promise<Refusal | undefined> {
  const [only, ...others] = writes;
  const alone = only !== undefined && others.length === 0 && only.action !== 'check' ? only : undefined;
  if (alone !== undefined)
    return withRetries(store, OPERATIONS[alone.action], (options) => writeAlone(store, alone, options));
  const token = randomUUID();
  return withRetries(store, 'TransactWriteItems', (options) => transact(store, writes, token, options));
}

type Alone = Exclude<Write, { action: 'check' }>;

const OPERATIONS = { put: 'PutItem', update: 'UpdateItem', remove: 'DeleteItem' } as const;

async function writeAlone(store: Store, write: Alone, options: SendOptions): Promise<Refusal | undefined> {
  const input = {
    TableName: store.table,
    ...expressionOf(write),
    ...costAsked(store),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  };
  try {
    const { ConsumedCapacity } = await send(store, write, input, options);
    report(store, write.action, 'write', ConsumedCapacity);
    return undefined;
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    report(store, write.action, 'write', undefined);
    return {
      index: 0,
      rows: new Map([[0, error.Item === undefined ? undefined : itemFromWire(error.Item)]]),
    };
  }
}

function send(
  { client }: Store,
  write: Alone,
  input: { readonly TableName: string; readonly ReturnValuesOnConditionCheckFailure: 'ALL_OLD' },
  options: SendOptions,
) {
  switch (write.action) {
    case 'put':
      return client.send(new PutCommand({ ...input, Item: { ...write.item } }), options);
    case 'update':
      return client.send(new UpdateCommand({ ...input, Key: write.key }), options);
    case 'remove':
      return client.send(new DeleteCommand({ ...input, Key: write.key }), options);
    default:
      return write satisfies never;
  }
}

async function transact(
  store: Store,
  writes: readonly Write[],
  token: string,
  options: SendOptions,
): Promise<Refusal | undefined> {
  try {
    const { ConsumedCapacity } = await store.client.send(
      new TransactWriteCommand({
        ClientRequestToken: token,
        TransactItems: writes.map((write) => actionOf(store.table, write)),
        ...costAsked(store),
      }),
      options,
    );
    report(store, 'transact', 'write', ConsumedCapacity);
    return undefined;
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    report(store, 'transact', 'write', undefined);
    const refusal = refusalOf(error);
    // A row that could not be judged might have told that this very request was carried out before.
    if (refusal === undefined || (refusal.index > 0 && isPassing(error))) throw error;
    return refusal;
  }
}

function actionOf(table: string, write: Write) {
  const shared = {
    TableName: table,
    ...expressionOf(write),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  };
  switch (write.action) {
    case 'put':
      return { Put: { ...shared, Item: { ...write.item } } };
    case 'update':
      return { Update: { ...shared, Key: write.key, UpdateExpression: shared.UpdateExpression } };
    case 'remove':
      return { Delete: { ...shared, Key: write.key } };
    case 'check':
      return {
        ConditionCheck: { ...shared, Key: write.key, ConditionExpression: shared.ConditionExpression },
      };
  }
}

function refusalOf({ CancellationReasons = [] }: TransactionCanceledException): Refusal | undefined {
  const rows = new Map<number, Item | undefined>();
  for (const [index, { Code, Item }] of CancellationReasons.entries()) {
    if (Code !== 'ConditionalCheckFailed') continue;
    rows.set(index, Item === undefined ? undefined : itemFromWire(Item));
  }
  const [index] = rows.keys();
  return index === undefined ? undefined : { index, rows };
}
