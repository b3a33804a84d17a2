import { type Entry, totalSeconds } from '../../entry.ts';
import { FIRST_SETTINGS, type Member, type Prefs } from '../../member.ts';
import { digestOf, digestSince } from '../../reports/digest.ts';
import { BUCKET_MS, type Errand } from '../../schedule.ts';
import { findTask } from '../../store/directory.ts';
import { type Home, readHome } from '../../store/home.ts';
import type { DueKey } from '../../store/kinds/due.ts';
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
  readonly now: Instant;
};

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How late an errand may come and still be wanted: a week's digest for two days, a reminder within its day or quarter. */
export function isWanted(
  { errand, bucket }: DueKey,
  now: Instant,
  { prefs, date }: Pick<Wanted, 'prefs' | 'date'>,
): boolean {
  switch (errand) {
    case 'digest':
      return now - bucket <= 48 * HOUR_MS;
    case 'reminder':
      // The last quarter of a day ends at midnight, when the day is over.
      return localDateOf(now, prefs.zone) === date || now - bucket < BUCKET_MS;
    default:
      return errand satisfies never;
  }
}

/** The member with every entry that the errand tells of, in one request. */
export function readFor(errand: Errand, store: Store, member: Member, now: Instant): Promise<Home> {
  // The zone that is last at every date, so that the day is early enough wherever the member is.
  const today = localDateOf(now - DAY_MS, 'Etc/GMT+12');
  const weeks = ([1, 7] as const).map((weekStart) => digestSince({ today, weekStart }));
  return readHome(store, member, errand === 'digest' ? weeks.reduce(earlier) : today);
}

/** Says what the errand is about to say. */
export function prepare(errand: Errand, wanted: Wanted): Promise<Prepared> {
  return errand === 'digest' ? prepareDigest(wanted) : prepareReminder(wanted);
}

async function prepareDigest({ store, member, prefs, home, date }: Wanted): Promise<Prepared> {
  const told = await tellWeek({ store, member, prefs, date }, home.entries);
  return told ?? { why: 'empty' };
}

/** A member's week as it is told on `date`; `undefined` for a week in which nothing was logged. */
export async function tellWeek(
  { store, member, prefs, date }: Pick<Wanted, 'store' | 'member' | 'prefs' | 'date'>,
  entries: readonly Entry[],
): Promise<{ readonly message: Reply; readonly about: LocalDate } | undefined> {
  const digest = digestOf(entries, { ...prefs, today: date });
  if (digest === undefined) return undefined;
  const numbers = digest.tasks.flatMap((row) =>
    row.kind === 'task' && row.task !== undefined ? [row.task] : [],
  );
  const tasks = await Promise.all(numbers.slice(0, 5).map((number) => findTask(store, member, number)));
  const titles = new Map(tasks.flatMap((task) => (task === undefined ? [] : [[task.number, task.title]])));
  const { weekStart, digest: time = FIRST_SETTINGS.digest } = prefs;
  return {
    message: digestMessage(digest, { today: date, weekStart, titles, time }),
    about: digest.week.since,
  };
}

async function prepareReminder({ prefs, home, date, now }: Wanted): Promise<Prepared> {
  const target = prefs.dailyTarget ?? 0;
  const logged = totalSeconds(home.entries.filter((entry) => entry.date === date));
  return logged >= target
    ? { why: 'target reached' }
    : { message: reminderMessage({ date, logged, target }, localDateOf(now, prefs.zone)), about: date };
}

function earlier(one: LocalDate, other: LocalDate): LocalDate {
  return one < other ? one : other;
}
