import { listTasks } from '../../store/directory.ts';
import type { TaskSummary } from '../../task.ts';
import type { MemberCall } from '../call.ts';
import { usualTasks } from '../usual-tasks.ts';

const MOST_TASKS = 5;
/** As many of the workspace's newest tasks as are read: in one request, and the directory never as a whole. */
const NEWEST = 20;

/** A few open tasks: those that the member worked on last, then the newest. */
export async function readHomeTasks({ store, member, home }: MemberCall): Promise<readonly TaskSummary[]> {
  const newest = await listTasks(store, member.workspaceId, NEWEST);
  const tasks = await usualTasks({ store, member, home, newest, mostRecent: MOST_TASKS });
  return tasks.filter(({ state }) => state === 'open').slice(0, MOST_TASKS);
}
