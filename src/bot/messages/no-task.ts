import { type TaskNumber, taskName } from '../../task.ts';
import { plainReply, type Reply } from '../slack/blocks.ts';

/** The same words whether it was deleted or never made. */
export function noTask(number: TaskNumber): Reply {
  return plainReply(
    `There is no ${taskName(number)}. \`/track tasks\` shows those there are, and \`/track task new Write the guide\` makes one.`,
  );
}

/** Said of a button whose value can't be read. */
export const TASK_LOST = plainReply(
  'That task can’t be found by this button any more. `/track tasks` shows those there are.',
);
