import type { Seconds } from '../duration.ts';
import { type EntryContent, totalSeconds } from '../entry.ts';
import { type Measure, sumMeasures } from '../measure.ts';

/** What entries hold together: time in whole seconds, each unit for itself, and how many entries that is. */
export type Amounts = {
  readonly entries: number;
  readonly seconds: Seconds;
  readonly measures: readonly Measure[];
};

/** Adds up entries, each once. */
export function amountsOf(entries: readonly Pick<EntryContent, 'seconds' | 'measures'>[]): Amounts {
  return {
    entries: entries.length,
    seconds: totalSeconds(entries),
    measures: sumMeasures(entries.flatMap(({ measures }) => measures)),
  };
}

/** What no entry holds. */
export const NO_AMOUNTS: Amounts = { entries: 0, seconds: 0, measures: [] };

/** Amounts of different entries together. */
export function addAmounts(one: Amounts, other: Amounts): Amounts {
  return {
    entries: one.entries + other.entries,
    seconds: one.seconds + other.seconds,
    measures: sumMeasures([...one.measures, ...other.measures]),
  };
}
