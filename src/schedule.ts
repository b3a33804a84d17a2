import type { Settings } from './member.ts';
import {
  addDays,
  type Instant,
  instantOfTime,
  type LocalDate,
  localDateOf,
  type TimeOfDay,
  weekdayOf,
} from './time.ts';

/** What comes to a member by itself, at a time that their settings name. */
export const ERRANDS = ['digest', 'reminder'] as const;
/** One of the things that come to a member at a time of theirs. */
export type Errand = (typeof ERRANDS)[number];

/**
 * All that is done for a member by itself: also the question whether a timer that ran over night still should, and what nobody
 * sees of it, as following their zone, and the end of what is kept of one who wants to be forgotten.
 */
export const MEMBER_ERRANDS = [...ERRANDS, 'still working', 'upkeep', 'forget'] as const;
/** One of the things that are done for a member by themselves. */
export type MemberErrand = (typeof MEMBER_ERRANDS)[number];

/** What comes to a whole workspace by itself; `erase` is the end of what was kept of one that removed the app. */
export const WORKSPACE_ERRANDS = ['team digest', 'team digest detail', 'erase'] as const;

/** True for what was promised to somebody who is gone then, and must be done however late it is: the end of what is kept of them. */
export function isPromised({ errand }: { readonly errand: string }): boolean {
  return errand === 'forget' || errand === 'erase';
}

/** When each of them comes: what the settings say about it. */
export type Timetable = Pick<Settings, 'zone' | 'digest' | 'reminderTime' | 'dailyTarget' | 'workingDays'>;

/** The clockwork works in quarters of an hour, in milliseconds. */
export const BUCKET_MS = 15 * 60_000;

/** The quarter of an hour in which something due at `instant` is done: that instant, or the next quarter after it. */
export function bucketOf(instant: Instant): Instant {
  return Math.ceil(instant / BUCKET_MS) * BUCKET_MS;
}

/**
 * The time of day at which something comes that is wanted at `time`: that, or the next quarter of an hour; the last one of a day
 * is 23:45, since the next is another day's.
 */
export function quarterTime(time: TimeOfDay): TimeOfDay {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const quarter = Math.min(Math.ceil((hours * 60 + minutes) / 15), 4 * 24 - 1);
  return [Math.floor(quarter / 4), (quarter % 4) * 15].map((part) => String(part).padStart(2, '0')).join(':');
}

/** The quarter of an hour that is under way at `instant`. */
export function quarterAt(instant: Instant): Instant {
  return Math.floor(instant / BUCKET_MS) * BUCKET_MS;
}

/**
 * The first time after `after` at which an errand is due, on the member's own clock; `undefined` where it is off. A time that
 * the clocks skip on a day comes as much later, one that they show twice comes the first time.
 */
export function nextDue(errand: Errand, timetable: Timetable, after: Instant): Instant | undefined {
  const plan = planOf(errand, timetable);
  if (plan === undefined) return undefined;
  const { zone } = timetable;
  const start = localDateOf(after, zone);
  // Eight days hold every weekday, and today's again where today's time is over.
  for (let day = 0; day <= 8; day += 1) {
    const date = addDays(start, day);
    if (!plan.days.includes(weekdayOf(date))) continue;
    const due = instantOfTime(date, plan.time, zone);
    if (due > after) return due;
  }
  return undefined;
}

/** The local day whose time falls into the quarter that ends at `bucket`; `undefined` where the errand is not due in it. */
export function dueDate(errand: Errand, timetable: Timetable, bucket: Instant): LocalDate | undefined {
  const due = nextDue(errand, timetable, bucket - BUCKET_MS);
  return due === undefined || due > bucket ? undefined : localDateOf(due, timetable.zone);
}

type Plan = { readonly days: readonly number[]; readonly time: string };

function planOf(errand: Errand, timetable: Timetable): Plan | undefined {
  const { digest, reminderTime, dailyTarget, workingDays } = timetable;
  switch (errand) {
    case 'digest':
      return digest && { days: [digest.weekday], time: digest.time };
    case 'reminder':
      // Without a target nobody is short of it.
      return reminderTime === undefined || dailyTarget === undefined
        ? undefined
        : { days: workingDays, time: reminderTime };
    default:
      return errand satisfies never;
  }
}
