import type { Seconds } from './duration.ts';
import { type Measure, sumMeasures } from './measure.ts';

/** How much some entries hold together: time, and each unit once. */
export type Amounts = { readonly seconds: Seconds; readonly measures: readonly Measure[] };

/** What no entry at all holds. */
export const NOTHING: Amounts = { seconds: 0, measures: [] };

/** Several amounts as one; measures unit by unit, in the order in which the units first appear. */
export function sumAmounts(parts: readonly Amounts[]): Amounts {
  let seconds = 0;
  for (const part of parts) seconds += part.seconds;
  return { seconds, measures: sumMeasures(parts.flatMap(({ measures }) => measures)) };
}

/** True when there is neither time nor anything counted. */
export function isNothing({ seconds, measures }: Amounts): boolean {
  return seconds === 0 && measures.length === 0;
}
