import { formatDuration } from '../../duration.ts';
import { type EntryContent, LONGEST_NOTE } from '../../entry.ts';
import { formatMeasure, type Measure } from '../../measure.ts';
import type { Tag } from '../../tag.ts';
import type { LocalDate } from '../../time.ts';
import { clockWords } from '../messages/words.ts';
import { type Block, context, type View } from '../slack/blocks.ts';
import { dateField, FORM, filled, modal, noticeBlocks, textField } from './form.ts';
import { LONGEST_FIELD, tagsField, tagsText } from './tags-field.ts';
import { type TaskChoice, taskField } from './task-field.ts';

/** The ids of the entry form's fields. */
export const FIELD = {
  time: 'time',
  date: 'date',
  tags: 'tags',
  task: 'task',
  measures: 'measures',
  note: 'note',
  lines: 'lines',
} as const;

/** What stands in the fields when the form opens. */
export type EntryFields = {
  readonly time?: string;
  readonly date: LocalDate;
  readonly tags?: string;
  readonly task?: TaskChoice;
  readonly measures?: string;
  readonly note?: string;
  /** More entries, one line each; only to log. */
  readonly lines?: string;
};

export type EntryForm = {
  readonly purpose: 'log' | 'edit';
  readonly fields: EntryFields;
  /** Tags that are likely wanted. */
  readonly likely: readonly Tag[];
  readonly state: string;
  /** A sentence of mrkdwn above the fields. */
  readonly notice?: string;
  /** Small print of mrkdwn below them. */
  readonly footer?: string;
};

/** The form to log or edit one entry. Every field is read by the same reader as the command line. */
export function entryForm({ purpose, fields, likely, state, notice, footer }: EntryForm): View {
  return modal({
    callback: FORM[purpose],
    title: purpose === 'log' ? 'Log time' : 'Edit entry',
    submit: purpose === 'log' ? 'Log' : 'Save',
    state,
    blocks: [
      ...noticeBlocks(notice),
      ...entryFields(fields, likely),
      ...(purpose === 'log' ? [linesField(fields.lines)] : []),
      ...(footer === undefined ? [] : [context(footer)]),
    ],
  });
}

/** An entry as the texts of its form's fields. */
export function fieldsOf(entry: EntryContent): EntryFields {
  const time =
    entry.clock !== undefined
      ? clockWords(entry.clock, entry.zone)
          .replace('–', '-')
          .replace(/ \(.*\)$/, '')
      : entry.seconds === undefined
        ? undefined
        : formatDuration(entry.seconds);
  return {
    date: entry.date,
    tags: tagsText(entry.tags),
    measures: measuresText(entry.measures),
    ...(time === undefined ? {} : { time }),
    ...(entry.task === undefined ? {} : { task: { number: entry.task } }),
    ...(entry.note === undefined ? {} : { note: entry.note }),
  };
}

/** Counts as the text of their field. */
export function measuresText(measures: readonly Measure[]): string {
  return measures.map(formatMeasure).join(', ');
}

function entryFields(
  { time, date, tags, task, measures, note }: EntryFields,
  likely: readonly Tag[],
): Block[] {
  return [
    textField({
      id: FIELD.time,
      label: 'How long, or from when to when',
      placeholder: '45m, 1h 30m, 9:30-11',
      hint: 'Leave it empty for an entry that only counts something, such as 12 pages.',
      optional: true,
      maxLength: 100,
      focus: true,
      ...filled(time),
    }),
    dateField({ id: FIELD.date, label: 'Day', value: date }),
    tagsField({ id: FIELD.tags, placeholder: '#writing #client', text: tags, likely }),
    taskField({ id: FIELD.task, optional: true, task }),
    textField({
      id: FIELD.measures,
      label: 'Count',
      placeholder: '12 pages, 5 km',
      hint: 'Anything besides time: pages, words, km, mi, times.',
      optional: true,
      maxLength: LONGEST_FIELD,
      ...filled(measures),
    }),
    textField({
      id: FIELD.note,
      label: 'Note',
      optional: true,
      multiline: true,
      maxLength: LONGEST_NOTE,
      ...filled(note),
    }),
  ];
}

function linesField(lines: string | undefined): Block {
  return textField({
    id: FIELD.lines,
    label: 'More entries, one line each',
    placeholder: '30m #email\n9:30-11 yesterday #client task-12',
    hint: 'Written as after /track. A line that names no day is booked on the day above. Alone or beside the fields above.',
    optional: true,
    multiline: true,
    maxLength: 3000,
    ...filled(lines),
  });
}
