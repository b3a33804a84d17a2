import type { Member } from '../../../member.ts';
import { dueDate, type Errand, nextDue } from '../../../schedule.ts';
import { ensureDue } from '../../../store/due.ts';
import type { Home } from '../../../store/home.ts';
import { withTagNames } from '../../../store/in-force.ts';
import type { Store } from '../../../store/store.ts';
import type { Instant } from '../../../time.ts';
import type { Clockwork } from '../clockwork.ts';
import { isDigestWanted, prepareDigest, readForDigest } from './digest.ts';
import type { Intent, Prepared, Skip } from './intent.ts';
import type { MembersErrand } from './members-errand.ts';
import { isReminderWanted, prepareReminder, readForReminder } from './reminder.ts';

type Doing = {
  /** The member with every entry that the errand tells of, in one request. */
  readonly read: (store: Store, member: Member, now: Instant) => Promise<Home>;
  /** True while it is not too late. */
  readonly isWanted: (errand: MembersErrand) => boolean;
  readonly prepare: (errand: MembersErrand) => Promise<Omit<Prepared, 'channel'> | Skip>;
};

const DOINGS: Readonly<Record<Errand, Doing>> = {
  digest: { read: readForDigest, isWanted: isDigestWanted, prepare: prepareDigest },
  reminder: { read: readForReminder, isWanted: isReminderWanted, prepare: prepareReminder },
};

/** An errand that a member's settings ask for: skipped where they no longer do, or where it comes too late. */
export async function intendByTimetable(
  { store }: Clockwork,
  due: { readonly bucket: Instant; readonly errand: Errand; readonly member: Member },
  now: Instant,
): Promise<Intent> {
  const { errand, member, bucket } = due;
  const doing = DOINGS[errand];
  const home = await doing.read(store, member, now);
  const { prefs } = home;
  if (prefs === undefined) return { why: 'no member' };
  // The next one first: whatever happens to this one, the chain goes on.
  const next = nextDue(errand, prefs, Math.max(bucket, now));
  if (next !== undefined) await ensureDue(store, { errand, member }, next);
  const date = dueDate(errand, prefs, bucket);
  if (date === undefined) return { why: 'other settings' };
  const named = withTagNames(store, member, home.tags);
  const known = { store: named, member, prefs, home, date, bucket, now };
  if (!doing.isWanted(known)) return { why: 'too late' };
  return {
    async prepare() {
      const prepared = await doing.prepare(known);
      return 'why' in prepared ? prepared : { ...prepared, channel: member.memberId };
    },
  };
}
