import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { isWithinReach, LARGEST_TASK_NUMBER, MOST_NUMBERS_SKIPPED, type TaskNumber } from '../task.ts';
import { counterKind } from './kinds/counter.ts';
import { withRetries } from './layer/contention.ts';
import { getRow } from './layer/read.ts';
import { costAsked, report } from './layer/usage.ts';
import type { Store } from './store.ts';

/**
 * The next task number of a workspace. It is never given again, so a lost answer leaves a gap and no double;
 * `undefined` when all are given.
 */
export async function nextNumber(store: Store, workspaceId: string): Promise<TaskNumber | undefined> {
  const after = await count(store, workspaceId, {
    UpdateExpression: 'SET n = if_not_exists(n, :none) + :one',
    ConditionExpression: 'attribute_not_exists(n) OR n < :last',
    ExpressionAttributeValues: { ':none': 0, ':one': 1, ':last': LARGEST_TASK_NUMBER },
  });
  return after;
}

/** Makes `number` one's own by raising the counter to it; false when it is not within reach of the last one given. */
export async function takeNumber(
  store: Store,
  workspaceId: string,
  number: TaskNumber,
  by: string,
): Promise<boolean> {
  const mayBeFirst = isWithinReach(number, 0) ? 'attribute_not_exists(n) OR ' : '';
  const after = await count(store, workspaceId, {
    UpdateExpression: 'SET n = :n, #by = :by',
    // The same request may have raised it before, in a try that was interrupted or whose answer was lost.
    ConditionExpression: `${mayBeFirst}(n < :n AND n >= :least) OR (n = :n AND #by = :by)`,
    ExpressionAttributeNames: { '#by': 'by' },
    ExpressionAttributeValues: { ':n': number, ':by': by, ':least': number - MOST_NUMBERS_SKIPPED },
  });
  return after !== undefined;
}

/** The last number given; 0 before the first. */
export async function lastNumber(store: Store, workspaceId: string): Promise<number> {
  return (await getRow(store, counterKind, { team: workspaceId }))?.n ?? 0;
}

type Count = {
  readonly UpdateExpression: string;
  readonly ConditionExpression: string;
  readonly ExpressionAttributeNames?: Record<string, string>;
  readonly ExpressionAttributeValues: Record<string, unknown>;
};

/** Changes the counter; returns its new value, or `undefined` when the condition does not hold. */
async function count(store: Store, workspaceId: string, change: Count): Promise<number | undefined> {
  const input = {
    TableName: store.table,
    Key: counterKind.keyOf({ team: workspaceId }),
    ...change,
    ...costAsked(store),
    ReturnValues: 'UPDATED_NEW' as const,
  };
  try {
    const answer = await withRetries(store, 'UpdateItem', (options) =>
      store.client.send(new UpdateCommand(input), options),
    );
    report(store, 'update', 'write', answer.ConsumedCapacity);
    return Number(answer.Attributes?.['n']);
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    report(store, 'update', 'write', undefined);
    return undefined;
  }
}
