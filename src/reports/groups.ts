import type { EntryContent } from '../entry.ts';
import type { Tag } from '../tag.ts';
import type { TaskNumber } from '../task.ts';
import { type Amounts, amountsOf } from './amounts.ts';
import { type Calendar, filledRows, type TimeGroup, type TimeGrouping, withGaps } from './calendar-rows.ts';

/** By what a report puts entries together. */
export type Grouping = TimeGrouping | 'tag' | 'task' | 'unit';

/** By what a report of several members puts their entries together. */
export type TeamGrouping = Grouping | 'member';

/** What the entries of one row have in common; a tag or task that is absent stands for the entries without one. */
export type Group =
  | TimeGroup
  | { readonly kind: 'tag'; readonly tag?: Tag }
  /** In a tree, `depth` is its place and `own` what is on the task alone; its amounts then hold what lies below it too. */
  | { readonly kind: 'task'; readonly task?: TaskNumber; readonly depth?: number; readonly own?: Amounts }
  /** Time, or everything counted in one unit. */
  | { readonly kind: 'unit'; readonly unit?: string }
  /** Absent for several who are not told apart; `count` is how many. */
  | { readonly kind: 'member'; readonly memberId?: string; readonly count?: number };

/** One row of a report. */
export type GroupRow = Group & { readonly amounts: Amounts };

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
  return fillGaps(groupFilled(entries, by, calendar), by, calendar);
}

/** These rows with an empty one for each day, week or month that has none; between others there are no gaps. */
export function fillGaps(
  rows: readonly GroupRow[],
  by: TeamGrouping,
  calendar: Calendar,
): readonly GroupRow[] {
  return isTime(by) ? withGaps(rows.filter(isOfTime), by, calendar) : rows;
}

/** As {@link groupEntries}, without the empty rows: what it costs goes by the entries alone. */
export function groupFilled(
  entries: readonly EntryContent[],
  by: Grouping,
  calendar: Calendar,
): readonly GroupRow[] {
  switch (by) {
    case 'day':
    case 'week':
    case 'month':
      return filledRows(entries, by, calendar);
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

function isTime(by: TeamGrouping): by is TimeGrouping {
  return by === 'day' || by === 'week' || by === 'month';
}

function isOfTime(row: GroupRow): row is GroupRow & TimeGroup {
  return isTime(row.kind);
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
