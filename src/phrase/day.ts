import type { WeekStart } from '../member.ts';
import { EARLIEST_DATE } from '../period.ts';
import { addDays, addMonths, firstOfMonth, type LocalDate, monthOf, weekdayOf } from '../time.ts';
import type { DayPart } from './day-part.ts';
import { monthName, weekdayName } from './names.ts';

/** A day that a line names, by the rule that days are past ones; or why it is none. */
export type Day =
  | { readonly kind: 'date'; readonly date: LocalDate; readonly part?: DayPart }
  | { readonly kind: 'either'; readonly dates: readonly LocalDate[]; readonly message: string }
  | {
      readonly kind: 'future';
      readonly message: string;
      readonly past?: LocalDate | 'today';
      /** The day itself, where it was written in full. */
      readonly date?: LocalDate;
    }
  /** `past` is the nearest day that there is and that has come. */
  | {
      readonly kind: 'invalid';
      readonly message: string;
      readonly past?: LocalDate;
      /** `gap` for a day that the zone left out. */
      readonly reason?: 'gap';
    };

/** What today is, and on which day weeks begin. */
export type Today = { readonly today: LocalDate; readonly weekStart: WeekStart };

/** Month and day, the latest such day that has come; `undefined` year means it was not said. */
export function writtenDay(
  { year, month, day }: { readonly year?: number; readonly month: number; readonly day: number },
  { today }: Today,
): Day {
  if (year !== undefined) {
    const date = dateOf(year, month, day);
    if (date === undefined) return noSuchDay({ day, month, year }, today);
    if (date < EARLIEST_DATE) return { kind: 'invalid', message: `${date} is too long ago to be logged.` };
    return date > today
      ? { kind: 'future', message: `${date} has not come yet.`, date }
      : { kind: 'date', date };
  }
  const thisYear = Number(today.slice(0, 4));
  for (let back = 0; back <= 8; back += 1) {
    const date = dateOf(thisYear - back, month, day);
    if (date !== undefined && date <= today) return { kind: 'date', date };
  }
  return noSuchDay({ day, month }, today);
}

/** The latest nth of a month that has come. */
export function nthDay(nth: number, { today }: Today, monthsBack?: number): Day {
  if (nth < 1 || nth > 31) return { kind: 'invalid', message: `No month has a day ${nth}.` };
  const tries = monthsBack === undefined ? [0, 1, 2] : [monthsBack];
  for (const back of tries) {
    const { year, month } = monthOf(addMonths(today, -back));
    const date = dateOf(year, month, nth);
    if (date !== undefined && date <= today) return { kind: 'date', date };
    if (monthsBack !== undefined && date === undefined) return noSuchDay({ day: nth, month, year }, today);
    if (monthsBack !== undefined)
      return { kind: 'future', message: `The ${nth}. of this month has not come yet.` };
  }
  return { kind: 'invalid', message: `I find no day ${nth} in the last months.` };
}

/** What stands before or after a weekday's name. */
export type WeekdayWord = 'bare' | 'last' | 'this' | 'next' | 'this week' | 'last week';

/** The latest such weekday before today; said on the same weekday it may be today or a week ago. */
export function weekdayDay(weekday: number, word: WeekdayWord, { today, weekStart }: Today): Day {
  const name = weekdayName(weekday);
  const daysBack = (weekdayOf(today) - weekday + 7) % 7;
  const latest = addDays(today, daysBack === 0 ? -7 : -daysBack);
  if (word === 'next') return { kind: 'future', message: `Next ${name} has not come yet.`, past: latest };
  if (word === 'last') return { kind: 'date', date: latest };
  if (word === 'this week' || word === 'last week' || word === 'this') {
    const sinceStart = (weekdayOf(today) - weekStart + 7) % 7;
    const weekBegan = addDays(today, -sinceStart - (word === 'last week' ? 7 : 0));
    const date = addDays(weekBegan, (weekday - weekStart + 7) % 7);
    if (date > today)
      return { kind: 'future', message: `${name} of this week has not come yet.`, past: latest };
    if (word !== 'this') return { kind: 'date', date };
  }
  if (daysBack > 0) return { kind: 'date', date: latest };
  return {
    kind: 'either',
    dates: [today, latest],
    message: `Today is ${name}: do you mean today or a week ago?`,
  };
}

/** Checks that a weekday and a date that stand together agree. */
export function agreedDay(day: Day, weekday: number): Day {
  if (day.kind !== 'date' || weekdayOf(day.date) === weekday) return day;
  return { kind: 'invalid', message: `${disagreement(day.date, weekday)}.` };
}

/** `friday the 13th`: the latest 13th if it was a Friday; else the latest that was is only offered, beside the latest 13th. */
export function weekdayNth(weekday: number, nth: number, now: Today): Day {
  const latest = nthDay(nth, now);
  if (latest.kind !== 'date' || weekdayOf(latest.date) === weekday) return latest;
  const months = Array.from({ length: 14 }, (_, back) => nthDay(nth, now, back));
  const agreeing = months.find((day) => day.kind === 'date' && weekdayOf(day.date) === weekday);
  if (agreeing?.kind !== 'date') return agreedDay(latest, weekday);
  const message = `${disagreement(latest.date, weekday)}; the latest one that was is ${agreeing.date}.`;
  return { kind: 'either', dates: [agreeing.date, latest.date], message };
}

function disagreement(date: LocalDate, weekday: number): string {
  return `${date} was a ${weekdayName(weekdayOf(date))}, not a ${weekdayName(weekday)}`;
}

/** The date, or `undefined` where the calendar has no such day. */
function dateOf(year: number, month: number, day: number): LocalDate | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : undefined;
}

/** Refuses a day that its month does not have, and names the month's last one. */
function noSuchDay(
  { day, month, year }: { readonly day: number; readonly month: number; readonly year?: number },
  today: LocalDate,
): Day {
  if (month < 1 || month > 12) return { kind: 'invalid', message: `No year has a month ${month}.` };
  const message = `${monthName(month)}${year === undefined ? '' : ` ${year}`} has no day ${day}.`;
  const years = year === undefined ? [Number(today.slice(0, 4)), Number(today.slice(0, 4)) - 1] : [year];
  const past = years.map((of) => lastDay(of, month)).find((date) => date <= today);
  return { kind: 'invalid', message, ...(past === undefined || day < 1 ? {} : { past }) };
}

function lastDay(year: number, month: number): LocalDate {
  return addDays(addMonths(firstOfMonth(year, month), 1), -1);
}
