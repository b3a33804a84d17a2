import { quarterTime } from '../../schedule.ts';
import type { TimeOfDay } from '../../time.ts';

/** Said below the field of a time at which something comes. */
export const QUARTER_HINT = 'On a quarter of an hour; another time is moved to the next one.';

/** Says of the times somebody asked for which of them something does not come at, as a sentence; `` where it comes at all of them. */
export function quarterWords(asked: readonly (TimeOfDay | undefined)[]): string {
  const moved = asked.filter((time) => time !== undefined && quarterTime(time) !== time);
  return moved.length === 0 ? '' : `I look every quarter of an hour, so not at ${moved.join(' or ')}.`;
}
