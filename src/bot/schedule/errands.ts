import { totalSeconds } from '../../entry.ts';
import type { Member, Prefs } from '../../member.ts';
import { digestOf, digestSince } from '../../reports/digest.ts';
import type { Errand } from '../../schedule.ts';
import { findTask } from '../../store/directory.ts';
import { type Home, readHome } from '../../store/home.ts';
import type { Store } from '../../store/store.ts';
import { type Instant, type LocalDate, localDateOf } from '../../time.ts';
import { digestMessage } from '../messages/digest.ts';
import { reminderMessage } from '../messages/reminder.ts';
import type { Reply } from '../slack/blocks.ts';

/** What an errand is about to say, or why it says nothing. */
export type Prepared =
  /** `about`: the day that it is sent once for, which is the first of its week for a digest. */
  { readonly message: Reply; readonly about: LocalDate } | { readonly why: 'empty' | 'target reached' };

/** An errand that is wanted: whose, as they stand now, and the local day it is for. */
export type Wanted = {
  readonly store: Store;
  readonly member: Member;
  readonly prefs: Prefs;
  readonly home: Home;
  readonly date: LocalDate;
};

const HOUR_MS = 3_600_000;

/** How late an errand may come and still be wanted: a week's digest for two days, a reminder within its day. */
export function isWanted(errand: Errand, bucket: Instant, now: Instant, { zone }: Prefs): boolean {
  switch (errand) {
    case 'digest':
      return now - bucket <= 48 * HOUR_MS;
    case 'reminder':
      return localDateOf(now, zone) === localDateOf(bucket - 1, zone);
    default:
      return errand satisfies never;
  }
}

/** The member with every entry that the errand tells of, in one request. */
export function readFor(errand: Errand, store: Store, member: Member, now: Instant): Promise<Home> {
  // The earliest day that any zone and any start of the week may need.
  const since =
    errand === 'digest'
      ? digestSince({ today: localDateOf(now, 'Etc/GMT+12'), weekStart: 1, workingDays: [] })
      : localDateOf(now, 'Etc/GMT+12');
  return readHome(store, member, since);
}

/** Says what the errand is about to say. */
export function prepare(errand: Errand, wanted: Wanted): Promise<Prepared> {
  return errand === 'digest' ? prepareDigest(wanted) : prepareReminder(wanted);
}

async function prepareDigest({ store, member, prefs, home, date }: Wanted): Promise<Prepared> {
  const digest = digestOf(home.entries, { ...prefs, today: date });
  if (digest === undefined || prefs.digest === undefined) return { why: 'empty' };
  const numbers = digest.tasks.flatMap((row) =>
    row.kind === 'task' && row.task !== undefined ? [row.task] : [],
  );
  const tasks = await Promise.all(numbers.slice(0, 5).map((number) => findTask(store, member, number)));
  const titles = new Map(tasks.flatMap((task) => (task === undefined ? [] : [[task.number, task.title]])));
  const { weekStart, digest: time } = prefs;
  return {
    message: digestMessage(digest, { today: date, weekStart, titles, time }),
    about: digest.week.since,
  };
}

async function prepareReminder({ prefs, home, date }: Wanted): Promise<Prepared> {
  const target = prefs.dailyTarget ?? 0;
  const logged = totalSeconds(home.entries.filter((entry) => entry.date === date));
  return logged >= target
    ? { why: 'target reached' }
    : { message: reminderMessage({ date, logged, target }), about: date };
}
