import type { Seconds } from '../duration.ts';
import { type EntryContent, totalSeconds } from '../entry.ts';
import type { WeekStart } from '../member.ts';
import { contains, elapsed, type Period, periodBefore } from '../period.ts';
import { type Rounding, roundSeconds } from '../rounding.ts';
import { daysBetween, type LocalDate } from '../time.ts';
import { type Amounts, amountsOf } from './amounts.ts';
import { type EntryFilter, filterEntries } from './filter.ts';
import { fillGaps, type Grouping, type GroupRow, groupFilled, type TeamGrouping } from './groups.ts';

/** What a report is asked for. */
export type ReportRequest = {
  readonly period: Period;
  readonly by: Grouping;
  readonly filter: EntryFilter;
  /** The member's own day and the start of their week. */
  readonly today: LocalDate;
  readonly weekStart: WeekStart;
  /** Absent where times are told as they were logged. */
  readonly rounding?: Rounding;
};

/**
 * A period of entries put together. `total` counts every entry once, however many rows it is in. Where it is rounded, each
 * entry is, before anything is added up: so rows add up to the total, which is the same however they are put together.
 */
export type Report = {
  readonly period: Period;
  readonly by: TeamGrouping;
  readonly total: Amounts;
  readonly rows: readonly GroupRow[];
  /** Time that is in more than one row, since its entries have several tags. */
  readonly overlap: Seconds;
  /** The period before, as much of it as has come of this one. */
  readonly before: { readonly period: Period; readonly total: Amounts };
  /** How it was rounded, what the time was before that, and how many entries were rounded to nothing. */
  readonly rounded?: { readonly rounding: Rounding; readonly exact: Seconds; readonly vanished: number };
};

/** Every day whose entries {@link reportOf} needs: the period and the one before it. */
export function daysNeeded({ period, today }: Pick<ReportRequest, 'period' | 'today'>): Period {
  return { since: periodBefore(period, today).since, until: period.until };
}

/** Puts entries together; those of days that the report is not about are left out. */
export function reportOf(entries: readonly EntryContent[], request: ReportRequest): Report {
  return withEmptyRows(countUp(entries, request), request);
}

/** As {@link reportOf}, without the empty days, weeks and months: so many entries cost the same in any period. */
export function countUp(entries: readonly EntryContent[], request: ReportRequest): Report {
  const { period, by, filter, today, weekStart, rounding } = request;
  const before = periodBefore(period, today);
  const found = filterEntries(entries, filter);
  const wanted = rounding === undefined ? found : found.map((entry) => roundEntry(entry, rounding));
  const mine = wanted.filter(({ date }) => contains(period, date));
  const total = amountsOf(mine);
  const come = elapsed(period, today);
  const rows = come === undefined ? [] : groupFilled(mine, by, { period: come, weekStart });
  const inRows = rows.reduce((sum, { amounts }) => sum + amounts.seconds, 0);
  return {
    period,
    by,
    total,
    rows,
    overlap: Math.max(0, inRows - total.seconds),
    before: { period: before, total: amountsOf(wanted.filter(({ date }) => contains(before, date))) },
    ...(rounding === undefined ? {} : { rounded: { rounding, ...exactOf(found, mine, period) } }),
  };
}

/** The same report with the empty days, weeks and months that have come, so that gaps are seen. */
export function withEmptyRows(
  report: Report,
  { period, today, weekStart }: Pick<ReportRequest, 'period' | 'today' | 'weekStart'>,
): Report {
  const come = elapsed(period, today);
  return come === undefined
    ? report
    : { ...report, rows: fillGaps(report.rows, report.by, { period: come, weekStart }) };
}

function roundEntry(entry: EntryContent, rounding: Rounding): EntryContent {
  return entry.seconds === undefined ? entry : { ...entry, seconds: roundSeconds(entry.seconds, rounding) };
}

function exactOf(found: readonly EntryContent[], rounded: readonly EntryContent[], period: Period) {
  const exact = found.filter(({ date }) => contains(period, date));
  const vanished = rounded.filter(({ seconds }, index) => seconds === 0 && exact[index]?.seconds !== 0);
  return { exact: totalSeconds(exact), vanished: vanished.length };
}

/** As many rows as a person takes in at a glance. */
const MOST_DAYS = 31;
const MOST_WEEKS_IN_DAYS = 27 * 7;

/** How a period is put together where nobody said how: one day by tag, longer ones by day, week or month. */
export function usualGrouping(period: Period): Grouping {
  const days = daysBetween(period.since, period.until) + 1;
  if (days === 1) return 'tag';
  if (days <= MOST_DAYS) return 'day';
  return days <= MOST_WEEKS_IN_DAYS ? 'week' : 'month';
}
