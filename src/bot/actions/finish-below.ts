import { finishTasks } from '../../store/finish-tasks.ts';
import type { Task } from '../../task.ts';
import { tasksBelow } from '../../task-tree.ts';
import type { MemberCall } from '../call.ts';
import { withTaskPage } from '../commands/task-page.ts';
import { doneBefore } from '../done-before.ts';
import { taskGone, taskNow } from '../find-task.ts';
import { TASK_LOST } from '../messages/no-task.ts';
import { taskTitle } from '../messages/task-words.ts';
import { undoButton } from '../messages/undo-button.ts';
import { actions, plainReply, type Reply, reply, section } from '../slack/blocks.ts';
import { decodeTasksBelow } from '../wire/tasks-below.ts';
import { encodeUndo } from '../wire/undo-value.ts';
import type { PressHandler } from './press.ts';

const CHANGED = plainReply(
  'Nothing finished: one of them was changed at this very moment. This is how they stand now.',
);
const NONE_OPEN = plainReply('None of them is open any more.');

/** Finishes those tasks below a finished one that were seen to be open and still are there, in one step of undo. */
export const finishBelowPressed: PressHandler = async (call, { value }) => {
  const seen = decodeTasksBelow(value);
  if (seen === undefined) return TASK_LOST;
  const [top, settled, ...found] = await Promise.all([
    taskNow(call, seen.top),
    call.directory.read(call.store, call.member),
    ...seen.open.map((number) => taskNow(call, number)),
  ]);
  if (top === undefined) return taskGone(call, seen.top);
  const below = tasksBelow(settled.tasks, top.number);
  const open = found
    .filter((task) => task !== undefined)
    .filter(({ number, state }) => state === 'open' && below.has(number));
  return withTaskPage(call, await finish(call, open), top);
};

async function finish(call: MemberCall, open: readonly Task[]): Promise<Reply> {
  const { store, member, requestId, directory } = call;
  if (open.length === 0) return (await doneBefore(call, 'tasks')) ?? NONE_OPEN;
  const result = await finishTasks(store, member, requestId, open);
  if (result.kind !== 'done') return (await doneBefore(call, 'tasks')) ?? CHANGED;
  const { tasks, undo } = result;
  for (const task of tasks) directory.note(member.workspaceId, task);
  const title = ':white_check_mark: Finished:';
  const lines = [title, ...tasks.map((task) => `• ${taskTitle(task)}`)].join('\n');
  return reply(lines, [section(lines), actions('finished', [undoButton(encodeUndo(undo))])]);
}
