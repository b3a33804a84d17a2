import { SECONDS_PER_HOUR, SECONDS_PER_MINUTE, type Seconds } from './duration.ts';

/** How a report rounds the time of each entry: to whole steps of so many seconds. What lies half-way goes up. */
export type Rounding = { readonly step: Seconds; readonly way: 'nearest' | 'up' | 'down' };

/** The step where somebody asks for rounding and names none. */
export const USUAL_STEP: Seconds = 15 * SECONDS_PER_MINUTE;

/** The smallest step that rounding may have. */
export const SMALLEST_STEP: Seconds = SECONDS_PER_MINUTE;
/** The largest step that rounding may have. */
export const LARGEST_STEP: Seconds = 24 * SECONDS_PER_HOUR;

/** One length of time in whole steps. */
export function roundSeconds(seconds: Seconds, { step, way }: Rounding): Seconds {
  const steps = seconds / step;
  switch (way) {
    case 'up':
      return Math.ceil(steps) * step;
    case 'down':
      return Math.floor(steps) * step;
    case 'nearest':
      return Math.floor(steps + 0.5) * step;
    default:
      return way satisfies never;
  }
}
