import { addDays, addMonths, daysBetween, firstOfMonth, type LocalDate } from './time.ts';

/** A span of local dates, both inclusive; `since` is never after `until`. */
export type Period = { readonly since: LocalDate; readonly until: LocalDate };

/** No day before this one can be logged: such a year is a slip of the keyboard. */
export const EARLIEST_DATE: LocalDate = '1970-01-01';

/** All that was ever logged, up to `today`. */
export function allTime(today: LocalDate): Period {
  return { since: EARLIEST_DATE, until: today };
}

/** True for a period before which nothing can be logged. */
export function isFromTheBeginning({ since }: Period): boolean {
  return since <= EARLIEST_DATE;
}

/** The one day as a period. */
export function dayPeriod(date: LocalDate): Period {
  return { since: date, until: date };
}

/** True when `date` lies in the period. */
export function contains(period: Period, date: LocalDate): boolean {
  return period.since <= date && date <= period.until;
}

/** Every day of the period, first to last. A life has thirty thousand, so the calendar is asked by the month. */
export function datesOf(period: Period): readonly LocalDate[] {
  const dates: LocalDate[] = [];
  for (let month = monthsSinceZero(period.since); month <= monthsSinceZero(period.until); month += 1) {
    const year = Math.floor(month / 12);
    const start = firstOfMonth(year, (month % 12) + 1).slice(0, -2);
    // The calendar goes round every 400 years, and Date takes a year below 100 for one of the last century.
    const length = new Date(Date.UTC(2000 + (year % 400), (month % 12) + 1, 0)).getUTCDate();
    for (let day = 1; day <= length; day += 1) {
      const date = `${start}${day < 10 ? '0' : ''}${day}`;
      if (contains(period, date)) dates.push(date);
    }
  }
  return dates;
}

function monthsSinceZero(date: LocalDate): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

/** The part of the period that has come by `today`; `undefined` when none of it has. */
export function elapsed({ since, until }: Period, today: LocalDate): Period | undefined {
  return since > today ? undefined : { since, until: until < today ? until : today };
}

/**
 * How many whole calendar months the period is: 1 for a month, 3 for a quarter, 12 for a year; `undefined` for a period that
 * begins or ends inside a month.
 */
export function monthsIn({ since, until }: Period): number | undefined {
  if (!since.endsWith('-01') || !addDays(until, 1).endsWith('-01')) return undefined;
  return monthsSinceZero(until) - monthsSinceZero(since) + 1;
}

/**
 * The period just before, to compare with: the months before where it is whole months, else as many days. Of a period that
 * is still going on, only as much of the one before as has come of it by `today`, so that like is compared with like.
 */
export function periodBefore(period: Period, today: LocalDate): Period {
  const { since, until } = period;
  const months = monthsIn(period);
  const days = daysBetween(since, until) + 1;
  const start = months === undefined ? addDays(since, -days) : addMonths(since, -months);
  const end = addDays(since, -1);
  if (until <= today || since > today) return { since: start, until: end };
  const sameDay = addDays(start, daysBetween(since, today));
  return { since: start, until: sameDay < end ? sameDay : end };
}
