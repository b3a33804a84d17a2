import { type TaskNumber, taskName } from '../../task.ts';
import { plainReply, type Reply } from '../slack/blocks.ts';

/** Said of a number that nobody has made a task of. */
export function noTask(number: TaskNumber): Reply {
  return plainReply(
    `There is no ${taskName(number)}. \`/track tasks\` shows those there are, and \`/track task new Write the guide\` makes one.`,
  );
}

/** Said of a task that is gone for everybody; what was logged on it is not. */
export function taskDeleted(number: TaskNumber): Reply {
  return plainReply(
    `${taskName(number)} was deleted; what was logged on it is kept. \`/track tasks\` shows those there are, and whoever deleted it may bring it back with \`/track undo\`.`,
  );
}

/** Said of a button whose value can't be read. */
export const TASK_LOST = plainReply(
  'That task can’t be found by this button any more. `/track tasks` shows those there are.',
);
