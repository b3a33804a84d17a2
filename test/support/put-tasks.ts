import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { counterKind } from '../../src/store/kinds/counter.ts';
import { taskItem } from '../../src/store/kinds/task.ts';
import type { Store } from '../../src/store/store.ts';
import type { Task } from '../../src/task.ts';
import { putRows } from './put-rows.ts';

/** Tasks of a workspace, written by the batch and past every rule: for tests that need many to begin with. */
export async function putTasks(store: Store, tasks: readonly Task[], workspaceId = 'T1'): Promise<void> {
  await putRows(
    store,
    tasks.map((one) => taskItem(workspaceId, one)),
  );
  const n = Math.max(0, ...tasks.map(({ number }) => number));
  const Item = counterKind.item({ team: workspaceId, n });
  await store.client.send(new PutCommand({ TableName: store.table, Item: { ...Item } }));
}

/** So many tasks, numbered from 1 on: open ones of U1's at the top, unless said otherwise. */
export function manyTasks(length: number, said: Partial<Task> = {}): readonly Task[] {
  return Array.from({ length }, (_, index) => {
    const number = index + 1;
    return { number, title: `Task ${number}`, ownerId: 'U1', tags: [], state: 'open', version: 1, ...said };
  });
}

/** So many tasks, each under the one before. */
export function chainOfTasks(length: number): readonly Task[] {
  return manyTasks(length).map((task) => (task.number === 1 ? task : { ...task, parent: task.number - 1 }));
}
