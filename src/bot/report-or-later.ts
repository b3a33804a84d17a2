import type { MemberCall } from './call.ts';
import { reportJob } from './jobs/report.ts';
import { queueJob } from './queue-job.ts';
import { type ReportOptions, showReport } from './show-report.ts';
import { plainReply, type Reply } from './slack/blocks.ts';
import type { ReportValue } from './wire/report-value.ts';

const FOLLOWS = plainReply(
  ':hourglass_flowing_sand: That is a lot of entries: your report follows here in a moment.',
);
const NOT_QUEUED = plainReply(
  ':warning: That is a lot of entries, and I could not begin to add them up this time. Please ask again in a moment, or for a shorter period: `/track report this month`.',
);
const TOO_MUCH = plainReply(
  'That is more than I can put together here. A shorter period, such as `/track report this year`, works.',
);

/** A report, or the notice that it follows at `responseUrl`, where it is over more entries than a request has time for. */
export async function reportOrLater(
  call: MemberCall,
  value: ReportValue,
  { shared = false, responseUrl }: ReportOptions & { readonly responseUrl: string | undefined },
): Promise<Reply> {
  const made = await showReport(call, value, { shared });
  if (made !== 'too much') return made;
  if (responseUrl === undefined) return TOO_MUCH;
  const { jobSeal, now } = call;
  const job = reportJob(call, { value, shared, responseUrl, now }, jobSeal);
  return queueJob(call, job, { comes: FOLLOWS, refused: NOT_QUEUED });
}
