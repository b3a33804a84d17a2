import { SECONDS_PER_HOUR } from '../../duration.ts';
import type { GroupRow } from '../../reports/groups.ts';
import type { TeamWeek } from '../../reports/team-week.ts';
import type { TeamDigestPlan } from '../../workspace.ts';
import { type Block, context, type Reply, reply, section, sections } from '../slack/blocks.ts';
import { barChart } from '../slack/chart.ts';
import { escapeText, shorten } from '../slack/escape.ts';
import { table } from '../slack/table.ts';
import { comparisonWords } from './comparison.ts';
import { weekWords } from './period-words.ts';
import { amountsWords, type RowContext, rowAmounts, rowName, shareWords } from './report/rows.ts';
import { weekdayName } from './words.ts';

/** What a team's week is shown with; `names` has everybody who is named in it. */
export type TeamDigestWords = RowContext & { readonly plan: Pick<TeamDigestPlan, 'weekday' | 'time'> };

/** As many tags, tasks and members as the message itself names; the thread has more. */
const MOST_NAMED = 5;
/** Slack takes 10,000 characters in tables, and its own sum of text in all other blocks: each of two lists has its share. */
const MOST_IN_TABLE = 60;
const LIST_BYTES = 4500;
const NAME = 60;

/** A team's week as one message for its channel: totals first, then what they went to. */
export function teamDigestMessage(week: TeamWeek, words: TeamDigestWords): Reply {
  const { total, before, members } = week;
  const who = members === 1 ? '1 member' : `${members} members`;
  const title = `:calendar: The team’s ${weekWords(week.week, words.today)}: *${amountsWords(total)}* by ${who}`;
  const compared =
    before === undefined
      ? ''
      : comparisonWords({ period: week.week, total, before }, words.today, 'the week before');
  const lines = [
    listed(total.seconds === 0 ? 'Tags' : 'Most time', week.tags.filter(isNamed), words),
    listed('Tasks', week.tasks.filter(isNamed).filter(isTop), words),
    listed('Members', week.named, words),
  ].filter((line) => line !== '');
  const { weekday, time } = words.plan;
  const small = `Comes ${weekdayName(weekday)}s at ${time}. Who allows it is named: \`/track team show me\`.`;
  const above = [title, compared].filter((line) => line !== '');
  return reply([...above, ...lines, small].join('\n'), [
    section(above.join('\n')),
    ...(lines.length === 0 ? [] : [section(lines.join('\n'))]),
    context(small),
  ]);
}

/** The details of a team's week, for the thread below it: its days as a chart, members and tasks in full. */
export function teamDigestDetail(week: TeamWeek, words: TeamDigestWords): Reply {
  const days = week.days.map((row) => `${rowName(row, words)}: ${amountsWords(row.amounts)}`);
  const tasks = lineEach('Tasks', week.tasks.filter(isNamed), words);
  const tags = lineEach('Tags', week.tags, words);
  const members = lineEach('Members', week.named, words);
  const overlap =
    'An entry with several tags counts in each; a task holds what lies below it too. The total counts every entry once. A tag that only one member used is left out, unless they may be named.';
  const inTable = week.named.length === 0 ? week.tags : week.named;
  const cut = inTable.length > MOST_IN_TABLE ? `The table has ${MOST_IN_TABLE} of ${inTable.length}.` : '';
  const [first, ...others] = [...(week.named.length === 0 ? [] : [members]), tags, tasks];
  const text = [
    '*The week in detail*',
    ...days,
    ...[first, ...others].flatMap((lines) => lines ?? []),
    overlap,
  ];
  const blocks: Block[] = [
    section('*The week in detail*'),
    ...chartOf(week.days, words),
    week.named.length === 0
      ? tableOf('Tag', week.tags, week, words)
      : tableOf('Member', week.named, week, words),
    ...[...(week.named.length === 0 ? [] : [tags]), tasks].flatMap(sections),
    context([overlap, cut].filter((part) => part !== '').join(' ')),
  ];
  return reply(text.join('\n'), blocks);
}

function listed(title: string, rows: readonly GroupRow[], words: TeamDigestWords): string {
  const filled = rows.filter(({ amounts }) => amountsWords(amounts) !== '–');
  if (filled.length === 0) return '';
  const shown = filled
    .slice(0, MOST_NAMED)
    .map((row) => `${nameOf(row, words)} ${amountsWords(row.amounts)}`);
  const rest = filled.length - shown.length;
  return `*${title}:* ${shown.join(' · ')}${rest === 0 ? '' : ` · ${rest} more`}`;
}

/** As many whole lines as have room. */
function lineEach(title: string, rows: readonly GroupRow[], words: TeamDigestWords): readonly string[] {
  const shown: string[] = [];
  let left = LIST_BYTES;
  for (const row of rows) {
    const line = `${nameOf(row, words)}: ${rowAmounts(row)}`;
    left -= Buffer.byteLength(line);
    if (left < 0) break;
    shown.push(line);
  }
  if (shown.length === 0) return [];
  const rest = rows.length - shown.length;
  return [`*${title}*`, ...shown, ...(rest === 0 ? [] : [`… and ${rest} more, which the total holds too.`])];
}

function nameOf(row: GroupRow, words: TeamDigestWords): string {
  return escapeText(shorten(rowName(row, words), NAME));
}

/** Entries without a tag or task have no name to be listed under. */
function isNamed(row: GroupRow): boolean {
  return !((row.kind === 'tag' && row.tag === undefined) || (row.kind === 'task' && row.task === undefined));
}

/** Of a tree the message names the tops alone, each with all that lies below it. */
function isTop(row: GroupRow): boolean {
  return row.kind !== 'task' || (row.depth ?? 0) === 0;
}

function chartOf(days: readonly GroupRow[], words: TeamDigestWords): Block[] {
  if (days.filter(({ amounts }) => amounts.seconds > 0).length < 2) return [];
  const bars = days.map((row) => ({
    label: rowName(row, words),
    value: Math.round((row.amounts.seconds / SECONDS_PER_HOUR) * 100) / 100,
  }));
  return [barChart('Hours by day', 'Hours', bars)];
}

function tableOf(
  column: string,
  rows: readonly GroupRow[],
  { total }: TeamWeek,
  words: TeamDigestWords,
): Block {
  const cells = rows
    .slice(0, MOST_IN_TABLE)
    .map((row) => [rowName(row, words), amountsWords(row.amounts), shareWords(row.amounts, total)]);
  const sum = ['Total', amountsWords(total), total.seconds === 0 ? '' : '100 %'];
  return table(['left', 'right', 'right'], [[column, 'Logged', 'Share'], ...cells, sum]);
}
