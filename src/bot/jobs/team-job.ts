import { claimRequest } from '../../store/claim.ts';
import { readHome } from '../../store/home.ts';
import { localDateOf } from '../../time.ts';
import { previewTeamDigestNow } from '../commands/team/preview-digest.ts';
import { showTeamReportNow } from '../commands/team/team-report.ts';
import { recentlySince } from '../know-member.ts';
import { teamReportOffWire } from '../wire/team-report.ts';
import type { JobOf } from './job.ts';
import type { Worker } from './worker.ts';

/**
 * Adds up what is asked of a large team, as it was at `askedAt`, and tells it where it was asked. Whether the asker still may
 * see it is looked up again. What was told once is not told again.
 */
export async function runTeamJob(
  worker: Worker,
  job: JobOf<'team report'> | JobOf<'team preview'>,
): Promise<void> {
  const { store, log, directory } = worker;
  const { member, askedAt: now, url, how, id } = job;
  const [slack, { prefs }] = await Promise.all([
    worker.slackIn(member.workspaceId),
    readHome(store, member, recentlySince(now)),
  ]);
  if (slack === undefined || prefs === undefined) {
    const why = slack === undefined ? 'not installed' : 'no member';
    log({ level: 'warn', event: 'job dropped', job: job.kind, why });
    return;
  }
  const reader = { store, directory, member, prefs, today: localDateOf(now, prefs.zone) };
  const reply =
    job.kind === 'team report'
      ? await showTeamReportNow(reader, teamReportOffWire(job.report), how === 'share')
      : await previewTeamDigestNow({ store, member, prefs, now, slack });
  if ((await claimRequest(store, member, `job ${id}`)) === 'claimed before') return;
  // What was to be shared and is not is for the asker alone.
  const place = how === 'share' && reply.shared !== true ? 'add' : how;
  if (!(await slack.respond(url, reply, place)))
    log({ level: 'warn', event: 'answer not told', job: job.kind });
}
