import { MOST_FINISHED } from '../../store/finish-tasks.ts';
import type { TaskNumber, TaskSummary } from '../../task.ts';
import { type Button, button } from '../slack/blocks.ts';
import { ACTION } from '../wire/action-ids.ts';
import { encodeTasksBelow } from '../wire/tasks-below.ts';
import { taskTitle } from './task-words.ts';

/** As many open subtasks as are named. */
const MOST_NAMED = 3;

/** That a finished task has open ones below it, as a line of mrkdwn; none where it has none. */
export function openBelowWords(open: readonly TaskSummary[]): readonly string[] {
  if (open.length === 0) return [];
  const named = open.slice(0, MOST_NAMED).map((task) => taskTitle(task, 40));
  const more = open.length > named.length ? ` and ${open.length - named.length} more` : '';
  const count = open.length === 1 ? '1 subtask is' : `${open.length} subtasks are`;
  return [`${count} still open: ${named.join(', ')}${more}.`];
}

/** The way to finish them too; none where they are more than can be finished at once. */
export function finishBelowButton(top: TaskNumber, open: readonly TaskSummary[]): readonly Button[] {
  if (open.length === 0 || open.length > MOST_FINISHED) return [];
  return [
    button({
      action: ACTION.finishBelow,
      text: open.length === 1 ? 'Finish it too' : `Finish all ${open.length} too`,
      value: encodeTasksBelow({ top, open: open.map(({ number }) => number) }),
    }),
  ];
}
