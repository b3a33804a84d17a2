import { SECONDS_PER_HOUR } from '../../../duration.ts';
import { barOf } from '../../../reports/bar.ts';
import type { GroupRow } from '../../../reports/groups.ts';
import type { Report } from '../../../reports/report.ts';
import { type Block, preformatted } from '../../slack/blocks.ts';
import { barChart, MOST_BARS } from '../../slack/chart.ts';
import { barName, mentionedIn, type RowContext, rowAmounts } from './rows.ts';

/** As many bars of text as a person takes in at a glance: a month of days. */
const MOST_TEXT_BARS = 31;

/** How wide a bar of text may be, so that a line still fits on a telephone. */
const CELLS = 14;

/**
 * The time of each row; none where bars would say nothing. Slack draws no more than twenty: of tags and tasks those with
 * most, and a month by day as bars of text, whose rows are those that are `shown`.
 */
export function chartOf({ rows, by }: Report, shown: readonly GroupRow[], words: RowContext): Block[] {
  // A chart can mention nobody, and of a tree the parts would stand beside the whole.
  if (rows.some((row) => mentionedIn(row, words) !== undefined)) return [];
  const bars = rows.filter((row) => (row.amounts.seconds > 0 || isTime(row.kind)) && !isBelow(row));
  const timed = bars.filter(({ amounts }) => amounts.seconds > 0);
  if (by === 'unit' || timed.length < 2) return [];
  const isLong = bars.length > MOST_BARS;
  if (isLong && bars.some(({ kind }) => isTime(kind))) return textBars(shown, words);
  const data = bars.slice(0, MOST_BARS).map((row) => ({
    label: barName(row, words),
    value: Math.round((row.amounts.seconds / SECONDS_PER_HOUR) * 100) / 100,
  }));
  return [barChart(`Hours by ${by}${isLong ? `, the first ${MOST_BARS}` : ''}`, 'Hours', data)];
}

/** True for a task that stands below another. */
export function isBelow(row: GroupRow): boolean {
  return row.kind === 'task' && (row.depth ?? 0) > 0;
}

function textBars(shown: readonly GroupRow[], words: RowContext): Block[] {
  if (shown.length > MOST_TEXT_BARS) return [];
  const longest = Math.max(...shown.map(({ amounts }) => amounts.seconds));
  const names = shown.map((row) => barName(row, words));
  const width = Math.max(...names.map(({ length }) => length));
  const lines = shown.map((row, index) => {
    const bar = barOf(row.amounts.seconds, longest, CELLS);
    return `${names[index]?.padEnd(width)} ${bar.padEnd(CELLS)} ${rowAmounts(row)}`;
  });
  return [preformatted(lines.join('\n'))];
}

function isTime(kind: GroupRow['kind']): boolean {
  return kind === 'day' || kind === 'week' || kind === 'month';
}
