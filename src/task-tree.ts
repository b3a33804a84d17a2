import type { TaskNumber, TaskSummary } from './task.ts';

/** A task with its place in the tree: 0 is a root. */
export type TreeLine = { readonly task: TaskSummary; readonly depth: number };

/**
 * The tasks as a tree read from top to bottom, siblings by number. A parent that is not among them counts as absent, and so
 * does one that would close a circle, so that every task appears exactly once whatever the rows say.
 */
export function treeOf(tasks: readonly TaskSummary[]): readonly TreeLine[] {
  const sorted = tasks.toSorted((one, other) => one.number - other.number);
  const present = new Set(sorted.map(({ number }) => number));
  const children = new Map<TaskNumber | undefined, TaskSummary[]>();
  for (const task of sorted) {
    const parent = task.parent !== undefined && present.has(task.parent) ? task.parent : undefined;
    children.set(parent, [...(children.get(parent) ?? []), task]);
  }
  const lines: TreeLine[] = [];
  const seen = new Set<TaskNumber>();
  const visit = (task: TaskSummary, depth: number): void => {
    if (seen.has(task.number)) return;
    seen.add(task.number);
    lines.push({ task, depth });
    for (const child of children.get(task.number) ?? []) visit(child, depth + 1);
  };
  for (const root of children.get(undefined) ?? []) visit(root, 0);
  for (const task of sorted) visit(task, 0);
  return lines;
}

/** A task's number with those of all tasks below it, however deep; of a circle in damaged rows each number once. */
export function tasksBelow(tasks: readonly TaskSummary[], top: TaskNumber): ReadonlySet<TaskNumber> {
  const below = new Set([top]);
  for (const number of below) {
    for (const task of tasks) if (task.parent === number) below.add(task.number);
  }
  return below;
}
