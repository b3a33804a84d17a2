import { formatDuration } from '../../../duration.ts';
import { formatMeasure, formatValue } from '../../../measure.ts';
import type { Amounts } from '../../../reports/amounts.ts';
import type { GroupRow, TeamGrouping } from '../../../reports/groups.ts';
import { type TaskNumber, taskName } from '../../../task.ts';
import type { LocalDate } from '../../../time.ts';
import { escapeText } from '../../slack/escape.ts';
import { datesWords } from '../period-words.ts';
import { dateWords, dayOfMonthWords, shortMonthWords } from '../words.ts';

/** What rows need to be named by: the day at hand, and the titles of the tasks among them. */
export type RowContext = {
  readonly today: LocalDate;
  readonly titles: ReadonlyMap<TaskNumber, string>;
  /** What members are called, by id; those who are not in it are mentioned, so that Slack names them. */
  readonly names?: ReadonlyMap<string, string>;
};

/** The heading over a grouping's names. */
export const COLUMN: Readonly<Record<TeamGrouping, string>> = {
  day: 'Day',
  week: 'Week',
  month: 'Month',
  tag: 'Tag',
  task: 'Task',
  unit: 'Unit',
  member: 'Member',
};

/** What stands before a task that lies below another. */
const BELOW = '\u2003';

/**
 * The name of a row as plain text: `Mon 14 Sep`, `#writing`, `task-12 Write the guide`, `no tag`. A member is named by what
 * stands in `names`, else by their id, which only {@link rowMrkdwn} shows as a name.
 */
export function rowName(row: GroupRow, { today, titles, names }: RowContext): string {
  switch (row.kind) {
    case 'day':
      return dateWords(row.date, today);
    case 'week':
      return row.period.since === row.period.until
        ? dateWords(row.period.since, today)
        : datesWords(row.period, today);
    case 'month':
      return shortMonthWords(row.period.since, today);
    case 'tag':
      return row.tag === undefined ? 'no tag' : `#${row.tag}`;
    case 'task':
      return row.task === undefined
        ? 'no task'
        : BELOW.repeat(Math.min(row.depth ?? 0, 10)) +
            [taskName(row.task), titles.get(row.task)].filter((part) => part !== undefined).join(' ');
    case 'unit':
      return row.unit ?? 'time';
    case 'member':
      return row.memberId === undefined
        ? othersWords(row.count ?? 0)
        : (names?.get(row.memberId) ?? row.memberId);
    default:
      return row satisfies never;
  }
}

/** What stands beside a bar, where there is little room: a week by its first day, `14 Sep`; all else as {@link rowName}. */
export function barName(row: GroupRow, context: RowContext): string {
  return row.kind === 'week' ? dayOfMonthWords(row.period.since, context.today) : rowName(row, context);
}

/** A row's name as mrkdwn, in which Slack names the members that have no name here. */
export function rowMrkdwn(row: GroupRow, context: RowContext): string {
  const mention = mentionedIn(row, context);
  return mention === undefined ? escapeText(rowName(row, context)) : `<@${mention}>`;
}

/** The member that a row has to mention, since nobody said what they are called. */
export function mentionedIn(row: GroupRow, { names }: RowContext): string | undefined {
  if (row.kind !== 'member' || row.memberId === undefined) return undefined;
  return names?.has(row.memberId) === true ? undefined : row.memberId;
}

function othersWords(count: number): string {
  return count === 1 ? '1 other' : `${count} others`;
}

/** What a row holds: `6h 30m, 12 pages`, `–` for nothing; of a unit the value, since its name is the row's; of a task with others below it also what is its own. */
export function rowAmounts(row: GroupRow): string {
  const [measure] = row.amounts.measures;
  if (row.kind === 'unit' && row.unit !== undefined && measure !== undefined)
    return formatValue(measure.value);
  const words = amountsWords(row.amounts);
  if (row.kind !== 'task' || row.own === undefined) return words;
  const own = row.own.entries === 0 ? '0m' : amountsWords(row.own);
  return own === words ? words : `${words} (own ${own})`;
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
