import type { Seconds } from '../duration.ts';
import type { EntryContent } from '../entry.ts';
import type { WeekStart } from '../member.ts';
import { contains, datesOf, elapsed, type Period, periodBefore } from '../period.ts';
import type { LocalDate } from '../time.ts';
import { type Amounts, amountsOf } from './amounts.ts';
import { type EntryFilter, filterEntries } from './filter.ts';
import { type Grouping, type GroupRow, groupEntries, type TeamGrouping } from './groups.ts';

/** What a report is asked for. */
export type ReportRequest = {
  readonly period: Period;
  readonly by: Grouping;
  readonly filter: EntryFilter;
  /** The member's own day and the start of their week. */
  readonly today: LocalDate;
  readonly weekStart: WeekStart;
};

/** A period of entries put together. `total` counts every entry once, however many rows it is in. */
export type Report = {
  readonly period: Period;
  readonly by: TeamGrouping;
  readonly total: Amounts;
  readonly rows: readonly GroupRow[];
  /** Time that is in more than one row, since its entries have several tags. */
  readonly overlap: Seconds;
  /** The period before, as much of it as has come of this one. */
  readonly before: { readonly period: Period; readonly total: Amounts };
};

/** Every day whose entries {@link reportOf} needs: the period and the one before it. */
export function daysNeeded({ period, today }: Pick<ReportRequest, 'period' | 'today'>): Period {
  return { since: periodBefore(period, today).since, until: period.until };
}

/** Puts entries together; those of days that the report is not about are left out. */
export function reportOf(entries: readonly EntryContent[], request: ReportRequest): Report {
  const { period, by, filter, today, weekStart } = request;
  const before = periodBefore(period, today);
  const wanted = filterEntries(entries, filter);
  const mine = wanted.filter(({ date }) => contains(period, date));
  const total = amountsOf(mine);
  const come = elapsed(period, today);
  const rows = come === undefined ? [] : groupEntries(mine, by, { period: come, weekStart });
  const inRows = rows.reduce((sum, { amounts }) => sum + amounts.seconds, 0);
  return {
    period,
    by,
    total,
    rows,
    overlap: Math.max(0, inRows - total.seconds),
    before: { period: before, total: amountsOf(wanted.filter(({ date }) => contains(before, date))) },
  };
}

/** As many rows as a person takes in at a glance. */
const MOST_DAYS = 31;
const MOST_WEEKS_IN_DAYS = 27 * 7;

/** How a period is put together where nobody said how: one day by tag, longer ones by day, week or month. */
export function usualGrouping(period: Period): Grouping {
  const days = datesOf(period).length;
  if (days === 1) return 'tag';
  if (days <= MOST_DAYS) return 'day';
  return days <= MOST_WEEKS_IN_DAYS ? 'week' : 'month';
}
