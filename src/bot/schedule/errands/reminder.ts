import { totalSeconds } from '../../../entry.ts';
import type { Member } from '../../../member.ts';
import { BUCKET_MS } from '../../../schedule.ts';
import { type Home, readHome } from '../../../store/home.ts';
import type { Store } from '../../../store/store.ts';
import { type Instant, localDateOf } from '../../../time.ts';
import { recentlySince } from '../../know-member.ts';
import { reminderMessage } from '../../messages/reminder.ts';
import type { Prepared, Skip } from './intent.ts';
import type { MembersErrand } from './members-errand.ts';

/** A reminder is wanted within its day; the last quarter of a day ends at midnight, when the day is over. */
export function isReminderWanted({ bucket, now, prefs, date }: MembersErrand): boolean {
  return localDateOf(now, prefs.zone) === date || now - bucket < BUCKET_MS;
}

export function readForReminder(store: Store, member: Member, now: Instant): Promise<Home> {
  return readHome(store, member, recentlySince(now));
}

export async function prepareReminder(errand: MembersErrand): Promise<Omit<Prepared, 'channel'> | Skip> {
  const { prefs, home, date, now } = errand;
  const target = prefs.dailyTarget ?? 0;
  const logged = totalSeconds(home.entries.filter((entry) => entry.date === date));
  if (logged >= target) return { why: 'target reached' };
  const message = reminderMessage({ date, logged, target }, localDateOf(now, prefs.zone));
  return { message, about: date };
}
