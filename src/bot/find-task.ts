import { findTask, lookUpTask, readTask } from '../store/directory.ts';
import type { Task, TaskNumber } from '../task.ts';
import type { MemberCall } from './call.ts';
import { doneBefore } from './done-before.ts';
import { noTask, taskDeleted } from './messages/no-task.ts';
import type { Reply } from './slack/blocks.ts';

/** The task with this number as it stands now; `undefined` when there is none. */
export async function taskNow({ store, member }: MemberCall, number: TaskNumber): Promise<Task | undefined> {
  const found = await findTask(store, member, number);
  return found === undefined ? undefined : readTask(store, member.workspaceId, found);
}

/** The answer where a task is not there: perhaps because this very request deleted it, and its answer was lost. */
export async function taskGone(call: MemberCall, number: TaskNumber): Promise<Reply> {
  const [done, found] = await Promise.all([
    doneBefore(call, 'tasks'),
    lookUpTask(call.store, call.member, number),
  ]);
  return done ?? (found.kind === 'deleted' ? taskDeleted(number) : noTask(number));
}
