import { claimRequest } from '../../store/claim.ts';
import { readHome } from '../../store/home.ts';
import { localDateOf } from '../../time.ts';
import { showTeamReportNow } from '../commands/team/team-report.ts';
import { recentlySince } from '../know-member.ts';
import { teamReportOffWire } from '../wire/team-report.ts';
import type { JobOf } from './job.ts';
import type { Worker } from './worker.ts';

/**
 * Adds up a report of a large team, as its lead asked for it at `askedAt`, and tells it where they asked. Whether they still
 * are a lead is looked up again. What was told once is not told again.
 */
export async function runTeamReport(worker: Worker, job: JobOf<'team report'>): Promise<void> {
  const { store, log, directory } = worker;
  const { member, askedAt, url, how, id } = job;
  const [slack, { prefs }] = await Promise.all([
    worker.slackIn(member.workspaceId),
    readHome(store, member, recentlySince(askedAt)),
  ]);
  if (slack === undefined || prefs === undefined) {
    log({
      level: 'warn',
      event: 'job dropped',
      job: job.kind,
      why: slack === undefined ? 'not installed' : 'no member',
    });
    return;
  }
  const reader = { store, directory, member, prefs, today: localDateOf(askedAt, prefs.zone) };
  const reply = await showTeamReportNow(reader, teamReportOffWire(job.report), how === 'share');
  if ((await claimRequest(store, member, `job ${id}`)) === 'claimed before') return;
  const told = await slack.respond(
    url,
    reply,
    reply.shared === true ? 'share' : how === 'share' ? 'add' : how,
  );
  if (!told) log({ level: 'warn', event: 'report not told', job: job.kind });
}
