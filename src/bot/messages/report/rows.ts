import { formatDuration } from '../../../duration.ts';
import { formatMeasure } from '../../../measure.ts';
import type { Amounts } from '../../../reports/amounts.ts';
import type { Grouping, GroupRow } from '../../../reports/groups.ts';
import { type TaskNumber, taskName } from '../../../task.ts';
import type { LocalDate } from '../../../time.ts';
import { datesWords } from '../period-words.ts';
import { dateWords } from '../words.ts';

/** What rows need to be named by: the day at hand, and the titles of the tasks among them. */
export type RowContext = {
  readonly today: LocalDate;
  readonly titles: ReadonlyMap<TaskNumber, string>;
};

/** The heading over a grouping's names. */
export const COLUMN: Readonly<Record<Grouping, string>> = {
  day: 'Day',
  week: 'Week',
  month: 'Month',
  tag: 'Tag',
  task: 'Task',
  unit: 'Unit',
};

/** The name of a row as plain text: `Mon 14 Sep`, `#writing`, `task-12 Write the guide`, `no tag`. */
export function rowName(row: GroupRow, { today, titles }: RowContext): string {
  switch (row.kind) {
    case 'day':
      return dateWords(row.date, today);
    case 'week':
      return row.period.since === row.period.until
        ? dateWords(row.period.since, today)
        : datesWords(row.period, today);
    case 'month':
      return dateWords(row.period.since, today).split(' ').slice(2).join(' ');
    case 'tag':
      return row.tag === undefined ? 'no tag' : `#${row.tag}`;
    case 'task':
      return row.task === undefined
        ? 'no task'
        : [taskName(row.task), titles.get(row.task)].filter((part) => part !== undefined).join(' ');
    case 'unit':
      return row.unit ?? 'time';
    default:
      return row satisfies never;
  }
}

/** Amounts in a few words: `6h 30m`, `6h 30m, 12 pages`, `–` for nothing. */
export function amountsWords({ seconds, measures }: Amounts): string {
  const time = seconds > 0 ? [formatDuration(seconds)] : [];
  return [...time, ...measures.map(formatMeasure)].join(', ') || '–';
}

/** A row's part of the total time in whole per cent; empty where there is no time. */
export function shareWords({ seconds }: Amounts, total: Amounts): string {
  if (total.seconds === 0 || seconds === 0) return '';
  const share = Math.round((seconds / total.seconds) * 100);
  return share === 0 ? '< 1 %' : `${share} %`;
}
