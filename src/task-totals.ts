import { type Amounts, NOTHING, sumAmounts } from './amounts.ts';
import type { TaskNumber } from './task.ts';
import type { TreeLine } from './task-tree.ts';

/** What was logged on a task: on it alone, and together with its subtasks. */
export type TaskTotal = { readonly own: Amounts; readonly all: Amounts };

/** Of a task that nothing was logged on. */
export const NO_TIME: TaskTotal = { own: NOTHING, all: NOTHING };

/** By number of the task that entries name: what they hold. */
export type AmountsByTask = ReadonlyMap<TaskNumber, Amounts>;

/**
 * The totals of every task in the tree. What was logged on a deleted task counts for the one that it lay under, in `all` and
 * not in `own`; `gone` names that task. Everything counts once in `all` of each task above it, and nothing is added up twice.
 */
export function totalsOf(
  tree: readonly TreeLine[],
  logged: AmountsByTask,
  gone: ReadonlyMap<TaskNumber, TaskNumber | undefined>,
): ReadonlyMap<TaskNumber, TaskTotal> {
  const parts = new Map<TaskNumber, Amounts[]>();
  const give = (number: TaskNumber, amounts: Amounts): void => {
    const held = parts.get(number);
    if (held === undefined) parts.set(number, [amounts]);
    else held.push(amounts);
  };
  for (const [number, heir] of gone) {
    const left = logged.get(number);
    if (heir !== undefined && left !== undefined) give(heir, left);
  }
  const totals = new Map<TaskNumber, TaskTotal>();
  for (let index = tree.length - 1; index >= 0; index -= 1) {
    const line = tree[index];
    if (line === undefined) continue;
    const { number } = line.task;
    const own = logged.get(number) ?? NOTHING;
    const all = sumAmounts([own, ...(parts.get(number) ?? [])]);
    totals.set(number, { own, all });
    const parent = line.depth === 0 ? undefined : line.task.parent;
    if (parent !== undefined) give(parent, all);
  }
  return totals;
}
