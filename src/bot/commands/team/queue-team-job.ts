import type { MemberCall } from '../../call.ts';
import type { Job, JobOf } from '../../jobs/job.ts';
import { plainReply, type Reply } from '../../slack/blocks.ts';

/** Slack keeps a response URL open for thirty minutes. */
const URL_KEPT_MS = 29 * 60_000;

const LONGEST_ID = 300;

/** Where what is added up for a large team goes. */
export type ReportPlace = { readonly url: string; readonly how: 'add' | 'replace' | 'share' };

type Wish<Kind extends Job['kind']> = Omit<JobOf<Kind>, 'id' | 'until' | 'askedAt' | 'member'>;

const NOT_QUEUED = plainReply(
  ':warning: That many members could not be added up this time. Please try again in a moment, or name some of them: `/track team report @name`.',
);

/** Hands to the queue what takes longer than Slack waits; answers what is said meanwhile. */
export async function queueTeamJob(
  call: MemberCall,
  wish: Wish<'team report'> | Wish<'team preview'>,
  members: number,
): Promise<Reply> {
  const { member, requestId, now, log } = call;
  const common = { id: requestId.slice(0, LONGEST_ID), until: now + URL_KEPT_MS, askedAt: now, member };
  try {
    await call.enqueue({ ...common, ...wish });
  } catch (error) {
    const problem = error instanceof Error ? error.name : 'unknown';
    log({ level: 'error', event: 'job not queued', job: wish.kind, problem });
    return NOT_QUEUED;
  }
  return plainReply(
    `:hourglass_flowing_sand: Adding up ${members.toLocaleString('en-US')} members: the answer comes here in a moment.`,
  );
}
