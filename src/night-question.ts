import { LONG_ENTRY } from './duration.ts';
import { answerStandsUntil, NIGHT } from './overnight.ts';
import { addDays, type Instant, instantOfTime, type LocalDate, localDateOf, type Zone } from './time.ts';
import type { RunningTimer } from './timer.ts';

/** When people are taken to be awake, on their own clock: nobody is written to at other times about a timer. */
const MORNING = '08:00';
const EVENING = '22:00';

/** For so many nights a member who does not answer is asked; App Home and every command go on asking. */
const MOST_NIGHTS = 3;

/** A night belongs to the day whose evening it follows, until the next noon. */
const HALF_DAY_MS = 12 * 3_600_000;

/** The day whose night it is at `now`: one question is asked about a timer in each. */
export function nightOf(now: Instant, zone: Zone): LocalDate {
  return localDateOf(now - HALF_DAY_MS, zone);
}

/** True at the times at which a member may be written to about their timer. */
export function isAwake(now: Instant, zone: Zone): boolean {
  const date = localDateOf(now, zone);
  return now >= instantOfTime(date, MORNING, zone) && now < instantOfTime(date, EVENING, zone);
}

/**
 * The first time after `after` at which a member in `zone` is asked whether they are still working, if the timer runs until then:
 * the evening on which it has run for too long, or the morning after it ran over midnight; then each following morning, three
 * nights in all. `undefined` when they were asked often enough.
 */
export function nextQuestion(timer: RunningTimer, zone: Zone, after: Instant): Instant | undefined {
  const first = nextAwake(Math.max(looksForgottenFrom(timer), timer.keptUntil ?? 0), zone);
  if (first > after) return first;
  const night = nightOf(first, zone);
  for (let later = 1; later < MOST_NIGHTS; later += 1) {
    const morning = instantOfTime(addDays(night, later + 1), MORNING, zone);
    if (morning > after) return morning;
  }
  return undefined;
}

/** The first instant at which {@link ranOverNight} holds for a timer that goes on running. */
function looksForgottenFrom({ startedAt, zone }: RunningTimer): Instant {
  const midnight = answerStandsUntil(startedAt, zone);
  const overMidnight = Math.max(midnight, startedAt + NIGHT * 1000);
  return Math.min(overMidnight, startedAt + (LONG_ENTRY + 1) * 1000);
}

function nextAwake(from: Instant, zone: Zone): Instant {
  const date = localDateOf(from, zone);
  const morning = instantOfTime(date, MORNING, zone);
  if (from <= morning) return morning;
  return isAwake(from, zone) ? from : instantOfTime(addDays(date, 1), MORNING, zone);
}
