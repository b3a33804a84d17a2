import type { Task } from '../../task.ts';
import type { MemberCall } from '../call.ts';
import { changedReply, writeTask } from '../commands/task-change.ts';
import { deleteSeen } from '../commands/task-delete.ts';
import { taskPage, withTaskPage } from '../commands/task-page.ts';
import { tasksPage } from '../commands/tasks.ts';
import { taskGone, taskNow } from '../find-task.ts';
import { TASK_LOST } from '../messages/no-task.ts';
import { taskLine } from '../messages/task-words.ts';
import { plainReply, type Reply } from '../slack/blocks.ts';
import { openLogForm } from '../views/open-forms.ts';
import { openTaskEdit, openTaskMove } from '../views/open-task-forms.ts';
import { decodeTaskPage, decodeTaskRef, type TaskRef } from '../wire/task-ref.ts';
import { decodeTasksPage } from '../wire/tasks-page.ts';
import { answerTo, type Press, type PressHandler } from './press.ts';

/** Shows a task, or a further page of its subtasks. */
export const taskPressed: PressHandler = async (call, { value }) => {
  const page = decodeTaskPage(value);
  return page === undefined ? TASK_LOST : taskPage(call, page.number, page.skip);
};

/** Shows the tree, or a further page of it. */
export const tasksPressed: PressHandler = async (call, { value }) =>
  tasksPage(call, decodeTasksPage(value) ?? { which: 'open', skip: 0 });

/** Finishes a task and shows it. */
export const taskDonePressed: PressHandler = (call, press) =>
  onTask(call, press, (task) => changed(call, task, { kind: 'done' }));

/** Opens a finished task again and shows it. */
export const taskReopenPressed: PressHandler = (call, press) =>
  onTask(call, press, (task) => changed(call, task, { kind: 'reopen' }));

/** Deletes a task, with the way back. */
export const taskDeletePressed: PressHandler = (call, press) =>
  onTask(call, press, async (task, ref) => {
    // What the person saw is not what stands now: they decide anew.
    if (task.version !== ref.version) {
      const words = `Not deleted: it was changed meanwhile. Now it is ${taskLine(task)}.`;
      return withTaskPage(call, plainReply(words), task);
    }
    return deleteSeen(call, task);
  });

/** Opens the form with all that can be changed about a task. */
export const taskEditPressed: PressHandler = async (call, press) => {
  const ref = decodeTaskRef(press.value);
  return ref === undefined ? TASK_LOST : openTaskEdit(call, ref.number, answerTo(press));
};

/** Opens the form that asks where a task is to hang. */
export const taskMovePressed: PressHandler = async (call, press) => {
  const ref = decodeTaskRef(press.value);
  return ref === undefined ? TASK_LOST : openTaskMove(call, ref.number, answerTo(press));
};

/** Opens the log form with the task chosen; its answer comes below, and the task stays in sight. */
export const taskLogPressed: PressHandler = (call, press) =>
  onTask(call, press, ({ number, title }) =>
    openLogForm(call, answerTo(press, 'add'), { task: { number, title } }),
  );

async function changed(
  call: MemberCall,
  task: Task,
  change: { readonly kind: 'done' | 'reopen' },
): Promise<Reply> {
  const [result, settled] = await Promise.all([
    writeTask(call, task, change),
    call.directory.read(call.store, call.member),
  ]);
  const first = changedReply(result, change, settled, { isAbovePage: true });
  const now = result.kind === 'changed' ? result.current : 'task' in result ? result.task : task;
  return now === undefined ? first : withTaskPage(call, first, now);
}

async function onTask(
  call: MemberCall,
  { value }: Press,
  act: (task: Task, ref: TaskRef) => Promise<Reply | undefined>,
): Promise<Reply | undefined> {
  const ref = decodeTaskRef(value);
  if (ref === undefined) return TASK_LOST;
  const task = await taskNow(call, ref.number);
  return task === undefined ? taskGone(call, ref.number) : act(task, ref);
}
