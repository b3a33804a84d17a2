import { contains } from '../../period.ts';
import { spanOf } from '../../phrase/period-words.ts';
import { barOf } from '../../reports/bar.ts';
import { dayAmounts } from '../../reports/day-amounts.ts';
import type { MemberCall } from '../call.ts';
import { totalWords } from '../day.ts';
import { periodTitle } from '../messages/period-words.ts';
import { dateWords } from '../messages/words.ts';
import { type Block, context, header, preformatted } from '../slack/blocks.ts';

/** How wide a bar may be, so that a line still fits on a telephone. */
const CELLS = 14;

/** This week by day as bars, the longest of them a full one; the same in words for those who hear it. */
export function weekBlocks({ home, prefs, today }: MemberCall): Block[] {
  const { weekStart, dailyTarget = 0 } = prefs;
  const week = spanOf('week', 0, { today, weekStart });
  const entries = home.entries.filter(({ date }) => contains(week, date));
  if (entries.length === 0) return [];
  const days = dayAmounts(entries, week).filter(({ date }) => date <= today);
  const longest = Math.max(dailyTarget, ...days.map(({ seconds }) => seconds));
  const rows = days.map(({ date, seconds }) => ({
    day: dateWords(date, today).split(' ').slice(0, 2).join(' '),
    bar: barOf(seconds, longest, CELLS),
    total: totalWords(entries.filter((entry) => entry.date === date)),
  }));
  const lines = rows.map(({ day, bar, total }) => `${day.padEnd(6)} ${bar.padEnd(CELLS)} ${total}`);
  return [
    header(`${periodTitle(week, { today, weekStart })}: ${totalWords(entries)}`),
    preformatted(lines.join('\n')),
    context(rows.map(({ day, total }) => `${day}: ${total}`).join(' · ')),
  ];
}
