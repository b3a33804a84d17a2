import type { TaskNumber } from '../task.ts';
import type { SettledTasks } from '../task-parents.ts';
import { treeOf } from '../task-tree.ts';
import { type Amounts, addAmounts, NO_AMOUNTS } from './amounts.ts';
import type { GroupRow } from './groups.ts';

/**
 * The rows of a report by task as a tree: each task with all that lies below it, and those above it that hold nothing
 * themselves. What was logged on a deleted task counts for the one it lay under. Tasks that nobody made, and entries
 * without one, come last.
 */
export function taskTreeRows(
  rows: readonly GroupRow[],
  { tasks, gone }: Pick<SettledTasks, 'tasks' | 'gone'>,
): readonly GroupRow[] {
  const logged = new Map<TaskNumber, Amounts>();
  const rest: GroupRow[] = [];
  const known = new Set(tasks.map(({ number }) => number));
  for (const row of rows) {
    if (row.kind === 'task' && row.task !== undefined && known.has(row.task))
      logged.set(row.task, row.amounts);
    else if (row.kind !== 'task' || row.task === undefined || gone.get(row.task) === undefined)
      rest.push(row);
  }
  const all = new Map(logged);
  const give = (number: TaskNumber, amounts: Amounts) =>
    all.set(number, addAmounts(all.get(number) ?? NO_AMOUNTS, amounts));
  for (const row of rows) {
    const heir = row.kind === 'task' && row.task !== undefined ? gone.get(row.task) : undefined;
    if (heir !== undefined) give(heir, row.amounts);
  }
  const tree = treeOf(tasks);
  for (const { task, depth } of tree.toReversed()) {
    const below = all.get(task.number);
    if (below !== undefined && depth > 0 && task.parent !== undefined) give(task.parent, below);
  }
  const lines = tree.flatMap(({ task: { number }, depth }): GroupRow[] => {
    const amounts = all.get(number);
    if (amounts === undefined) return [];
    return [{ kind: 'task', task: number, depth, own: logged.get(number) ?? NO_AMOUNTS, amounts }];
  });
  return [...lines, ...rest];
}
