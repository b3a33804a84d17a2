import type { MemberCall } from './call.ts';
import { describeError } from './describe-error.ts';
import type { Job } from './jobs/job.ts';
import { setupTroubleOf } from './setup-trouble.ts';
import type { Reply } from './slack/blocks.ts';

/** What is said of work that leaves the request: that it comes, or that the queue did not take it this time. */
export type JobWords = { readonly comes: Reply; readonly refused: Reply };

/** Hands a job to the queue and answers what is said meanwhile. */
export async function queueJob(
  { enqueue, log }: Pick<MemberCall, 'enqueue' | 'log'>,
  job: Job,
  { comes, refused }: JobWords,
): Promise<Reply> {
  try {
    await enqueue(job);
  } catch (error) {
    // What stays broken until somebody mends it is told as that, with who can mend it.
    if (setupTroubleOf(error)?.broken !== undefined) throw error;
    log({ level: 'error', event: 'job not queued', job: job.kind, ...describeError(error) });
    return refused;
  }
  return comes;
}
