import { FileNotTakenError } from '../file-not-taken-error.ts';
import { givenUp, tooLate } from '../messages/apologies.ts';
import { fileFailed } from '../messages/export-words.ts';
import { openTeamJob } from '../wire/team-job.ts';
import { answerJob } from './answer-job.ts';
import { type AwaitedJob, claimJob } from './claim-job.ts';
import { openExport } from './export-job.ts';
import type { Job } from './job.ts';
import { readReader } from './reader.ts';
import { openReport } from './report.ts';
import type { Worker } from './worker.ts';

/** Tells whoever was promised an answer that none comes, and why as far as they can do anything about it. */
export async function tellGivenUp(worker: Worker, job: Job, error: unknown): Promise<void> {
  if (!isAwaited(job)) return;
  const url = responseUrlOf(worker, job);
  const reply = error instanceof FileNotTakenError ? fileFailed(error) : givenUp(error);
  if (url !== undefined) await answerJob(worker, job, { url, how: 'add' }, reply);
}

/**
 * Tells whoever was promised an answer that it comes too late to be wanted: where they asked, as long as Slack takes that, else
 * directly. Once; and never where the job was done, and is only delivered again.
 */
export async function tellTooLate(worker: Worker, job: Job): Promise<void> {
  if (!isAwaited(job)) return;
  const url = responseUrlOf(worker, job);
  // Nobody is there any more, or nobody knows what it was about.
  if (url === undefined || (await readReader(worker, job.member, worker.now())) === undefined) return;
  if (!(await claimJob(worker.store, job))) return;
  const reply = tooLate(job.kind);
  if (await worker.respond(url, reply, 'add')) return;
  const { workspaceId, memberId } = job.member;
  const slack = await worker.slackIn(workspaceId);
  const isTold = slack !== undefined && (await slack.tell({ channel: memberId }, reply));
  if (!isTold) worker.log({ level: 'warn', event: 'answer not told', job: job.kind });
}

/** Errands and removals are found again by the clockwork; nobody was promised that a reminder gives way. */
function isAwaited(job: Job): job is AwaitedJob {
  return job.kind !== 'errand' && job.kind !== 'forget' && job.kind !== 'reached';
}

/** Where somebody waits for what a job brings; `undefined` where that can't be read. */
function responseUrlOf({ seal }: Worker, job: AwaitedJob): string | undefined {
  switch (job.kind) {
    case 'report':
      return openReport(job.sealed, seal)?.responseUrl;
    case 'team report':
    case 'team preview':
      return openTeamJob(job.sealed, seal)?.place.url;
    case 'export':
      return openExport(job.sealed, seal)?.responseUrl;
    default:
      return job satisfies never;
  }
}
