import { LONGEST_ENTRY } from './duration.ts';
import type { EntryContent } from './entry.ts';
import { type Instant, localDateOf, secondsInDay } from './time.ts';

/**
 * True when an entry that came from outside whole (a button's value, a file) is one that the reader could have read at
 * `now`: past, of a possible length, and its parts agreeing with each other.
 */
export function isPlausible({ date, zone, seconds, clock }: EntryContent, now: Instant): boolean {
  if (date > localDateOf(now, zone)) return false;
  if (seconds === undefined) return clock === undefined;
  if (!Number.isSafeInteger(seconds) || seconds <= 0) return false;
  if (clock === undefined) return seconds <= LONGEST_ENTRY;
  return (
    clock.endedAt <= now &&
    clock.endedAt - clock.startedAt === seconds * 1000 &&
    localDateOf(clock.startedAt, zone) === date &&
    seconds <= Math.max(LONGEST_ENTRY, secondsInDay(date, zone))
  );
}
