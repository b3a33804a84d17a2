import { formatDuration } from '../../duration.ts';
import { LONGEST_NOTE } from '../../entry.ts';
import { LONGEST_TASK_TITLE, type Task, type TaskNumber, taskName } from '../../task.ts';
import type { Block, View } from '../slack/blocks.ts';
import { FORM, filled, modal, noticeBlocks, textField } from './form.ts';
import { tagsField, tagsText } from './tags-field.ts';
import { type TaskChoice, taskField } from './task-field.ts';

/** The ids of the task form's fields. */
export const TASK_FIELD = {
  title: 'title',
  parent: 'parent',
  estimate: 'estimate',
  tags: 'tags',
  note: 'note',
} as const;

/** What stands in the fields when the form opens. */
export type TaskFields = {
  readonly title?: string;
  readonly parent?: TaskChoice;
  readonly estimate?: string;
  readonly tags?: string;
  readonly note?: string;
};

type TaskForm = {
  readonly fields: TaskFields;
  readonly state: string;
  /** A sentence of mrkdwn above the fields. */
  readonly notice?: string;
};

/** The form that makes a task. */
export function newTaskForm(state: string): View {
  return modal({
    callback: FORM.newTask,
    title: 'New task',
    submit: 'Create',
    state,
    blocks: taskFields({}),
  });
}

/** The form that changes all there is about a task. */
export function editTaskForm(number: TaskNumber, { fields, state, notice }: TaskForm): View {
  return modal({
    callback: FORM.editTask,
    title: `Edit ${taskName(number)}`,
    submit: 'Save',
    state,
    blocks: [...noticeBlocks(notice), ...taskFields(fields)],
  });
}

/** The form that only asks under which task another is to hang; it is read as the one that changes all. */
export function moveTaskForm(number: TaskNumber, { fields, state, notice }: TaskForm): View {
  return modal({
    callback: FORM.editTask,
    title: `Move ${taskName(number)}`,
    submit: 'Move',
    state,
    blocks: [...noticeBlocks(notice), parentField(fields)],
  });
}

/** A task as the texts of its form's fields. */
export function taskFieldsOf({ title, estimate, tags }: Task, parent: TaskFields['parent']): TaskFields {
  return {
    title,
    tags: tagsText(tags),
    ...(estimate === undefined ? {} : { estimate: formatDuration(estimate) }),
    ...(parent === undefined ? {} : { parent }),
  };
}

/** The fields of a task; a form about something else may take them in. */
export function taskFields(fields: TaskFields): Block[] {
  return [
    textField({
      id: TASK_FIELD.title,
      label: 'Title',
      placeholder: 'Write the guide',
      hint: 'Everybody in the workspace can log on it by its number.',
      maxLength: LONGEST_TASK_TITLE,
      focus: true,
      ...filled(fields.title),
    }),
    parentField(fields),
    textField({
      id: TASK_FIELD.estimate,
      label: 'Estimate',
      placeholder: '4h',
      hint: 'How long it may take in all, subtasks included. Each answer then tells what is left.',
      optional: true,
      maxLength: 100,
      ...filled(fields.estimate),
    }),
    tagsField({ id: TASK_FIELD.tags, placeholder: '#docs #site', text: fields.tags }),
    textField({
      id: TASK_FIELD.note,
      label: 'Add a note',
      hint: 'Only you see it, on the page of the task.',
      optional: true,
      multiline: true,
      maxLength: LONGEST_NOTE,
      ...filled(fields.note),
    }),
  ];
}

function parentField({ parent }: TaskFields): Block {
  return taskField({
    id: TASK_FIELD.parent,
    label: 'Part of',
    hint: 'The task that it is a part of. Leave it empty for the top.',
    optional: true,
    task: parent,
  });
}
