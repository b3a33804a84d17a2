import { readTeamTime, type TeamTime } from '../store/task-time.ts';
import type { Task, TaskNumber } from '../task.ts';
import { type TaskTotal, totalsOf } from '../task-totals.ts';
import { subtreeOf, type TreeLine, treeOf } from '../task-tree.ts';
import type { MemberCall } from './call.ts';

/** As many tasks as one answer adds up, each a Query of its own; the ones nearest to the top of the subtree. */
export const MOST_SUMMED = 200;

/** A task with all that lies below it, and what was logged on it. */
export type TaskSums = Pick<TeamTime, 'since'> & {
  /** Every task of the workspace. */
  readonly tree: readonly TreeLine[];
  /** The task itself, at depth 0, and those below it. */
  readonly subtree: readonly TreeLine[];
  /** By number of a task of the subtree: what the member logged. */
  readonly own: ReadonlyMap<TaskNumber, TaskTotal>;
  /** The same for everybody together, without names. */
  readonly everybody: ReadonlyMap<TaskNumber, TaskTotal>;
  /** How many tasks below were too many to be added up. */
  readonly leftOut: number;
};

/** Adds up what was logged on a task and below it, by the member and by everybody. */
export async function taskSums({ store, member, directory }: MemberCall, task: Task): Promise<TaskSums> {
  const { tasks, gone } = await directory.read(store, member);
  const known = tasks.some(({ number }) => number === task.number);
  // One that another process made a moment ago is on its way into the directory.
  const tree = treeOf(known ? tasks : [...tasks, task]);
  const found = subtreeOf(tree, task.number);
  const top = found[0]?.depth ?? 0;
  const subtree = found.map((line) => ({ ...line, depth: line.depth - top }));
  const numbers = new Set(subtree.map((line) => line.task.number));
  const heirs = [...gone].filter(([, heir]) => heir !== undefined && numbers.has(heir));
  const nearest = subtree.toSorted((one, other) => one.depth - other.depth).map((line) => line.task.number);
  const wanted = [...nearest, ...heirs.map(([number]) => number)];
  const time = await readTeamTime(store, member, wanted.slice(0, MOST_SUMMED));
  return {
    tree,
    subtree,
    own: totalsOf(subtree, time.own, gone),
    everybody: totalsOf(subtree, time.everybody, gone),
    leftOut: Math.max(0, wanted.length - MOST_SUMMED),
    ...(time.since === undefined ? {} : { since: time.since }),
  };
}
