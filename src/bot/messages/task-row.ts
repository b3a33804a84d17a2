import { type TaskNumber, taskName } from '../../task.ts';
import { type Block, button, sectionWith } from '../slack/blocks.ts';
import { ACTION } from '../wire/action-ids.ts';
import { encodeTaskPage } from '../wire/task-ref.ts';

/** A line about a task with the button that opens its page; `list` keeps apart the lists of one message. */
export function taskRow(list: string, number: TaskNumber, words: string): Block {
  const open = button({
    action: ACTION.task,
    text: 'Open',
    value: encodeTaskPage({ number, skip: 0 }),
    label: `Open ${taskName(number)}`,
  });
  return sectionWith(`${list}-${number}`, words, open);
}
