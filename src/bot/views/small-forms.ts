import { LONGEST_NOTE } from '../../entry.ts';
import { type TaskNumber, taskName } from '../../task.ts';
import { section, type View } from '../slack/blocks.ts';
import { FORM, filled, modal, OPTIONS, searchField, textField } from './form.ts';
import { taskField } from './task-field.ts';
import { taskFields } from './task-form.ts';

/** The id of the one field of each small form. */
export const SMALL_FIELD = { note: 'note', task: 'task', zone: 'zone' } as const;

/** Writes or changes the note of an entry. */
export function noteForm(state: string, note: string | undefined, about: string): View {
  return modal({
    callback: FORM.note,
    title: 'Note',
    submit: 'Save',
    state,
    blocks: [
      section(about),
      textField({
        id: SMALL_FIELD.note,
        label: 'Note',
        hint: 'Only you see it, unless you share it. Empty takes the note away.',
        optional: true,
        multiline: true,
        maxLength: LONGEST_NOTE,
        focus: true,
        ...filled(note),
      }),
    ],
  });
}

/** Makes the task `number` for an entry that names the task `named`, which may be a number that can't be given. */
export function taskForm(state: string, number: TaskNumber, named: TaskNumber): View {
  return modal({
    callback: FORM.task,
    title: `Create ${taskName(number)}`,
    submit: 'Create',
    state,
    blocks: [...(number === named ? [] : [section(otherNumber(number, named))]), ...taskFields({})],
  });
}

function otherNumber(number: TaskNumber, named: TaskNumber): string {
  const why =
    named < number
      ? `${taskName(named)} can’t be made any more, since numbers are never given twice.`
      : `${taskName(named)} can’t be made, since it lies far beyond the numbers given so far.`;
  return `${why} The next free one is *${taskName(number)}*, and your entry moves to it.`;
}

/** Puts an entry on a task that exists. */
export function chooseTaskForm(state: string, about: string): View {
  return modal({
    callback: FORM.chooseTask,
    title: 'Choose a task',
    submit: 'Use it',
    state,
    blocks: [section(about), taskField({ id: SMALL_FIELD.task })],
  });
}

/** Asks for the member's time zone, where Slack did not tell it. */
export function zoneForm(state: string): View {
  return modal({
    callback: FORM.zone,
    title: 'Your time zone',
    submit: 'Save',
    state,
    blocks: [
      searchField({
        id: SMALL_FIELD.zone,
        label: 'Time zone',
        placeholder: 'Search for a city, such as Madrid',
        hint: 'It decides which day your work is booked on.',
        options: OPTIONS.zone,
      }),
    ],
  });
}
