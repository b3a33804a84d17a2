import type { Seconds } from '../duration.ts';
import { type Entry, totalSeconds } from '../entry.ts';
import { type Measure, sumMeasures } from '../measure.ts';
import type { Tag } from '../tag.ts';
import type { LocalDate } from '../time.ts';

/** One day of one member. */
export type DayReport = {
  readonly date: LocalDate;
  /** The day's entries: those with clock times in their order, then the others in the order they were logged. */
  readonly entries: readonly Entry[];
  readonly seconds: Seconds;
  readonly measures: readonly Measure[];
  /** Time by tag, most first. An entry with several tags counts in each, so these do not add up to `seconds`. */
  readonly byTag: readonly { readonly tag: Tag; readonly seconds: Seconds }[];
};

/** What `entries` say of `date`; those of other days are left out. */
export function reportDay(entries: readonly Entry[], date: LocalDate): DayReport {
  const mine = entries.filter((entry) => entry.date === date);
  return {
    date,
    entries: mine.toSorted(byClock),
    seconds: totalSeconds(mine),
    measures: sumMeasures(mine.flatMap(({ measures }) => measures)),
    byTag: timeByTag(mine),
  };
}

function byClock(one: Entry, other: Entry): number {
  return (one.clock?.startedAt ?? Infinity) - (other.clock?.startedAt ?? Infinity) || 0;
}

function timeByTag(entries: readonly Entry[]): DayReport['byTag'] {
  const seconds = new Map<Tag, Seconds>();
  for (const entry of entries) {
    for (const tag of entry.tags) seconds.set(tag, (seconds.get(tag) ?? 0) + (entry.seconds ?? 0));
  }
  return [...seconds]
    .map(([tag, sum]) => ({ tag, seconds: sum }))
    .sort((one, other) => other.seconds - one.seconds || one.tag.localeCompare(other.tag, 'en'));
}
