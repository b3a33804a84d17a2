import type { Period } from '../period.ts';
import { addDays, addMonths, firstOfMonth, type LocalDate, monthOf, weekdayOf } from '../time.ts';
import type { Day, Today } from './day.ts';
import { takeDays } from './days.ts';
import type { Draft, Fault } from './draft.ts';
import { cover, MARK } from './mask.ts';
import { MONTH_NAMES } from './names.ts';
import { NUMBER_WORDS, readNumber } from './number.ts';
import type { ReadContext } from './reading.ts';
import { localDateAt } from './zone-clock.ts';

const SPAN = new RegExp(
  String.raw`(?<![\w-])(?:(?:in |for |over |during )?(?:the )?(?:(?<which>this|last|past|previous|current) )?(?<unit>week|month|quarter|year)|(?:in |over |for )?(?:the )?(?:last|past) (?<count>\d{1,3}|${NUMBER_WORDS}) (?<units>days?|weeks?|months?)|(?:in |for )?(?:(?<word>last|this) )?(?<month>${MONTH_NAMES})(?: (?<monthYear>\d{4}))?(?! ?\d)|(?:in |for )?(?:q(?<quarter>[1-4])(?: (?<quarterYear>\d{4}))?|(?<year>(?:19|20)\d\d)(?!-)))(?![\w-])`,
  '',
);

/**
 * Takes the period that a report names: `last week`, `march`, `since monday`, `2026-02-01 to 2026-02-14`, a day. Answers
 * the draft with those words masked; the period is absent where none is named, and a fault says so where it ends before it
 * begins.
 */
export function takePeriod(
  draft: Draft,
  context: ReadContext,
): { readonly draft: Draft; readonly period?: Period; readonly fault?: Fault } {
  const days = takeDays(draft, context);
  const known = days.days.flatMap(({ value }) => latestOf(value));
  const [first, second] = known;
  if (first !== undefined && known.length === days.days.length && known.length <= 2) {
    const [from, to] = days.days;
    const today = localDateAt(context.now, context.zone);
    const lead = /(?:^|\s)(since|from|between)\s*$/i.exec(days.mask.slice(0, from?.start ?? 0));
    const gap = second === undefined ? '' : days.mask.slice(from?.end ?? 0, to?.start ?? 0);
    if (second !== undefined && !/^ ?(?:to|until|till|and|-) ?$/i.test(gap)) return { draft };
    const start = lead === null ? (from?.start ?? 0) : lead.index;
    const end = second === undefined ? (from?.end ?? 0) : (to?.end ?? 0);
    const until = second ?? (lead === null ? first : today);
    const mask = cover(draft.mask, [{ value: 0, start, end }], MARK.day);
    const taken = { ...draft, mask };
    if (until < first && second === undefined) return { draft };
    if (until < first) {
      const written = draft.text.slice(start, end).trim();
      const message = `“${written}” ends before it begins.`;
      const instead = `${until} to ${first}`;
      return { draft: taken, fault: { reason: 'order', message, start, end, instead } };
    }
    return { draft: taken, period: { since: first, until } };
  }
  const match = SPAN.exec(draft.mask);
  const period = match === null ? undefined : spanPeriod(match.groups ?? {}, context);
  if (match === null || period === undefined) return { draft };
  const mask = cover(
    draft.mask,
    [{ value: 0, start: match.index, end: match.index + match[0].length }],
    MARK.day,
  );
  return { draft: { ...draft, mask }, period };
}

/** The week, month, quarter or year that holds today, or the one so many before. */
export function spanOf(
  unit: 'week' | 'month' | 'quarter' | 'year',
  back: number,
  { today, weekStart }: Today,
): Period {
  if (unit === 'week') {
    const since = addDays(today, -((weekdayOf(today) - weekStart + 7) % 7) - 7 * back);
    return { since, until: addDays(since, 6) };
  }
  const months = unit === 'month' ? 1 : unit === 'quarter' ? 3 : 12;
  const { year, month } = monthOf(today);
  const first = firstOfMonth(year, Math.floor((month - 1) / months) * months + 1);
  return monthsFrom(addMonths(first, -months * back), months);
}

/** So many months from the first day of one. */
function monthsFrom(since: LocalDate, months: number): Period {
  return { since, until: addDays(addMonths(since, months), -1) };
}

function latestOf(day: Day): readonly string[] {
  if (day.kind === 'date') return [day.date];
  return day.kind === 'either' ? day.dates.slice(0, 1) : [];
}

function spanPeriod(
  groups: Readonly<Record<string, string | undefined>>,
  context: ReadContext,
): Period | undefined {
  const today: Today = { today: localDateAt(context.now, context.zone), weekStart: context.weekStart ?? 1 };
  const now = monthOf(today.today);
  const { which, unit, count, units, month, monthYear, word, quarter, quarterYear, year } = groups;
  if (unit !== undefined) {
    const back = /^(?:last|past|previous)$/i.test(which ?? '') ? 1 : 0;
    return spanOf(UNITS.find((name) => name === unit.toLowerCase()) ?? 'week', back, today);
  }
  if (count !== undefined) {
    const number = readNumber(count)?.top ?? 1;
    if (number < 1) return undefined;
    const before = /^month/i.test(units ?? '')
      ? addMonths(today.today, -number)
      : addDays(today.today, /^week/i.test(units ?? '') ? -7 * number : -number);
    return { since: addDays(before, 1), until: today.today };
  }
  if (month !== undefined) {
    const number = MONTHS.indexOf(month.toLowerCase().slice(0, 3)) + 1;
    const hasCome = number < now.month || (number === now.month && word?.toLowerCase() !== 'last');
    const latest = hasCome ? now.year : now.year - 1;
    return monthsFrom(firstOfMonth(monthYear === undefined ? latest : Number(monthYear), number), 1);
  }
  if (quarter !== undefined) {
    return monthsFrom(firstOfMonth(Number(quarterYear ?? now.year), Number(quarter) * 3 - 2), 3);
  }
  return year === undefined ? undefined : { since: `${year}-01-01`, until: `${year}-12-31` };
}

const UNITS = ['week', 'month', 'quarter', 'year'] as const;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
