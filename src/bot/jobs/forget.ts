import { eraseMember, leavingOf } from '../../store/erase-member.ts';
import { EraseLaterError, erasePace } from '../../store/erase-pace.ts';
import type { JobOf } from './job.ts';
import type { Worker } from './worker.ts';

/** Removes what is there of a member who wants to be forgotten; the clockwork's errand ends it later. */
export async function runForget({ store, enqueue }: Worker, job: JobOf<'forget'>): Promise<void> {
  const { member } = job;
  const leaving = await leavingOf(store, member);
  // A late delivery: who has started anew since must not lose that.
  if (leaving === undefined) return;
  try {
    await eraseMember(store, member, leaving, erasePace(store));
  } catch (error) {
    if (!(error instanceof EraseLaterError)) throw error;
    await enqueue(job);
  }
}
