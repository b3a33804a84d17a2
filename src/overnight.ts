import { LONG_ENTRY, SECONDS_PER_HOUR, type Seconds } from './duration.ts';
import { addDays, type Instant, localDateOf, startOfDay, type Zone } from './time.ts';
import type { RunningTimer, Timer } from './timer.ts';

/** A timer that has crossed midnight counts as run over night from here on: late work is shorter, a night's sleep is not. */
export const NIGHT: Seconds = 6 * SECONDS_PER_HOUR;

/** How long a timer has run at `now`, in whole seconds; never less than none. */
export function secondsRun({ startedAt }: Pick<RunningTimer, 'startedAt'>, now: Instant): Seconds {
  return Math.max(0, Math.round((now - startedAt) / 1000));
}

/**
 * True when nobody should be credited with what a timer has run without being asked: it has crossed a midnight of the zone
 * it was started in and run for at least 6 hours of real time, or it has run for more than 12 hours on whatever day.
 */
export function ranOverNight(timer: Pick<RunningTimer, 'startedAt' | 'zone'>, now: Instant): boolean {
  const seconds = secondsRun(timer, now);
  if (seconds > LONG_ENTRY) return true;
  return seconds >= NIGHT && localDateOf(timer.startedAt, timer.zone) !== localDateOf(now, timer.zone);
}

/** True when the member is to be asked whether they are still working: the timer ran over night, and no answer stands. */
export function asksIfWorking(timer: Timer, now: Instant): boolean {
  if (timer.state === 'idle' || !ranOverNight(timer, now)) return false;
  return timer.keptUntil === undefined || timer.keptUntil <= now;
}

/** Until when the answer `still working`, given at `now`, stands: the next midnight of the member's zone. */
export function answerStandsUntil(now: Instant, zone: Zone): Instant {
  return startOfDay(addDays(localDateOf(now, zone), 1), zone);
}

/** A day's work: what a timer is supposed to have run when nothing tells how long it did. */
const FULL_DAY: Seconds = 8 * SECONDS_PER_HOUR;

/** When the work of a forgotten timer may have ended, and whether something tells so. */
export type LikelyEnd = { readonly at: Instant; readonly isSeen: boolean };

/**
 * When the work probably ended: at the last of `signs` of the member (when they logged something) on the day of the start;
 * without one after 8 hours, at the latest at midnight. To the whole minute, after the start and not after `now`.
 */
export function likelyEnd(timer: RunningTimer, signs: readonly Instant[], now: Instant): LikelyEnd {
  const midnight = answerStandsUntil(timer.startedAt, timer.zone);
  const latest = Math.min(midnight, now);
  const seen = signs.map(wholeMinute).filter((sign) => sign > timer.startedAt && sign <= latest);
  if (seen.length > 0) return { at: Math.max(...seen), isSeen: true };
  const at = wholeMinute(Math.min(timer.startedAt + FULL_DAY * 1000, latest));
  return { at: at > timer.startedAt ? at : latest, isSeen: false };
}

function wholeMinute(instant: Instant): Instant {
  return Math.floor(instant / 60_000) * 60_000;
}
