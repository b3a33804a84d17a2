import type { Seconds } from '../../duration.ts';
import { type Field, readEstimateField, readTaskField } from '../../phrase/read-fields.ts';
import type { Tag } from '../../tag.ts';
import { LONGEST_TASK_TITLE, type TaskNumber } from '../../task.ts';
import type { FieldValues } from './field-values.ts';
import type { FieldErrors } from './read-entry-fields.ts';
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
  const title = readTitle(values[TASK_FIELD.title]);
  const parent = readParent(values);
  const estimate = optional(values[TASK_FIELD.estimate], readEstimateField);
  const tags = readTags(values[TASK_FIELD.tags]);
  const parts: Readonly<Record<string, Field<unknown>>> = {
    [TASK_FIELD.title]: title,
    [TASK_FIELD.parent]: parent,
    [TASK_FIELD.estimate]: estimate,
    [TASK_FIELD.tags]: tags,
  };
  if (
    title.kind === 'error' ||
    parent.kind === 'error' ||
    estimate.kind === 'error' ||
    tags.kind === 'error'
  ) {
    const errors = Object.entries(parts).flatMap(([field, part]) =>
      part.kind === 'error' ? [[field, part.message] as const] : [],
    );
    return { kind: 'errors', errors: Object.fromEntries(errors) };
  }
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
  if (title === '') return { kind: 'error', message: 'A task needs a title.' };
  if (title.length > LONGEST_TASK_TITLE)
    return { kind: 'error', message: `A title has at most ${LONGEST_TASK_TITLE} characters.` };
  return { kind: 'value', value: title };
}

function optional<T>(text: string | undefined, read: (text: string) => Field<T>): Field<T | undefined> {
  return text === undefined ? { kind: 'value', value: undefined } : read(text);
}
