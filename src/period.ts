import { addDays, daysBetween, type LocalDate } from './time.ts';

/** A span of local dates, both inclusive; `since` is never after `until`. */
export type Period = { readonly since: LocalDate; readonly until: LocalDate };

/** The one day as a period. */
export function dayPeriod(date: LocalDate): Period {
  return { since: date, until: date };
}

/** True when `date` lies in the period. */
export function contains(period: Period, date: LocalDate): boolean {
  return period.since <= date && date <= period.until;
}

/** Every day of the period in order. */
export function daysOf(period: Period): readonly LocalDate[] {
  return Array.from({ length: daysBetween(period.since, period.until) + 1 }, (_, index) =>
    addDays(period.since, index),
  );
}
