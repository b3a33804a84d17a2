import { formatDuration } from '../../../duration.ts';
import { searchedWords } from '../../../find-words.ts';
import { isFromTheBeginning } from '../../../period.ts';
import type { GroupRow } from '../../../reports/groups.ts';
import type { Report } from '../../../reports/report.ts';
import type { Rounding } from '../../../rounding.ts';
import type { Tag } from '../../../tag.ts';
import { type TaskNumber, taskName } from '../../../task.ts';
import { type Block, context, type Reply, reply, section } from '../../slack/blocks.ts';
import { escapeText, shorten } from '../../slack/escape.ts';
import { type Cell, table } from '../../slack/table.ts';
import { comparisonWords } from '../comparison.ts';
import { beforeWords, type Calendar, periodTitle } from '../period-words.ts';
import { nothingWords } from './nothing-to-report.ts';
import { chartOf, isBelow } from './report-chart.ts';
import {
  amountsWords,
  COLUMN,
  mentionedIn,
  type RowContext,
  rowAmounts,
  rowMrkdwn,
  rowName,
  shareWords,
} from './rows.ts';

/** What a report is shown with. */
export type ReportWords = RowContext &
  Calendar & {
    /** What narrowed it. */
    readonly tags: readonly Tag[];
    readonly task?: TaskNumber;
    readonly words?: string;
    /** The mrkdwn that says whose report it is, where others see it. */
    readonly whose?: string;
    /** How many rows of the table could not be read. */
    readonly unreadable: number;
    /** What is said where nothing was logged, in mrkdwn, where that is not what is said to a member of their own. */
    readonly nothing?: string;
    readonly buttons: readonly Block[];
  };

/** As many rows as fit into one message with everything else. */
const MOST_SHOWN = 60;
const ROW_NAME = 50;
const MOST_WORDS = 200;

/** A report as a message: its total first, how it compares, a chart with a table beside it, and all of it as text. */
export function reportMessage(report: Report, words: ReportWords): Reply {
  const title = titleOf(report, words);
  const compared = comparison(report, words);
  const { shown, left } = shownOf(report);
  const small = [
    ...(report.total.entries === 0 ? [words.nothing ?? nothingWords(words)] : []),
    ...(report.rounded === undefined ? [] : [roundedWords(report.rounded)]),
    ...(report.overlap === 0 ? [] : [overlapWords(report)]),
    ...(report.rows.some(isBelow) ? [TREE_WORDS] : []),
    ...(left === undefined ? [] : [left]),
    ...(words.unreadable === 0 ? [] : [`:warning: ${words.unreadable} unreadable, left out.`]),
  ];
  const lines = shown.map((row) => `${rowMrkdwn(row, words)}: ${rowAmounts(row)}`);
  const blocks: Block[] = [
    section(compared === '' ? title : `${title}\n${compared}`),
    ...chartOf(report, shown, words),
    ...(shown.length === 0 ? [] : [tableOf(report, shown, words)]),
    ...(small.length === 0 ? [] : [context(small.join('\n'))]),
    ...words.buttons,
  ];
  return reply([title, compared, ...lines, ...small].filter((line) => line !== '').join('\n'), blocks);
}

/** The rows that fit, none where nothing is logged, and what is said of the others: of a long time the empty rows go first, and then the oldest. */
function shownOf({ rows, by, total }: Report): {
  readonly shown: readonly GroupRow[];
  readonly left?: string;
} {
  if (total.entries === 0) return { shown: [] };
  if (rows.length <= MOST_SHOWN) return { shown: rows };
  if (by !== 'day' && by !== 'week' && by !== 'month') {
    const left = `… and ${rows.length - MOST_SHOWN} more rows, which the total holds too.`;
    return { shown: rows.slice(0, MOST_SHOWN), left };
  }
  const filled = rows.filter(({ amounts }) => amounts.entries > 0);
  const shown = filled.slice(-MOST_SHOWN);
  const older = filled.length - shown.length;
  if (older === 0) return { shown, left: `Every ${by} without an entry is left out.` };
  const coarser = by === 'month' ? 'A shorter period shows them.' : 'Say `by month` to see further back.';
  const rest = `the ${older} before, which the total holds too, are left out. ${coarser}`;
  return { shown, left: `The newest ${MOST_SHOWN} ${by}s with entries; ${rest}` };
}

function titleOf({ period, total }: Report, words: ReportWords): string {
  const narrowed = [
    ...(words.words === undefined ? [] : [quotedWords(words.words)]),
    ...words.tags.map((tag) => `#${escapeText(tag)}`),
    ...(words.task === undefined ? [] : [`${taskName(words.task)} and all below it`]),
  ].join(' · ');
  const whose = words.whose === undefined ? '' : `${words.whose} `;
  const about = narrowed === '' ? '' : `${narrowed} · `;
  return `${whose}*${about}${periodTitle(period, words)}: ${amountsWords(total)}*`;
}

/** `“client call” and “jose”`: the words as they are looked for. */
function quotedWords(words: string): string {
  const shown = searchedWords(words).map(({ text }) => `“${text}”`);
  return escapeText(shorten(shown.join(' and '), MOST_WORDS));
}

/** How it was rounded, and what the time is without that. */
function roundedWords({ rounding, exact, vanished }: NonNullable<Report['rounded']>): string {
  const lost =
    vanished === 0 ? '' : ` ${vanished} ${vanished === 1 ? 'entry counts' : 'entries count'} as nothing.`;
  return `Each entry ${wayWords(rounding)}; the exact total is ${formatDuration(exact)}.${lost}`;
}

function wayWords({ step, way }: Rounding): string {
  const to = formatDuration(step);
  return way === 'nearest' ? `rounded to the nearest ${to}` : `rounded ${way} to ${to}`;
}

function comparison({ period, total, before }: Report, { today }: Calendar): string {
  if (isFromTheBeginning(period)) return '';
  const compared = { period, total, before: before.total };
  return comparisonWords(compared, today, beforeWords(period, before.period));
}

const TREE_WORDS =
  'A task holds what lies below it too, with its own in brackets; the total counts every entry once.';

function overlapWords({ overlap }: Report): string {
  return `Entries with several tags count in each of their rows: ${formatDuration(overlap)} more than the total, which counts every entry once.`;
}

function tableOf({ by, total }: Report, shown: readonly GroupRow[], words: ReportWords): Block {
  const rows = shown.map((row): readonly Cell[] => [
    nameCell(row, words),
    rowAmounts(row),
    ...(by === 'unit' ? [] : [shareWords(row.amounts, total)]),
    String(row.amounts.entries),
  ]);
  const head = [COLUMN[by], 'Logged', ...(by === 'unit' ? [] : ['Share']), 'Entries'];
  const sum = [
    'Total',
    amountsWords(total),
    ...(by === 'unit' ? [] : [total.seconds === 0 ? '' : '100 %']),
    String(total.entries),
  ];
  const aligns = head.map((_, column) => (column === 0 ? 'left' : 'right'));
  return table(aligns, [head, ...rows, sum]);
}

function nameCell(row: GroupRow, words: ReportWords): Cell {
  const mention = mentionedIn(row, words);
  return mention === undefined ? shorten(rowName(row, words), ROW_NAME) : { mention };
}
