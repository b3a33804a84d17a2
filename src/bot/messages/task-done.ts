import { type Task, type TaskSummary, taskName } from '../../task.ts';
import { actions, button, type Reply, reply, section } from '../slack/blocks.ts';
import { ACTION } from '../wire/action-ids.ts';
import { encodeTaskPage } from '../wire/task-ref.ts';
import { finishBelowButton, openBelowWords } from './open-below.ts';
import { taskLine } from './task-words.ts';
import { undoButton } from './undo-button.ts';

/** How a change of a task is told. */
export type TaskConfirmation = {
  /** What was done, as the first word: `Renamed:`, `Moved:`. */
  readonly done: string;
  /** As it stands now; for a deletion as it was. */
  readonly task: Task;
  /** What is open below a task that is finished. */
  readonly openBelow?: readonly TaskSummary[];
  /** What else there is to say, as lines of mrkdwn. */
  readonly more?: readonly string[];
  /** The value of the Undo button; absent where there is nothing to take back. */
  readonly undo?: string;
  /** True where the task's page follows, so that no button to it is needed. */
  readonly isAbovePage?: boolean;
};

/** The echo of a change: the whole task as it stands now, and the way back. */
export function confirmTask(confirmation: TaskConfirmation): Reply {
  const { done, task, openBelow = [], more = [], undo, isAbovePage } = confirmation;
  const said = [`${done} ${taskLine(task)}`, ...openBelowWords(openBelow), ...more].join('\n');
  const buttons = [
    ...(undo === undefined ? [] : [undoButton(undo)]),
    ...finishBelowButton(task.number, openBelow),
    ...(isAbovePage === true
      ? []
      : [
          button({
            action: ACTION.task,
            text: `Open ${taskName(task.number)}`,
            value: encodeTaskPage({ number: task.number, skip: 0 }),
          }),
        ]),
  ];
  return reply(said, [section(said), ...(buttons.length === 0 ? [] : [actions('task-change', buttons)])]);
}
