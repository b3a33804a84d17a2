import type { EntryContent } from '../entry.ts';
import type { WeekStart } from '../member.ts';
import { datesOf, type Period } from '../period.ts';
import type { Tag } from '../tag.ts';
import type { TaskNumber } from '../task.ts';
import { addDays, addMonths, type LocalDate, weekdayOf } from '../time.ts';
import { type Amounts, amountsOf } from './amounts.ts';

/** By what a report puts entries together. */
export type Grouping = 'day' | 'week' | 'month' | 'tag' | 'task' | 'unit';

/** By what a report of several members puts their entries together. */
export type TeamGrouping = Grouping | 'member';

/** What the entries of one row have in common; a tag or task that is absent stands for the entries without one. */
export type Group =
  | { readonly kind: 'day'; readonly date: LocalDate }
  /** The part of a week or month that lies in the report's period. */
  | { readonly kind: 'week' | 'month'; readonly period: Period }
  | { readonly kind: 'tag'; readonly tag?: Tag }
  /** In a tree, `depth` is its place and `own` what is on the task alone; its amounts then hold what lies below it too. */
  | { readonly kind: 'task'; readonly task?: TaskNumber; readonly depth?: number; readonly own?: Amounts }
  /** Time, or everything counted in one unit. */
  | { readonly kind: 'unit'; readonly unit?: string }
  /** Absent for several who are not told apart; `count` is how many. */
  | { readonly kind: 'member'; readonly memberId?: string; readonly count?: number };

/** One row of a report. */
export type GroupRow = Group & { readonly amounts: Amounts };

/** The report's period as far as it has come, and the day on which the member's week begins. */
export type Calendar = { readonly period: Period; readonly weekStart: WeekStart };

/**
 * Entries put together row by row. Days, weeks and months come in their order, the empty ones too, so that a gap is seen;
 * tags and tasks come by time, most first, and those of no tag or task last. An entry with several tags is in each of
 * their rows.
 */
export function groupEntries(
  entries: readonly EntryContent[],
  by: Grouping,
  calendar: Calendar,
): readonly GroupRow[] {
  switch (by) {
    case 'day': {
      const days = Map.groupBy(entries, ({ date }) => date);
      return datesOf(calendar.period).map((date) => ({
        kind: by,
        date,
        amounts: amountsOf(days.get(date) ?? []),
      }));
    }
    case 'week':
    case 'month':
      return stretchesOf(by, calendar).map((period) => ({
        kind: by,
        period,
        amounts: amountsOf(entries.filter(({ date }) => period.since <= date && date <= period.until)),
      }));
    case 'tag':
      return byName(entries, ({ tags }) => tags).map(([tag, amounts]) => ({
        kind: by,
        ...(tag === undefined ? {} : { tag }),
        amounts,
      }));
    case 'task':
      return byName(entries, ({ task }) => (task === undefined ? [] : [task])).map(([task, amounts]) => ({
        kind: by,
        ...(task === undefined ? {} : { task }),
        amounts,
      }));
    case 'unit':
      return byUnit(entries);
    default:
      return by satisfies never;
  }
}

/** The weeks or months that a period touches, each cut to the period. */
function stretchesOf(by: 'week' | 'month', { period, weekStart }: Calendar): readonly Period[] {
  const stretches: Period[] = [];
  for (let since = period.since; since <= period.until; ) {
    const next = by === 'week' ? nextWeek(since, weekStart) : addMonths(`${since.slice(0, 8)}01`, 1);
    const end = addDays(next, -1);
    stretches.push({ since, until: end < period.until ? end : period.until });
    since = next;
  }
  return stretches;
}

function nextWeek(date: LocalDate, weekStart: WeekStart): LocalDate {
  return addDays(date, 7 - ((weekdayOf(date) - weekStart + 7) % 7));
}

function byName<Name extends string | number>(
  entries: readonly EntryContent[],
  namesOf: (entry: EntryContent) => readonly Name[],
): readonly (readonly [Name | undefined, Amounts])[] {
  const groups = new Map<Name | undefined, EntryContent[]>();
  for (const entry of entries) {
    const names = new Set(namesOf(entry));
    for (const name of names.size === 0 ? [undefined] : names) {
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [entry]);
      else group.push(entry);
    }
  }
  return [...groups].map(([name, members]) => [name, amountsOf(members)] as const).sort(mostFirst);
}

/** Orders names by time, most first; what has no name comes last. */
export function mostFirst<Name extends string | number>(
  [one, mine]: readonly [Name | undefined, Amounts],
  [other, theirs]: readonly [Name | undefined, Amounts],
): number {
  if (one === undefined || other === undefined) return one === undefined ? 1 : -1;
  return theirs.seconds - mine.seconds || theirs.entries - mine.entries || (one < other ? -1 : 1);
}

function byUnit(entries: readonly EntryContent[]): readonly GroupRow[] {
  const { measures } = amountsOf(entries);
  const timed = entries.filter(({ seconds }) => seconds !== undefined);
  const time: GroupRow = { kind: 'unit', amounts: { ...amountsOf(timed), measures: [] } };
  const counted = measures.map((measure): GroupRow => {
    const holders = entries.filter(({ measures: held }) => held.some(({ unit }) => unit === measure.unit));
    return {
      kind: 'unit',
      unit: measure.unit,
      amounts: { entries: holders.length, seconds: 0, measures: [measure] },
    };
  });
  return [...(timed.length === 0 ? [] : [time]), ...counted];
}
