import { addDays, type Instant, instantOfTime, localDateOf, weekdayOf, type Zone } from '../../src/time.ts';

/** What the app does by the clock, as AWS's schedule would have it done. */
export type ClockWork = {
  /** When the app has something to do next, not after `until`. */
  readonly nextDue: (until: Instant) => Promise<Instant | undefined>;
  /** Does all that is due by now. */
  readonly run: () => Promise<void>;
};

/** The clock of the workspace: the machine's, until it is sent ahead. It never goes back, as time doesn't. */
export type Clock = {
  readonly now: () => Instant;
  /** How far it is ahead, in milliseconds. */
  readonly ahead: () => number;
  /** Registers what the app does by the clock. */
  readonly keep: (work: ClockWork) => void;
  /** Goes ahead to where `end` says from now, one thing that is due after the other, so that each comes at its own time. */
  readonly travel: (end: (now: Instant) => Instant) => Promise<void>;
};

/** Where one may want to go. */
export const JOURNEYS = ['hour', 'morning', 'monday', 'month'] as const;
export type Journey = (typeof JOURNEYS)[number];

/** A month of a few members has some hundred things that are due; more than this is a fault. */
const MOST_STOPS = 2000;

/** It goes no further at once: the app would take a month without a look at its clock for an outage. */
const LONGEST_STEP_MS = 7 * 86_400_000;

export function createClock(machine: () => Instant, start: number, changed: () => void): Clock {
  let ahead = start;
  let work: ClockWork | undefined;
  let travelling = Promise.resolve();
  const now = () => machine() + ahead;

  function goTo(instant: Instant): void {
    if (instant <= now()) return;
    ahead += instant - now();
    changed();
  }

  async function go(to: Instant): Promise<void> {
    await work?.run();
    for (let stops = 0; stops < MOST_STOPS; stops += 1) {
      const until = Math.min(to, now() + LONGEST_STEP_MS);
      const due = (await work?.nextDue(until)) ?? Number.POSITIVE_INFINITY;
      if (due > until && until === to) break;
      goTo(Math.min(due, until));
      await work?.run();
    }
    goTo(to);
    await work?.run();
  }

  return {
    now,
    ahead: () => ahead,
    keep(wanted) {
      work = wanted;
    },
    travel(end) {
      travelling = travelling.catch(() => undefined).then(() => go(end(now())));
      return travelling;
    },
  };
}

/** Where a journey ends that begins at `now`, on the clock of somebody in `zone`. */
export function endOf(journey: Journey, now: Instant, zone: Zone): Instant {
  const today = localDateOf(now, zone);
  switch (journey) {
    case 'hour':
      return now + 3_600_000;
    case 'month':
      return now + MONTH_MS;
    case 'morning':
      return nineAfter(now, today, zone);
    case 'monday': {
      const monday = addDays(today, (8 - weekdayOf(today)) % 7);
      return instantOfTime(monday, NINE, zone) > now
        ? instantOfTime(monday, NINE, zone)
        : instantOfTime(addDays(monday, 7), NINE, zone);
    }
  }
}

const NINE = '09:00';

/** A day more than the app keeps what a workspace has logged that removed it. */
const MONTH_MS = 31 * 86_400_000;

function nineAfter(now: Instant, today: string, zone: Zone): Instant {
  const nine = instantOfTime(today, NINE, zone);
  return nine > now ? nine : instantOfTime(addDays(today, 1), NINE, zone);
}
