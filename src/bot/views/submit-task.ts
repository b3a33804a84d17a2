import { findReceipt } from '../../store/change.ts';
import type { TaskChange } from '../../store/change-task.ts';
import type { Task } from '../../task.ts';
import type { SettledTasks } from '../../task-parents.ts';
import { placeUnder } from '../../task-place.ts';
import type { MemberCall } from '../call.ts';
import { changedReply, writeTask } from '../commands/task-change.ts';
import { createdReply } from '../commands/task-new.ts';
import { withTaskPage } from '../commands/task-page.ts';
import { taskNow } from '../find-task.ts';
import { noWayWords } from '../messages/no-way.ts';
import { taskLine } from '../messages/task-words.ts';
import { encodeUndo } from '../wire/undo-value.ts';
import type { FieldValues } from './field-values.ts';
import { sealState } from './form-state.ts';
import { keptOpen } from './kept-open.ts';
import { makeTask } from './make-task.ts';
import { noteOnTask } from './note-on-task.ts';
import { readParent, readTaskFields } from './read-task-fields.ts';
import type { Outcome, Submission } from './submission.ts';
import { editTaskForm, moveTaskForm, TASK_FIELD, type TaskFields } from './task-form.ts';

/** Makes a task of what the form says. */
export async function submitNewTask(call: MemberCall, submission: Submission): Promise<Outcome> {
  const read = readTaskFields(submission.values);
  if (read.kind === 'errors') return read;
  const made = await makeTask(call, submission.formId, read.task);
  if (made.kind === 'errors') return made;
  const noted = await noteOnTask(call, made.task.number, submission);
  return { kind: 'answer', title: 'Created', reply: createdReply(made.task, encodeUndo(made.undo), noted) };
}

/** Saves a task; one that was changed since the form opened is shown first, with what was typed still in place. */
export async function submitTaskEdit(call: MemberCall, submission: Submission): Promise<Outcome> {
  const { state, values } = submission;
  const [task, settled] = await Promise.all([
    state.task === undefined ? undefined : taskNow(call, state.task),
    call.directory.read(call.store, call.member),
  ]);
  if (task === undefined) return keptOpen(values, GONE);
  if (task.version !== state.taskVersion) {
    const receipt = await findReceipt(call.store, call.member, call.requestId);
    if (receipt === undefined) return showAgain(call, submission, task);
    const more = await noteOnTask(call, task.number, submission);
    const done = { kind: 'already done', task, undo: receipt.undo } as const;
    return { kind: 'answer', title: 'Saved', reply: changedReply(done, SAVED, settled, { more }) };
  }
  const change = changeOf(task, values, settled);
  if ('errors' in change) return { kind: 'errors', errors: change.errors };
  const result = await writeTask(call, task, change);
  if (result.kind === 'changed')
    return result.current === undefined
      ? keptOpen(values, GONE)
      : showAgain(call, submission, result.current);
  if (result.kind === 'no way') {
    const why = noWayWords(result.why, 'parent' in change ? change.parent : undefined);
    return { kind: 'errors', errors: { [TASK_FIELD.parent]: `Not here: ${why.replaceAll('`', '')}` } };
  }
  const more = await noteOnTask(call, task.number, submission);
  const first = changedReply(result, change, settled, { isAbovePage: true, more });
  const now = 'task' in result ? result.task : undefined;
  return {
    kind: 'answer',
    title: 'Saved',
    reply: now === undefined ? first : await withTaskPage(call, first, now),
  };
}

const GONE = 'This task is not there any more, so nothing was saved.';

const SAVED: TaskChange = { kind: 'edit', title: '', tags: [], height: 0 };

/** What the form says is to change. */
function changeOf(task: Task, values: FieldValues, settled: SettledTasks) {
  if (!(TASK_FIELD.title in values)) {
    const parent = readParent(values);
    if (parent.kind === 'error') return { errors: { [TASK_FIELD.parent]: parent.message } };
    return { kind: 'move', ...placeUnder(task, parent.value, settled) } as const;
  }
  const read = readTaskFields(values);
  if (read.kind === 'errors') return { errors: read.errors };
  const { parent, ...rest } = read.task;
  return { kind: 'edit', ...rest, ...placeUnder(task, parent, settled) } as const;
}

function showAgain(call: MemberCall, { state, values }: Submission, current: Task): Outcome {
  const next = sealState({ ...state, round: state.round + 1, taskVersion: current.version }, call.seal);
  const notice = `:warning: This task was changed meanwhile. Now it is ${taskLine(current)}. Save once more to put yours in its place.`;
  const form = { fields: typedFields(values), state: next, notice };
  const isWhole = TASK_FIELD.title in values;
  const view = isWhole ? editTaskForm(current.number, form) : moveTaskForm(current.number, form);
  return { kind: 'show', view };
}

function typedFields(values: FieldValues): TaskFields {
  const parent = Number(values[TASK_FIELD.parent]);
  const text = (field: 'title' | 'estimate' | 'tags' | 'note') => {
    const value = values[TASK_FIELD[field]];
    return value === undefined ? {} : { [field]: value };
  };
  return {
    ...text('title'),
    ...text('estimate'),
    ...text('tags'),
    ...text('note'),
    ...(parent > 0 ? { parent: { number: parent } } : {}),
  };
}
