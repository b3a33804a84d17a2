import { formatDuration, SECONDS_PER_HOUR, type Seconds } from '../../duration.ts';
import type { DigestTime } from '../../member.ts';
import type { Digest, Standout } from '../../reports/digest.ts';
import type { GroupRow } from '../../reports/groups.ts';
import { type LocalDate, weekdayOf } from '../../time.ts';
import { actions, type Block, button, context, type Reply, reply, section } from '../slack/blocks.ts';
import { barChart } from '../slack/chart.ts';
import { escapeText, shorten } from '../slack/escape.ts';
import { ACTION } from '../wire/action-ids.ts';
import { comparisonWords, thenWords } from './comparison.ts';
import { type Calendar, weekWords } from './period-words.ts';
import { amountsWords, type RowContext, rowName } from './report/rows.ts';
import { dateWords, weekdayName } from './words.ts';

/** What a digest is shown with. */
export type DigestWords = RowContext & Calendar & { readonly time: DigestTime };

/** As many tags, tasks and days without entries as a digest names. */
const MOST_NAMED = 5;
const NAME = 60;

const WEEK_BEFORE = 'the week before';

/** A member's week as one message: the total first, what stands out, the days as a chart, and all of it as text. */
export function digestMessage(digest: Digest, words: DigestWords): Reply {
  const title = `:calendar: Your ${weekWords(digest.week, words.today)}: *${amountsWords(digest.total)}*`;
  const compared = comparedLines(digest, words.today);
  const details = [
    named(digest.total.seconds === 0 ? 'Tags' : 'Most time', digest.tags, words),
    named('Tasks', digest.tasks, words),
    ...(digest.missing.length === 0 ? [] : [missingLine(digest.missing, words.today)]),
  ].filter((line) => line !== '');
  const small = `Comes ${weekdayName(words.time.weekday)}s at ${words.time.time}. \`/track digest off\` stops it, \`/track settings\` changes the time.`;
  const days = digest.days.map((row) => `${rowName(row, words)}: ${amountsWords(row.amounts)}`);
  const blocks: Block[] = [
    section([title, ...compared].join('\n')),
    ...chartOf(digest, words),
    ...(details.length === 0 ? [] : [section(details.join('\n'))]),
    ...missingButtons(digest.missing, words.today),
    context(small),
  ];
  return reply([title, ...compared, ...days, ...details, small].join('\n'), blocks);
}

function comparedLines({ week, total, before, target, standout }: Digest, today: LocalDate): string[] {
  const then = thenWords(week, today, WEEK_BEFORE);
  return [
    comparisonWords({ period: week, total, before }, today, WEEK_BEFORE),
    ...(target === undefined ? [] : [targetLine(total.seconds, target)]),
    ...(standout === undefined ? [] : [standoutLine(standout, then)]),
  ].filter((line) => line !== '');
}

function targetLine(seconds: Seconds, target: Seconds): string {
  const left = target - seconds;
  return left > 0
    ? `${formatDuration(left)} short of your ${formatDuration(target)}.`
    : `Your ${formatDuration(target)} are reached${left < 0 ? `, with ${formatDuration(-left)} more` : ''}.`;
}

function standoutLine(standout: Standout, then: string): string {
  switch (standout.kind) {
    case 'change': {
      const { tag, seconds, more } = standout;
      const amount = `${formatDuration(Math.abs(more))} ${more > 0 ? 'more' : 'less'}`;
      return `What stands out: *#${escapeText(tag)}*, ${seconds === 0 ? 'no time at all' : formatDuration(seconds)}, ${amount} than ${then}.`;
    }
    case 'most':
      return `What stands out: ${standout.percent} % of it went to *#${escapeText(standout.tag)}*.`;
    case 'longest day':
      return `What stands out: ${weekdayName(weekdayOf(standout.date))} was the longest day, ${formatDuration(standout.seconds)}.`;
    default:
      return standout satisfies never;
  }
}

function named(title: string, rows: readonly GroupRow[], words: DigestWords): string {
  const named = rows.filter(
    (row) => (row.kind === 'tag' ? row.tag : row.kind === 'task' && row.task) !== undefined,
  );
  const shown = named
    .filter(({ amounts }) => amountsWords(amounts) !== '–')
    .slice(0, MOST_NAMED)
    .map((row) => `${escapeText(shorten(rowName(row, words), NAME))} ${amountsWords(row.amounts)}`);
  return shown.length === 0 ? '' : `*${title}:* ${shown.join(' · ')}`;
}

function missingLine(missing: readonly LocalDate[], today: LocalDate): string {
  const days = missing.slice(0, MOST_NAMED).map((date) => dateWords(date, today));
  return `*Nothing logged on:* ${days.join(', ')}`;
}

function missingButtons(missing: readonly LocalDate[], today: LocalDate): Block[] {
  if (missing.length === 0) return [];
  return [
    actions(
      'missing-days',
      missing.slice(0, MOST_NAMED).map((date, index) =>
        button({
          action: `${ACTION.logDay}-${index}`,
          text: `Log ${dateWords(date, today)}`,
          value: date,
        }),
      ),
    ),
  ];
}

function chartOf({ days }: Digest, words: DigestWords): Block[] {
  if (days.filter(({ amounts }) => amounts.seconds > 0).length < 2) return [];
  const bars = days.map((row) => ({
    label: rowName(row, words),
    value: Math.round((row.amounts.seconds / SECONDS_PER_HOUR) * 100) / 100,
  }));
  return [barChart('Hours by day', 'Hours', bars)];
}
