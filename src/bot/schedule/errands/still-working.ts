import type { Member } from '../../../member.ts';
import { isAwake, nextQuestion, nightOf } from '../../../night-question.ts';
import { asksIfWorking } from '../../../overnight.ts';
import { ensureDue } from '../../../store/due.ts';
import { readHome } from '../../../store/home.ts';
import { type Instant, isoOf } from '../../../time.ts';
import { recentlySince } from '../../know-member.ts';
import { stillWorking } from '../../messages/still-working.ts';
import type { Clockwork } from '../clockwork.ts';
import type { Intent } from './intent.ts';

/**
 * Asks about a timer that ran over night, once in each night of each timer. The timer decides, not the row: a row of a timer
 * that was stopped or moved since asks about nothing, and one that comes late still asks while its member is awake.
 */
export async function intendStillWorking(
  { store }: Clockwork,
  { member }: { readonly member: Member },
  now: Instant,
): Promise<Intent> {
  const { prefs, timer } = await readHome(store, member, recentlySince(now));
  if (prefs === undefined) return { why: 'no member' };
  if (timer.state === 'idle') return { why: 'no timer' };
  const { zone } = prefs;
  // The next one first: whatever happens to this one, the chain goes on.
  const next = nextQuestion(timer, zone, now);
  if (next !== undefined) await ensureDue(store, { errand: 'still working', member }, next);
  if (!asksIfWorking(timer, now)) return { why: 'not over night' };
  if (!isAwake(now, zone)) return { why: 'asleep' };
  const about = `${isoOf(timer.startedAt)} ${nightOf(now, zone)}`;
  return {
    prepare: async () => ({ message: stillWorking(timer, { now, zone }), channel: member.memberId, about }),
  };
}
