import { previewTeamDigestNow } from '../commands/team/preview-digest.ts';
import { showTeamReportNow } from '../commands/team/team-report.ts';
import { openTeamJob } from '../wire/team-job.ts';
import { answerJob } from './answer-job.ts';
import { claimJob } from './claim-job.ts';
import type { JobOf } from './job.ts';
import { readReader } from './reader.ts';
import type { Worker } from './worker.ts';

/**
 * Adds up what is asked of a large team, and tells it where it was asked. Whether the asker still may see it is looked up
 * again. What was told once is not told again.
 */
export async function runTeamJob(
  worker: Worker,
  job: JobOf<'team report'> | JobOf<'team preview'>,
): Promise<void> {
  const { kind, member, sealed } = job;
  const { log, seal } = worker;
  const content = openTeamJob(sealed, seal);
  if (content === undefined) {
    log({ level: 'warn', event: 'job dropped', job: kind, why: 'unreadable' });
    return;
  }
  const { place, wish, now } = content;
  const [reader, slack] = await Promise.all([
    readReader(worker, member, now),
    worker.slackIn(member.workspaceId),
  ]);
  if (reader === undefined || slack === undefined) {
    log({ level: 'info', event: 'job dropped', job: kind, why: 'nobody there' });
    return;
  }
  const reply =
    wish.kind === 'team report'
      ? await showTeamReportNow(reader, wish.value, place.how === 'share')
      : await previewTeamDigestNow({ ...reader, slack });
  if (!(await claimJob(worker.store, job))) return;
  // What was to be shared and is not is for the asker alone.
  const how = place.how === 'share' && reply.shared !== true ? 'add' : place.how;
  await answerJob(worker, job, { url: place.url, how }, reply);
}
