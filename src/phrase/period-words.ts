import { allTime, type Period } from '../period.ts';
import { addDays, addMonths, firstOfMonth, type LocalDate, monthOf, weekdayOf } from '../time.ts';
import type { Day, Today } from './day.ts';
import { takeDays } from './days.ts';
import type { Draft, Fault } from './draft.ts';
import { cover, MARK, textOf } from './mask.ts';
import { MONTH_NAMES } from './names.ts';
import { NUMBER_WORDS, readNumber } from './number.ts';
import type { ReadContext } from './reading.ts';
import { localDateAt } from './zone-clock.ts';

const SPAN = new RegExp(
  String.raw`(?<![\w-])(?:(?:in |for |over |during )?(?:the )?(?:(?<which>this|last|past|previous|current) )?(?<unit>week|month|quarter|year)(?:[ -]to[ -]date| so far)?|(?<toDate>[wmqy])td|(?:in |over |for )?(?:the )?(?:last|past) (?<count>\d{1,4}|${NUMBER_WORDS}) (?<units>days?|weeks?|months?|years?)|(?:in |for )?(?:(?<word>last|this) )?(?<month>${MONTH_NAMES})(?: (?<monthYear>\d{4}))?(?! ?\d)|(?:in |for )?(?:q(?<quarter>[1-4])(?: (?<quarterYear>\d{4}))?|(?<year>(?:19|20)\d\d)(?!-)))(?![\w-])`,
  '',
);

/** All that was ever logged; bare `all` is told from a filler by whoever finds no other period. */
const ALL_TIME =
  /(?<![\w-])(?:(?:(?:of )?all(?: the)? time|since ever|ever|since the (?:beginning|start)|from the (?:beginning|start))|(?<all>all|everything|overall|altogether))(?![\w-])/;

/** What a line names as its period: the draft with those words masked, and what is wrong with it. */
type Taken = { readonly draft: Draft; readonly period?: Period; readonly fault?: Fault };

/**
 * Takes the period that a report names: `last week`, `march`, `since monday`, `2026-02-01 to 2026-02-14`, a day. Answers
 * the draft with those words masked; the period is absent where none is named, and a fault says so where it ends before it
 * begins.
 */
export function takePeriod(draft: Draft, context: ReadContext): Taken {
  const days = takeDays(draft, context);
  const ofDays = daysPeriod(draft, days, localDateAt(context.now, context.zone));
  if (ofDays !== undefined) return ofDays;
  if (days.days.length > 0 && days.days.every(({ value }) => latestOf(value) !== undefined)) return { draft };
  const match = SPAN.exec(draft.mask);
  const period = match === null ? undefined : spanPeriod(match.groups ?? {}, context);
  return match === null || period === undefined ? { draft } : { draft: masked(draft, match), period };
}

/** The same where all time may be meant too, also by `all` alone. */
export function takeAnyPeriod(draft: Draft, context: ReadContext): Taken {
  const taken = takePeriod(draft, context);
  if (taken.period !== undefined || taken.fault !== undefined) return taken;
  const match = ALL_TIME.exec(draft.mask);
  if (match === null) return taken;
  return { draft: masked(draft, match), period: allTime(localDateAt(context.now, context.zone)) };
}

function masked(draft: Draft, { index, 0: { length } }: RegExpExecArray): Draft {
  return { ...draft, mask: cover(draft.mask, [{ value: 0, start: index, end: index + length }], MARK.day) };
}

/** A day, two, or one since when; `undefined` where the days that are named are no period. */
function daysPeriod(draft: Draft, { mask, days }: Draft, today: LocalDate): Taken | undefined {
  const [from, to, third] = days;
  const first = from && latestOrComing(from.value);
  if (from === undefined || first === undefined || third !== undefined) return undefined;
  if (first > today && to === undefined) return undefined;
  const lead = /(?:^|\s)(since|from|between)\s*$/i.exec(mask.slice(0, from.start));
  const start = lead === null ? from.start : lead.index;
  const end = (to ?? from).end;
  const taken = { ...draft, mask: cover(draft.mask, [{ value: 0, start, end }], MARK.day) };
  if (to === undefined) {
    const until = lead === null ? first : today;
    return until < first ? undefined : { draft: taken, period: { since: first, until } };
  }
  // A period may end in days to come, as a week does.
  const second = latestOrComing(to.value);
  const gap = mask.slice(from.end, to.start);
  if (second === undefined || !/^ ?(?:to|until|till|and|-) ?$/i.test(gap)) return undefined;
  const written = draft.text.slice(start, end).trim();
  if (first > today && second >= first) {
    const message = `“${written}” has not come yet.`;
    return { draft: taken, fault: { reason: 'future', message, start, end, instead: 'this month' } };
  }
  if (second >= first) return { draft: taken, period: { since: first, until: second } };
  const meant = acrossYears(
    first,
    second,
    [from, to].map((each) => textOf(draft, each)),
  );
  if (meant !== undefined) return { draft: taken, period: meant };
  const message = `“${written}” ends before it begins.`;
  return {
    draft: taken,
    fault: { reason: 'order', message, start, end, instead: `${second} to ${first}` },
  };
}

/**
 * Two days without a year are each the latest that has come, which may turn them round: `sep 1 to dec 31` goes on into days to
 * come, `nov 20 to jan 5` began the year before. `undefined` where a year or a weekday says otherwise.
 */
function acrossYears(first: LocalDate, second: LocalDate, said: readonly string[]): Period | undefined {
  const isYearless = said.every((text) => YEARLESS.test(text) && !/\d{4}/.test(text));
  if (!isYearless) return undefined;
  return second.slice(5) > first.slice(5)
    ? { since: first, until: addMonths(second, 12) }
    : { since: addMonths(first, -12), until: second };
}

const YEARLESS = new RegExp(String.raw`(?<![\w])(?:${MONTH_NAMES})(?![\w])`, 'i');

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

/** The same, or a day to come that was written in full. */
function latestOrComing(day: Day): LocalDate | undefined {
  return latestOf(day) ?? (day.kind === 'future' ? day.date : undefined);
}

function latestOf(day: Day): LocalDate | undefined {
  if (day.kind === 'date') return day.date;
  return day.kind === 'either' ? day.dates[0] : undefined;
}

function spanPeriod(
  groups: Readonly<Record<string, string | undefined>>,
  context: ReadContext,
): Period | undefined {
  const today: Today = { today: localDateAt(context.now, context.zone), weekStart: context.weekStart ?? 1 };
  const now = monthOf(today.today);
  const { which, unit, toDate, count, units, month, monthYear, word, quarter, quarterYear, year } = groups;
  if (unit !== undefined) {
    const back = /^(?:last|past|previous)$/i.test(which ?? '') ? 1 : 0;
    return spanOf(UNITS.find((name) => name === unit.toLowerCase()) ?? 'week', back, today);
  }
  if (toDate !== undefined)
    return spanOf(UNITS.find((name) => name.startsWith(toDate.toLowerCase())) ?? 'week', 0, today);
  if (count !== undefined) {
    const number = readNumber(count)?.top ?? 1;
    if (number < 1) return undefined;
    const months = /^month/i.test(units ?? '') ? 1 : /^year/i.test(units ?? '') ? 12 : 0;
    const before =
      months > 0
        ? addMonths(today.today, -number * months)
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
