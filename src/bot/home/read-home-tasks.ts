import { findTask } from '../../store/directory.ts';
import type { TaskSummary } from '../../task.ts';
import type { MemberCall } from '../call.ts';

/** Each costs a request, so there are few. */
const MOST_TASKS = 5;

/** The open tasks that the member worked on last, the newest first. The directory is never read as a whole. */
export async function readHomeTasks({ store, member, home }: MemberCall): Promise<readonly TaskSummary[]> {
  const { timer, entries } = home;
  const running = timer.state === 'running' ? [timer.task] : [];
  const named = [...running, ...entries.toReversed().map(({ task }) => task)];
  const numbers = [...new Set(named.filter((task) => task !== undefined))].slice(0, MOST_TASKS);
  const tasks = await Promise.all(numbers.map((number) => findTask(store, member, number)));
  return tasks.filter((task) => task !== undefined).filter(({ state }) => state === 'open');
}
