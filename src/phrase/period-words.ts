import { Temporal } from 'temporal-polyfill';
import type { Period } from '../period.ts';
import type { Day, Today } from './day.ts';
import { takeDays } from './days.ts';
import type { Draft } from './draft.ts';
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
 * the draft with those words masked; the period is absent where none is named.
 */
export function takePeriod(
  draft: Draft,
  context: ReadContext,
): { readonly draft: Draft; readonly period?: Period } {
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
    if (until < first) return { draft };
    const mask = cover(draft.mask, [{ value: 0, start, end }], MARK.day);
    return { draft: { ...draft, mask }, period: { since: first, until } };
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
  const day = Temporal.PlainDate.from(today);
  if (unit === 'week') {
    const since = day.subtract({ days: ((day.dayOfWeek - weekStart + 7) % 7) + 7 * back });
    return { since: since.toString(), until: since.add({ days: 6 }).toString() };
  }
  const months = unit === 'month' ? 1 : unit === 'quarter' ? 3 : 12;
  const month = Math.floor((day.month - 1) / months) * months + 1;
  const since = day.with({ month, day: 1 }).subtract({ months: months * back });
  return { since: since.toString(), until: since.add({ months }).subtract({ days: 1 }).toString() };
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
  const day = Temporal.PlainDate.from(today.today);
  const { which, unit, count, units, month, monthYear, word, quarter, quarterYear, year } = groups;
  if (unit !== undefined) {
    const back = /^(?:last|past|previous)$/i.test(which ?? '') ? 1 : 0;
    return spanOf(UNITS.find((name) => name === unit.toLowerCase()) ?? 'week', back, today);
  }
  if (count !== undefined) {
    const number = readNumber(count)?.top ?? 1;
    if (number < 1) return undefined;
    const length = /^day/i.test(units ?? '')
      ? { days: number }
      : /^week/i.test(units ?? '')
        ? { weeks: number }
        : { months: number };
    return { since: day.subtract(length).add({ days: 1 }).toString(), until: today.today };
  }
  if (month !== undefined) {
    const number = MONTHS.indexOf(month.toLowerCase().slice(0, 3)) + 1;
    const latest =
      number <= day.month && word?.toLowerCase() !== 'last'
        ? day.year
        : number < day.month
          ? day.year
          : day.year - 1;
    const since = Temporal.PlainDate.from({
      year: monthYear === undefined ? latest : Number(monthYear),
      month: number,
      day: 1,
    });
    return { since: since.toString(), until: since.add({ months: 1 }).subtract({ days: 1 }).toString() };
  }
  if (quarter !== undefined) {
    const since = Temporal.PlainDate.from({
      year: Number(quarterYear ?? day.year),
      month: Number(quarter) * 3 - 2,
      day: 1,
    });
    return { since: since.toString(), until: since.add({ months: 3 }).subtract({ days: 1 }).toString() };
  }
  return year === undefined ? undefined : { since: `${year}-01-01`, until: `${year}-12-31` };
}

const UNITS = ['week', 'month', 'quarter', 'year'] as const;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
