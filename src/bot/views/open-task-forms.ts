import type { Task, TaskNumber } from '../../task.ts';
import type { MemberCall } from '../call.ts';
import { underItsHeir } from '../commands/task-change.ts';
import { taskGone, taskNow } from '../find-task.ts';
import { plainReply, type Reply, type View } from '../slack/blocks.ts';
import { type Answer, openForm } from './open-form.ts';
import { editTaskForm, moveTaskForm, newTaskForm, type TaskFields, taskFieldsOf } from './task-form.ts';

const NOT_OPENED = plainReply(
  'Slack did not open the form this time. Please try again, or type it in one line: `/track task new Write the guide ~4h`.',
);

/** Opens the form that makes a task; the reply is what to say if it did not open. */
export function openNewTask(
  call: MemberCall,
  fields: TaskFields,
  answer: Answer | undefined,
): Promise<Reply | undefined> {
  return openForm(call, answer, {}, (state) => newTaskForm({ fields, state }), NOT_OPENED);
}

/** Opens the form with all that can be changed about a task. */
export async function openTaskEdit(
  call: MemberCall,
  number: TaskNumber,
  answer: Answer | undefined,
): Promise<Reply | undefined> {
  return openAbout(call, number, answer, async (task, state) =>
    editTaskForm(number, { fields: taskFieldsOf(task, await parentOf(call, task)), state }),
  );
}

/** Opens the form that asks where a task is to hang. */
export async function openTaskMove(
  call: MemberCall,
  number: TaskNumber,
  answer: Answer | undefined,
): Promise<Reply | undefined> {
  return openAbout(call, number, answer, async (task, state) =>
    moveTaskForm(number, { fields: taskFieldsOf(task, await parentOf(call, task)), state }),
  );
}

/** The task that another hangs under, as a form's field shows it. */
export async function parentOf(call: MemberCall, task: Task): Promise<TaskFields['parent']> {
  const { parent } = await underItsHeir(call, task);
  if (parent === undefined) return undefined;
  const { tasks } = await call.directory.read(call.store, call.member);
  const title = tasks.find(({ number }) => number === parent)?.title;
  return { number: parent, ...(title === undefined ? {} : { title }) };
}

async function openAbout(
  call: MemberCall,
  number: TaskNumber,
  answer: Answer | undefined,
  build: (task: Task, state: string) => Promise<View>,
): Promise<Reply | undefined> {
  const task = await taskNow(call, number);
  if (task === undefined) return taskGone(call, number);
  const about = { task: number, taskVersion: task.version };
  return openForm(call, answer, about, (state) => build(task, state), NOT_OPENED);
}
