import type { Member } from '../member.ts';
import { findTask, type Listing } from '../store/directory.ts';
import type { Home } from '../store/home.ts';
import type { Store } from '../store/store.ts';
import type { TaskNumber, TaskSummary } from '../task.ts';

/** Out of what a member's usual tasks are put together. */
export type UsualSource = {
  readonly store: Store;
  readonly member: Member;
  readonly home: Pick<Home, 'entries' | 'timer'>;
  /** The workspace's newest tasks. */
  readonly newest: Listing;
  /** As many tasks of the member's own work as come first. */
  readonly mostRecent: number;
};

/**
 * The tasks that a member most likely means: that of the timer and those logged on last, then the workspace's newest. A
 * recent one that is not among the newest costs a request of its own.
 */
export async function usualTasks({
  store,
  member,
  home: { entries, timer },
  newest,
  mostRecent,
}: UsualSource): Promise<readonly TaskSummary[]> {
  const running = timer.state === 'running' ? timer.task : undefined;
  const named = [running, ...entries.toReversed().map(({ task }) => task)];
  const recent = [...new Set(named)].filter((number) => number !== undefined).slice(0, mostRecent);
  const listed = newest.listed.filter(({ deleted }) => !deleted).map(({ task }) => task);
  const known = new Map(listed.map((task) => [task.number, task]));
  const first = await Promise.all(
    recent.map((number) => known.get(number) ?? findTask(store, member, number)),
  );
  const isFirst = new Set<TaskNumber>(recent);
  return [
    ...first.filter((task) => task !== undefined),
    ...listed.filter(({ number }) => !isFirst.has(number)),
  ];
}
