import type { Member } from '../../../member.ts';
import { isAwake, nextQuestion, nightOf } from '../../../night-question.ts';
import { asksIfWorking } from '../../../overnight.ts';
import { ensureDue } from '../../../store/due.ts';
import { readHome } from '../../../store/home.ts';
import { closeSent, readSent } from '../../../store/sending.ts';
import { addDays, type Instant, isoOf, type LocalDate } from '../../../time.ts';
import type { RunningTimer } from '../../../timer.ts';
import { recentlySince } from '../../know-member.ts';
import { askedAgain, stillWorking } from '../../messages/still-working.ts';
import type { Clockwork } from '../clockwork.ts';
import type { Intent } from './intent.ts';

/**
 * Asks about a timer that ran over night, once in each night of each timer. The timer decides, not the row: a row of a timer
 * that was stopped or moved since asks about nothing, and one that comes late still asks while its member is awake.
 */
export async function intendStillWorking(
  clockwork: Clockwork,
  { member }: { readonly member: Member },
  now: Instant,
): Promise<Intent> {
  const { store } = clockwork;
  const { prefs, timer } = await readHome(store, member, recentlySince(now));
  if (prefs === undefined) return { why: 'no member' };
  if (timer.state === 'idle') return { why: 'no timer' };
  const { zone } = prefs;
  // The next one first: whatever happens to this one, the chain goes on.
  const next = nextQuestion(timer, zone, now);
  if (next !== undefined) await ensureDue(store, { errand: 'still working', member }, next);
  if (!asksIfWorking(timer, now)) return { why: 'not over night' };
  if (!isAwake(now, zone)) return { why: 'asleep' };
  const night = nightOf(now, zone);
  return {
    prepare: async () => ({
      message: stillWorking(timer, { now, zone }),
      channel: member.memberId,
      about: aboutOf(timer, night),
      sent: () => replaceEarlier(clockwork, member, timer, night),
    }),
  };
}

function aboutOf({ startedAt }: RunningTimer, night: LocalDate): string {
  return `${isoOf(startedAt)} ${night}`;
}

/** As many nights back an older question of the same timer may lie: one of them was missed. */
const NIGHTS_BACK = 2;

/** Only the newest question about a timer has buttons: an older one says that it was asked again. */
async function replaceEarlier(
  { store, post }: Clockwork,
  member: Member,
  timer: RunningTimer,
  night: LocalDate,
): Promise<void> {
  for (let back = 1; back <= NIGHTS_BACK; back += 1) {
    const earlier = await readSent(store, member, 'still working', aboutOf(timer, addDays(night, -back)));
    if (earlier === undefined) continue;
    const { channel, ts: replaces } = earlier.message;
    const { kind } = await post({ workspaceId: member.workspaceId, channel, replaces }, askedAgain());
    if (kind === 'posted' || kind === 'refused') await closeSent(store, earlier);
  }
}
