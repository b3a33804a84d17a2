import type { Seconds } from '../../duration.ts';
import { type Field, readEstimateField, readTaskField } from '../../phrase/read-fields.ts';
import type { Tag } from '../../tag.ts';
import { LONGEST_TASK_TITLE, type TaskNumber } from '../../task.ts';
import { areRead, errorsOf, type FieldErrors, optional, says, wrong } from './field-read.ts';
import type { FieldValues } from './field-values.ts';
import { readTags } from './read-tags.ts';
import { TASK_FIELD } from './task-form.ts';

/** What a task form says. */
export type TaskRead = {
  readonly title: string;
  readonly parent?: TaskNumber;
  readonly tags: readonly Tag[];
  readonly estimate?: Seconds;
};

export type TaskFieldsRead =
  | { readonly kind: 'read'; readonly task: TaskRead }
  | { readonly kind: 'errors'; readonly errors: FieldErrors };

/** Reads a submitted task form; every slip is told at its field. */
export function readTaskFields(values: FieldValues): TaskFieldsRead {
  const fields = {
    [TASK_FIELD.title]: readTitle(values[TASK_FIELD.title]),
    [TASK_FIELD.parent]: readParent(values),
    [TASK_FIELD.estimate]: optional(values[TASK_FIELD.estimate], readEstimateField),
    [TASK_FIELD.tags]: readTags(values[TASK_FIELD.tags]),
  };
  if (!areRead(fields)) return { kind: 'errors', errors: errorsOf(fields) };
  const { title, parent, estimate, tags } = fields;
  return {
    kind: 'read',
    task: {
      title: title.value,
      tags: tags.value,
      ...(parent.value === undefined ? {} : { parent: parent.value }),
      ...(estimate.value === undefined ? {} : { estimate: estimate.value }),
    },
  };
}

/** The task that a form says another is to hang under; none for the top. */
export function readParent(values: FieldValues): Field<TaskNumber | undefined> {
  return optional(values[TASK_FIELD.parent], readTaskField);
}

function readTitle(text: string | undefined): Field<string> {
  const title = (text ?? '').replace(/\s+/g, ' ').trim();
  if (title === '') return wrong('A task needs a title.');
  if (title.length > LONGEST_TASK_TITLE)
    return wrong(`A title has at most ${LONGEST_TASK_TITLE} characters.`);
  return says(title);
}
