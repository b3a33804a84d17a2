import { totalSeconds } from '../entry.ts';
import type { Prefs } from '../member.ts';
import type { Home } from '../store/home.ts';
import type { Store } from '../store/store.ts';
import { watchDays } from '../store/watch-days.ts';
import { addDays, instantOfTime, type LocalDate, localDateOf, weekdayOf } from '../time.ts';
import type { Call } from './call.ts';
import { describeError } from './describe-error.ts';

/** Longer than a queue is busy. */
const WANTED_MS = 3_600_000;

/** Whoever logs does not wait longer for a queue that does not answer. */
const PATIENCE_MS = 500;

/**
 * The store of a request whose member may have been reminded of a day that is short of their target: once an entry of such a day
 * is written, a job looks whether the reminder is to give way. It costs the request nothing that it does not know anyhow.
 */
export function watchTarget(call: Call, prefs: Prefs, home: Pick<Home, 'entries'>): Store {
  const days = remindedDays(call, prefs, home);
  if (days.length === 0) return call.store;
  return watchDays(call.store, days, async (date) => {
    const { enqueue, store, member, now } = call;
    const id = `${member.workspaceId}/${member.memberId}/${date}`;
    const job = { kind: 'reached', id, until: now + WANTED_MS, member, date } as const;
    try {
      await Promise.race([enqueue(job), store.pause(PATIENCE_MS)]);
    } catch (error) {
      // What was logged is kept; the reminder stays as it is.
      call.log({ level: 'warn', event: 'job not queued', job: job.kind, ...describeError(error) });
    }
  });
}

/** Today and yesterday, where the time of their reminder is over and they were short of the target so far. */
function remindedDays(
  { now, replacesReminderOf }: Call,
  { reminderTime, dailyTarget, workingDays, zone }: Prefs,
  { entries }: Pick<Home, 'entries'>,
): readonly LocalDate[] {
  if (reminderTime === undefined || dailyTarget === undefined) return [];
  const today = localDateOf(now, zone);
  return [today, addDays(today, -1)].filter(
    (date) =>
      date !== replacesReminderOf &&
      workingDays.includes(weekdayOf(date)) &&
      instantOfTime(date, reminderTime, zone) <= now &&
      totalSeconds(entries.filter((entry) => entry.date === date)) < dailyTarget,
  );
}
