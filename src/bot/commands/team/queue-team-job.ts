import { receiptIdOf } from '../../../store/kinds/journal.ts';
import type { MemberCall } from '../../call.ts';
import { queueJob } from '../../queue-job.ts';
import { plainReply, type Reply } from '../../slack/blocks.ts';
import { type ReportPlace, sealTeamJob, type TeamWish } from '../../wire/team-job.ts';

/** Slack keeps a response URL open for thirty minutes. */
const URL_KEPT_MS = 29 * 60_000;

const NOT_QUEUED = plainReply(
  ':warning: That many members could not be added up this time. Please try again in a moment, or name some of them: `/track team report @name`.',
);

/** Hands to the queue what takes longer than Slack waits; answers what is said meanwhile. */
export async function queueTeamJob(
  call: MemberCall,
  place: ReportPlace,
  wish: TeamWish,
  members: number,
): Promise<Reply> {
  const { member, requestId, now, jobSeal } = call;
  const sealed = sealTeamJob({ place, wish, now }, jobSeal);
  const job = { kind: wish.kind, id: receiptIdOf(requestId), until: now + URL_KEPT_MS, member, sealed };
  const comes = plainReply(
    `:hourglass_flowing_sand: Adding up ${members.toLocaleString('en-US')} members: the answer comes here in a moment.`,
  );
  return queueJob(call, job, { comes, refused: NOT_QUEUED });
}
