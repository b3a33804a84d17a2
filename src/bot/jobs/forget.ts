import { eraseMember, leavingOf } from '../../store/erase-member.ts';
import type { JobOf } from './job.ts';
import type { Worker } from './worker.ts';

/** Removes what is there of a member who wants to be forgotten; the clockwork's errand ends it later. */
export async function runForget({ store }: Worker, { member }: JobOf<'forget'>): Promise<void> {
  const leaving = await leavingOf(store, member);
  // A late delivery: who has started anew since must not lose that.
  if (leaving !== undefined) await eraseMember(store, member, leaving);
}
