import { BatchWriteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { counterKind } from '../../src/store/kinds/counter.ts';
import { taskItem } from '../../src/store/kinds/task.ts';
import type { Store } from '../../src/store/store.ts';
import type { Task } from '../../src/task.ts';

/** Tasks of a workspace, written by the batch and past every rule: for tests that need many to begin with. */
export async function putTasks(
  { client, table }: Store,
  tasks: readonly Task[],
  workspaceId = 'T1',
): Promise<void> {
  for (let at = 0; at < tasks.length; at += 25) {
    const requests = tasks
      .slice(at, at + 25)
      .map((one) => ({ PutRequest: { Item: taskItem(workspaceId, one) } }));
    await client.send(new BatchWriteCommand({ RequestItems: { [table]: requests } }));
  }
  const n = Math.max(0, ...tasks.map(({ number }) => number));
  const Item = counterKind.item({ team: workspaceId, n });
  await client.send(new PutCommand({ TableName: table, Item: { ...Item } }));
}

/** So many open tasks of one member, each under the one before. */
export function chainOfTasks(length: number, ownerId = 'U1'): readonly Task[] {
  return Array.from({ length }, (_, index) => ({
    number: index + 1,
    title: `Level ${index + 1}`,
    ownerId,
    tags: [],
    state: 'open',
    version: index + 1,
    ...(index === 0 ? {} : { parent: index }),
  }));
}
