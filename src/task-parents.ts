import type { TaskNumber, TaskSummary } from './task.ts';

/** A task as the table lists it: one that was deleted still leads on to its own parent. */
export type ListedTask = { readonly task: TaskSummary; readonly deleted: boolean };

/** The tasks that there are, each under the one that it lies under now. */
export type SettledTasks = {
  readonly tasks: readonly TaskSummary[];
  /** By number of a deleted task: the one that it lay under, if that is still there. */
  readonly gone: ReadonlyMap<TaskNumber, TaskNumber | undefined>;
  /** By number of a task that moved up since its parent was deleted: that parent. */
  readonly movedUpFrom: ReadonlyMap<TaskNumber, TaskNumber>;
};

/** Leads every task past deleted ones to the nearest one above it that is there. Deleted tasks in a circle lead nowhere. */
export function settleParents(listed: Iterable<ListedTask>): SettledTasks {
  const byNumber = new Map<TaskNumber, ListedTask>();
  for (const one of listed) byNumber.set(one.task.number, one);
  const above = ({ parent }: TaskSummary): TaskNumber | undefined => {
    const seen = new Set<TaskNumber>();
    let next = parent;
    while (next !== undefined) {
      const found = byNumber.get(next);
      if (found === undefined || !found.deleted) return found?.task.number;
      if (seen.has(next)) return undefined;
      seen.add(next);
      next = found.task.parent;
    }
    return undefined;
  };
  const tasks: TaskSummary[] = [];
  const gone = new Map<TaskNumber, TaskNumber | undefined>();
  const movedUpFrom = new Map<TaskNumber, TaskNumber>();
  for (const { task, deleted } of byNumber.values()) {
    const parent = above(task);
    const { parent: stated, ...rest } = task;
    if (deleted) gone.set(task.number, parent);
    else tasks.push(parent === undefined ? rest : { ...rest, parent });
    if (!deleted && stated !== undefined && byNumber.get(stated)?.deleted)
      movedUpFrom.set(task.number, stated);
  }
  return { tasks: tasks.toSorted((one, other) => one.number - other.number), gone, movedUpFrom };
}
