import { readTask } from '../../src/store/directory.ts';
import type { Store } from '../../src/store/store.ts';
import type { Task, TaskNumber } from '../../src/task.ts';

/** A task of Ada's as it stands now; fails where there is none. */
export async function taskAt(store: Store, number: TaskNumber): Promise<Task> {
  const task = await readTask(store, 'T1', { number, ownerId: 'U1' });
  if (task === undefined) throw new Error(`there is no task-${number}`);
  return task;
}
