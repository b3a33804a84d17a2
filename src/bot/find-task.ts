import { findReceipt } from '../store/change.ts';
import { findTask, readTask } from '../store/directory.ts';
import type { Task, TaskNumber } from '../task.ts';
import type { MemberCall } from './call.ts';
import { noTask } from './messages/no-task.ts';
import { plainReply, type Reply } from './slack/blocks.ts';

/** The task with this number as it stands now; `undefined` when there is none. */
export async function taskNow({ store, member }: MemberCall, number: TaskNumber): Promise<Task | undefined> {
  const found = await findTask(store, member, number);
  return found === undefined ? undefined : readTask(store, member.workspaceId, found);
}

/** The answer where a task is not there: perhaps because this very request deleted it, and its answer was lost. */
export async function taskGone({ store, member, requestId }: MemberCall, number: TaskNumber): Promise<Reply> {
  const receipt = await findReceipt(store, member, requestId);
  if (receipt === undefined) return noTask(number);
  return plainReply('That is done already. `/track tasks` shows how things stand.');
}
