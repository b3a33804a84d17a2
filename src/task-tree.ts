import type { TaskNumber, TaskSummary } from './task.ts';

/** How many tasks may lie above a task. */
export const DEEPEST_TREE = 20;

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
    const siblings = children.get(parent);
    if (siblings === undefined) children.set(parent, [task]);
    else siblings.push(task);
  }
  const lines: TreeLine[] = [];
  const seen = new Set<TaskNumber>();
  // A stack rather than a recursion: damaged rows may be deeper than any tree that was made here.
  const visit = (root: TaskSummary): void => {
    const waiting: TreeLine[] = [{ task: root, depth: 0 }];
    for (let line = waiting.pop(); line !== undefined; line = waiting.pop()) {
      const { task, depth } = line;
      if (seen.has(task.number)) continue;
      seen.add(task.number);
      lines.push(line);
      const below = children.get(task.number) ?? [];
      for (const child of below.toReversed()) waiting.push({ task: child, depth: depth + 1 });
    }
  };
  for (const root of children.get(undefined) ?? []) visit(root);
  for (const task of sorted) visit(task);
  return lines;
}

/** A task's number with those of all tasks below it, however deep, as the tree has them. */
export function tasksBelow(tasks: readonly TaskSummary[], top: TaskNumber): ReadonlySet<TaskNumber> {
  return new Set([top, ...subtreeOf(treeOf(tasks), top).map(({ task }) => task.number)]);
}

/** The task with everything below it, as the tree has them; empty when it is not there. */
export function subtreeOf(tree: readonly TreeLine[], number: TaskNumber): readonly TreeLine[] {
  const start = tree.findIndex(({ task }) => task.number === number);
  const root = tree[start];
  if (root === undefined) return [];
  const end = tree.findIndex(({ depth }, index) => index > start && depth <= root.depth);
  return tree.slice(start, end < 0 ? tree.length : end);
}

/** The open tasks below one, however deep, in the order of the tree. */
export function openBelow(tasks: readonly TaskSummary[], top: TaskNumber): readonly TaskSummary[] {
  const [, ...below] = subtreeOf(treeOf(tasks), top);
  return below.map(({ task }) => task).filter(({ state }) => state === 'open');
}

/** The tasks above one, from the top down; empty for a root. */
export function pathTo(tree: readonly TreeLine[], number: TaskNumber): readonly TaskSummary[] {
  const at = tree.findIndex(({ task }) => task.number === number);
  const path: TaskSummary[] = [];
  let depth = tree[at]?.depth ?? 0;
  for (let index = at - 1; index >= 0 && depth > 0; index -= 1) {
    const line = tree[index];
    if (line === undefined || line.depth !== depth - 1) continue;
    path.unshift(line.task);
    depth -= 1;
  }
  return path;
}

/** How many levels lie below a task: 0 for one without subtasks. */
export function heightOf(tree: readonly TreeLine[], number: TaskNumber): number {
  const [root, ...below] = subtreeOf(tree, number);
  return root === undefined ? 0 : Math.max(0, ...below.map(({ depth }) => depth - root.depth));
}
