import { describeError } from '../describe-error.ts';
import { runErrand } from './errand.ts';
import { runExport } from './export.ts';
import { runForget } from './forget.ts';
import type { Job } from './job.ts';
import { runReached } from './reached.ts';
import { runReport } from './report.ts';
import { runTeamJob } from './team-job.ts';
import { tellGivenUp, tellTooLate } from './tell-given-up.ts';
import type { Worker } from './worker.ts';

/** Does one job as {@link runJob} does; where that fails for the last time, whoever waits for it is told. */
export async function tryJob(worker: Worker, job: Job, isLast: boolean): Promise<void> {
  try {
    await runJob(worker, job);
  } catch (error) {
    if (isLast)
      await tellGivenUp(worker, job, error).catch((silent: unknown) => logUntold(worker, job, silent));
    throw error;
  }
}

function logUntold({ log }: Worker, { kind: job }: Job, error: unknown): void {
  log({ level: 'warn', event: 'answer not told', job, ...describeError(error) });
}

/**
 * Does one job, however often it is delivered. It throws where the queue should deliver the job again; one that came too late
 * is dropped, and the log and whoever waited for it are told so.
 */
export async function runJob(worker: Worker, job: Job): Promise<void> {
  if (job.until < worker.now()) {
    worker.log({ level: 'warn', event: 'job dropped', job: job.kind, why: 'too late' });
    await tellTooLate(worker, job);
    return;
  }
  switch (job.kind) {
    case 'errand':
      return runErrand(worker, job);
    case 'forget':
      return runForget(worker, job);
    case 'reached':
      return runReached(worker, job);
    case 'team report':
    case 'team preview':
      return runTeamJob(worker, job);
    case 'report':
      return runReport(worker, job);
    case 'export':
      return runExport(worker, job);
    default:
      return job satisfies never;
  }
}
