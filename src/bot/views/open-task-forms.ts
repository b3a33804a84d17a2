import type { Task, TaskNumber } from '../../task.ts';
import type { SettledTasks } from '../../task-parents.ts';
import { underItsHeir } from '../../task-place.ts';
import type { MemberCall } from '../call.ts';
import { taskGone, taskNow } from '../find-task.ts';
import { plainReply, type Reply } from '../slack/blocks.ts';
import { type Answer, openForm } from './open-form.ts';
import { editTaskForm, moveTaskForm, newTaskForm, type TaskFields, taskFieldsOf } from './task-form.ts';

const NOT_OPENED = plainReply(
  'Slack did not open the form this time. Please try again, or type it in one line: `/track task new Write the guide ~4h`.',
);

/** Opens the form that makes a task; the reply is what to say if it did not open. */
export function openNewTask(call: MemberCall, answer: Answer | undefined): Promise<Reply | undefined> {
  return openForm(call, answer, {}, newTaskForm, NOT_OPENED);
}

/** Opens the form with all that can be changed about a task. */
export function openTaskEdit(
  call: MemberCall,
  number: TaskNumber,
  answer: Answer | undefined,
): Promise<Reply | undefined> {
  return openAbout(call, number, answer, editTaskForm);
}

/** Opens the form that asks where a task is to hang. */
export function openTaskMove(
  call: MemberCall,
  number: TaskNumber,
  answer: Answer | undefined,
): Promise<Reply | undefined> {
  return openAbout(call, number, answer, moveTaskForm);
}

/** The task that another hangs under, as a form's field shows it. */
export function parentOf(task: Task, settled: SettledTasks): TaskFields['parent'] {
  const { parent } = underItsHeir(task, settled);
  if (parent === undefined) return undefined;
  const title = settled.tasks.find(({ number }) => number === parent)?.title;
  return { number: parent, ...(title === undefined ? {} : { title }) };
}

async function openAbout(
  call: MemberCall,
  number: TaskNumber,
  answer: Answer | undefined,
  form: typeof editTaskForm,
): Promise<Reply | undefined> {
  const [task, settled] = await Promise.all([
    taskNow(call, number),
    call.directory.read(call.store, call.member),
  ]);
  if (task === undefined) return taskGone(call, number);
  const fields = taskFieldsOf(task, parentOf(task, settled));
  const about = { task: number, taskVersion: task.version };
  return openForm(call, answer, about, (state) => form(number, { fields, state }), NOT_OPENED);
}
