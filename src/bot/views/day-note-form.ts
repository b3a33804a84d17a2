import { LONGEST_NOTE } from '../../entry.ts';
import type { NoteContent } from '../../note.ts';
import type { Tag } from '../../tag.ts';
import type { View } from '../slack/blocks.ts';
import type { FieldValues } from './field-values.ts';
import { dateField, FORM, filled, modal, noticeBlocks, textField } from './form.ts';
import { tagsField, tagsText } from './tags-field.ts';
import { taskField } from './task-field.ts';

/** The ids of the fields of the form for a note on a day or a task. */
export const NOTE_FIELD = { text: 'text', date: 'date', tags: 'tags', task: 'task' } as const;

export type DayNoteForm = {
  readonly fields: FieldValues;
  /** Tags that are likely wanted. */
  readonly likely: readonly Tag[];
  readonly state: string;
  /** A sentence of mrkdwn above the fields. */
  readonly notice?: string;
  /** True for a note that is not there yet. */
  readonly isNew?: boolean;
};

/** A note as the values of its form's fields. */
export function noteFieldsOf({ text, date, tags, task }: NoteContent): FieldValues {
  return {
    [NOTE_FIELD.text]: text,
    [NOTE_FIELD.date]: date,
    [NOTE_FIELD.tags]: tags.length === 0 ? undefined : tagsText(tags),
    [NOTE_FIELD.task]: task === undefined ? undefined : String(task),
  };
}

/** Writes a note on a day or a task, or changes one. */
export function dayNoteForm({ fields, likely, state, notice, isNew = false }: DayNoteForm): View {
  const { text, date, tags, task } = fields;
  const number = Number(task);
  return modal({
    callback: FORM.dayNote,
    title: isNew ? 'New note' : 'Edit note',
    submit: 'Save',
    state,
    blocks: [
      ...noticeBlocks(notice),
      textField({
        id: NOTE_FIELD.text,
        label: 'Note',
        hint: 'Only you see it.',
        multiline: true,
        maxLength: LONGEST_NOTE,
        focus: true,
        ...filled(text),
      }),
      ...(date === undefined ? [] : [dateField({ id: NOTE_FIELD.date, label: 'Day', value: date })]),
      tagsField({ id: NOTE_FIELD.tags, placeholder: '#writing #client', text: tags, likely }),
      taskField({ id: NOTE_FIELD.task, optional: true, task: number > 0 ? { number } : undefined }),
    ],
  });
}
