import { totalSeconds } from '../../entry.ts';
import { readHome } from '../../store/home.ts';
import { closeSent, readSent } from '../../store/sending.ts';
import { localDateOf } from '../../time.ts';
import { reachedMessage } from '../messages/reminder.ts';
import type { JobOf } from './job.ts';
import type { Worker } from './worker.ts';

/**
 * Puts the news that the target is reached in the place of the day's reminder, where there is one and nothing took its place
 * yet. Done again it changes nothing; a day that is short again by then is left be.
 */
export async function runReached(worker: Worker, job: JobOf<'reached'>): Promise<void> {
  const { store, post, log } = worker;
  const { member, date } = job;
  const { prefs, entries } = await readHome(store, member, date);
  const target = prefs?.dailyTarget;
  if (prefs === undefined || target === undefined) return;
  const logged = totalSeconds(entries.filter((entry) => entry.date === date));
  if (logged < target) return;
  const sent = await readSent(store, member, 'reminder', date);
  if (sent === undefined) return;
  const { channel, ts: replaces } = sent.message;
  const message = reachedMessage({ date, logged, target }, localDateOf(worker.now(), prefs.zone));
  const posted = await post({ workspaceId: member.workspaceId, channel, replaces }, message);
  switch (posted.kind) {
    case 'later':
      return worker.enqueue(job, posted.after);
    case 'unknown':
      throw new ReplaceError(posted.problem);
    case 'refused':
      log({ level: 'info', event: 'reminder not replaced', why: posted.problem });
      return closeSent(store, sent);
    case 'posted':
      return closeSent(store, sent);
    default:
      return posted satisfies never;
  }
}

/** Thrown where Slack did not say whether it took the message: to say it again changes nothing. */
class ReplaceError extends Error {
  override readonly name = 'ReplaceError';
}
