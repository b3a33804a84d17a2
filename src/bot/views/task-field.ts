import { type TaskNumber, taskName } from '../../task.ts';
import type { Block } from '../slack/blocks.ts';
import { OPTIONS, searchField } from './form.ts';

/** A task as a form's field shows it. */
export type TaskChoice = { readonly number: TaskNumber; readonly title?: string };

export type TaskField = {
  readonly id: string;
  readonly label?: string;
  readonly hint?: string;
  readonly optional?: boolean;
  /** What is chosen when the form opens. */
  readonly task?: TaskChoice | undefined;
};

/** A select of the workspace's tasks, by number or title. */
export function taskField({ task, label = 'Task', ...field }: TaskField): Block {
  return searchField({
    ...field,
    label,
    placeholder: 'Search by number or title',
    options: OPTIONS.task,
    ...(task === undefined
      ? {}
      : {
          value: { text: `${taskName(task.number)} ${task.title ?? ''}`.trim(), value: String(task.number) },
        }),
  });
}
