import { givenUp } from '../messages/apologies.ts';
import { openTeamJob } from '../wire/team-job.ts';
import { openExport } from './export-job.ts';
import type { Job } from './job.ts';
import { openReport } from './report.ts';
import type { Worker } from './worker.ts';

/** Tells whoever was promised an answer that none comes, and why as far as they can do anything about it. */
export async function tellGivenUp(worker: Worker, job: Job, error: unknown): Promise<void> {
  const url = responseUrlOf(worker, job);
  if (url !== undefined) await worker.respond(url, givenUp(error), 'add');
}

/** Where somebody waits for what a job brings; `undefined` where nobody does. */
function responseUrlOf({ seal }: Worker, job: Job): string | undefined {
  switch (job.kind) {
    case 'report':
      return openReport(job.sealed, seal)?.responseUrl;
    case 'team report':
    case 'team preview':
      return openTeamJob(job.sealed, seal)?.place.url;
    case 'export':
      return openExport(job.sealed, seal)?.responseUrl;
    // Both are found again by the clockwork.
    case 'errand':
    case 'forget':
      return undefined;
    default:
      return job satisfies never;
  }
}
