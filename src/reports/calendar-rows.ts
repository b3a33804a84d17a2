import type { EntryContent } from '../entry.ts';
import type { WeekStart } from '../member.ts';
import { contains, datesOf, type Period } from '../period.ts';
import { addDays, addMonths, type LocalDate, weekdayOf } from '../time.ts';
import { type Amounts, amountsOf, NO_AMOUNTS } from './amounts.ts';

/** The groupings that cut a report's period into pieces of time. */
export type TimeGrouping = 'day' | 'week' | 'month';

/** What the entries of one piece have in common: a day, or the part of a week or month that lies in the report's period. */
export type TimeGroup =
  | { readonly kind: 'day'; readonly date: LocalDate }
  | { readonly kind: 'week' | 'month'; readonly period: Period };

/** The report's period as far as it has come, and the day on which the member's week begins. */
export type Calendar = { readonly period: Period; readonly weekStart: WeekStart };

type TimeRow = TimeGroup & { readonly amounts: Amounts };

/**
 * The days, weeks or months in which something was logged, in their order; entries outside of the calendar are in none. Its
 * cost goes by the entries, not by how long the calendar is.
 */
export function filledRows(
  entries: readonly EntryContent[],
  by: TimeGrouping,
  calendar: Calendar,
): readonly TimeRow[] {
  const pieceOf = new Map<LocalDate, Period>();
  const filled = new Map<LocalDate, { readonly piece: Period; readonly mine: EntryContent[] }>();
  for (const entry of entries) {
    const { date } = entry;
    if (!contains(calendar.period, date)) continue;
    const piece = pieceOf.get(date) ?? pieceAround(date, by, calendar);
    pieceOf.set(date, piece);
    const held = filled.get(piece.since);
    if (held === undefined) filled.set(piece.since, { piece, mine: [entry] });
    else held.mine.push(entry);
  }
  return [...filled.values()]
    .sort((one, other) => (one.piece.since < other.piece.since ? -1 : 1))
    .map(({ piece, mine }) => rowOf(by, piece, amountsOf(mine)));
}

/** These rows, which are filled ones in their order, with an empty one for each gap of the calendar, so that gaps are seen. */
export function withGaps(rows: readonly TimeRow[], by: TimeGrouping, calendar: Calendar): readonly TimeRow[] {
  const filled = new Map(rows.map((row) => [sinceOf(row), row]));
  return piecesOf(by, calendar).map((piece) => filled.get(piece.since) ?? rowOf(by, piece, NO_AMOUNTS));
}

/** The first day of a piece, which tells it apart. */
export function sinceOf(row: TimeGroup): LocalDate {
  return row.kind === 'day' ? row.date : row.period.since;
}

function rowOf(by: TimeGrouping, period: Period, amounts: Amounts): TimeRow {
  return by === 'day' ? { kind: by, date: period.since, amounts } : { kind: by, period, amounts };
}

/** The day, week or month of a date, cut to the calendar. */
function pieceAround(date: LocalDate, by: TimeGrouping, { period, weekStart }: Calendar): Period {
  if (by === 'day') return { since: date, until: date };
  const since = by === 'week' ? addDays(date, -daysIntoWeek(date, weekStart)) : `${date.slice(0, 8)}01`;
  const until = addDays(by === 'week' ? addDays(since, 7) : addMonths(since, 1), -1);
  return {
    since: since < period.since ? period.since : since,
    until: until > period.until ? period.until : until,
  };
}

/** Every day, week or month that the calendar touches, each cut to it. */
function piecesOf(by: TimeGrouping, { period, weekStart }: Calendar): readonly Period[] {
  const dates = datesOf(period);
  if (by === 'day') return dates.map((date) => ({ since: date, until: date }));
  const into = daysIntoWeek(period.since, weekStart);
  const pieces: Period[] = [];
  let [since, until] = [period.since, period.since];
  for (const [index, date] of dates.entries()) {
    const begins = by === 'week' ? (index + into) % 7 === 0 : date.endsWith('-01');
    if (begins && index > 0) {
      pieces.push({ since, until });
      since = date;
    }
    until = date;
  }
  return [...pieces, { since, until }];
}

function daysIntoWeek(date: LocalDate, weekStart: WeekStart): number {
  return (weekdayOf(date) - weekStart + 7) % 7;
}
