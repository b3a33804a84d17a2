import type { LocalDate } from './time.ts';

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
