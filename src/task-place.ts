import type { Task, TaskNumber } from './task.ts';
import type { SettledTasks } from './task-parents.ts';
import { heightOf, treeOf } from './task-tree.ts';

/** Where a task is to hang: under which other, none for the top, and how many levels of subtasks hang below it. */
export type TaskPlace = { readonly parent?: TaskNumber; readonly height: number };

/** The task as everybody sees it: where its parent was deleted, it hangs under the one above. */
export function underItsHeir(task: Task, { gone }: Pick<SettledTasks, 'gone'>): Task {
  const { parent, ...rest } = task;
  if (parent === undefined || !gone.has(parent)) return task;
  const heir = gone.get(parent);
  return heir === undefined ? rest : { ...rest, parent: heir };
}

/** The place of a task that is to hang under `parent`. One that everybody sees there already keeps the parent of its row. */
export function placeUnder(seen: Task, parent: TaskNumber | undefined, settled: SettledTasks): TaskPlace {
  if (parent === underItsHeir(seen, settled).parent)
    return { height: 0, ...(seen.parent === undefined ? {} : { parent: seen.parent }) };
  if (parent === undefined) return { height: 0 };
  return { parent, height: heightOf(treeOf(settled.tasks), seen.number) };
}
