import type { Entry } from '../../../entry.ts';
import { FIRST_SETTINGS, type Member } from '../../../member.ts';
import { digestOf, digestSince } from '../../../reports/digest.ts';
import { findTask } from '../../../store/directory.ts';
import { type Home, readHome } from '../../../store/home.ts';
import type { Store } from '../../../store/store.ts';
import type { Instant, LocalDate } from '../../../time.ts';
import { recentlySince } from '../../know-member.ts';
import { digestMessage } from '../../messages/digest.ts';
import type { Prepared, Skip } from './intent.ts';
import type { MembersErrand } from './members-errand.ts';

const WANTED_MS = 48 * 3_600_000;

/** A week's digest is wanted for two days. */
export function isDigestWanted({ bucket, now }: MembersErrand): boolean {
  return now - bucket <= WANTED_MS;
}

/** The member with the entries of both weeks that a digest compares, whatever day their weeks begin on. */
export function readForDigest(store: Store, member: Member, now: Instant): Promise<Home> {
  const today = recentlySince(now);
  const weeks = ([1, 7] as const).map((weekStart) => digestSince({ today, weekStart }));
  return readHome(store, member, weeks.reduce(earlier));
}

export async function prepareDigest(errand: MembersErrand): Promise<Omit<Prepared, 'channel'> | Skip> {
  return (await tellWeek(errand, errand.home.entries)) ?? { why: 'empty' };
}

/** A member's week as it is told on `date`; `undefined` for a week in which nothing was logged. */
export async function tellWeek(
  { store, member, prefs, date }: Pick<MembersErrand, 'store' | 'member' | 'prefs' | 'date'>,
  entries: readonly Entry[],
): Promise<Omit<Prepared, 'channel'> | undefined> {
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

function earlier(one: LocalDate, other: LocalDate): LocalDate {
  return one < other ? one : other;
}
