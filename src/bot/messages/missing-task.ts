import { type TaskNumber, type TaskSummary, taskName } from '../../task.ts';
import { type Button, button } from '../slack/blocks.ts';
import { ACTION } from '../wire/action-ids.ts';

/** What is known of the task that an entry or a note names. */
export type NamedTask =
  | { readonly kind: 'known'; readonly task: TaskSummary }
  /** Nobody has made it. */
  | { readonly kind: 'missing'; readonly number: TaskNumber }
  /** What names it counts for `heir`, under which it lay, if that is still there. */
  | { readonly kind: 'deleted'; readonly number: TaskNumber; readonly heir?: TaskNumber };

/** That an entry names a task that is not there, as lines of mrkdwn: none for one that is. */
export function missingTaskWords(task: NamedTask | undefined): readonly string[] {
  if (task?.kind === 'deleted' && task.heir !== undefined)
    return [
      `${taskName(task.number)} was deleted. Your entry is kept, and counts for ${taskName(task.heir)}.`,
    ];
  return notThereWords(task).map((words) => `${words} Your entry is kept either way.`);
}

/** The same without what becomes of what names it. */
export function notThereWords(task: NamedTask | undefined): readonly string[] {
  switch (task?.kind) {
    case 'missing':
      return [`${taskName(task.number)} does not exist yet.`];
    case 'deleted':
      return [`${taskName(task.number)} was deleted.`];
    default:
      return [];
  }
}

/** The ways out for an entry whose task is not there: make it, or another where its number is spent, or choose one. */
export function missingTaskButtons(task: NamedTask | undefined, entryRef: string): readonly Button[] {
  if (task === undefined || task.kind === 'known') return [];
  const isDeleted = task.kind === 'deleted';
  const create = {
    action: ACTION.createTask,
    text: isDeleted ? 'Create another task' : `Create ${taskName(task.number)}`,
    value: entryRef,
  };
  const choose = { action: ACTION.chooseTask, text: 'Choose a task', value: entryRef };
  return isDeleted
    ? [button({ ...choose, style: 'primary' }), button(create)]
    : [button({ ...create, style: 'primary' }), button(choose)];
}
