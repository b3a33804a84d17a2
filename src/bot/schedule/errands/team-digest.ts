import { dueDate, nextDue } from '../../../schedule.ts';
import { ensureDue } from '../../../store/due.ts';
import { readWorkspace } from '../../../store/workspace.ts';
import type { Instant } from '../../../time.ts';
import { teamTimetable } from '../../../workspace.ts';
import { tellTeamWeek } from '../../team-week.ts';
import type { Clockwork } from '../clockwork.ts';
import type { Intent } from './intent.ts';
import { tellSetter } from './tell-setter.ts';

const WANTED_MS = 48 * 3_600_000;

/** So long it is better late than without names. */
const PATIENT_MS = 6 * 3_600_000;
const AGAIN_MS = 10 * 60_000;

type TeamDigestDue = {
  readonly bucket: Instant;
  readonly errand: 'team digest';
  readonly workspaceId: string;
};

/** The team's week in its channel, with the details to follow in its thread: skipped where the settings no longer ask for it. */
export async function intendTeamDigest(
  clockwork: Clockwork,
  due: TeamDigestDue,
  now: Instant,
): Promise<Intent> {
  const { store } = clockwork;
  const { workspaceId, bucket, errand } = due;
  const workspace = await readWorkspace(store, workspaceId);
  const { digest: plan } = workspace;
  if (plan === undefined) return { why: 'off' };
  const timetable = teamTimetable(plan);
  // The next one first: whatever happens to this one, the chain goes on.
  const next = nextDue('digest', timetable, Math.max(bucket, now));
  if (next !== undefined) await ensureDue(store, { errand, workspaceId }, next);
  const date = dueDate('digest', timetable, bucket);
  if (date === undefined) return { why: 'other settings' };
  if (now - bucket > WANTED_MS) return { why: 'too late' };
  return {
    async prepare() {
      const slack = await clockwork.slackIn(workspaceId);
      if (slack === undefined) return { why: 'not installed' };
      const waitsForNames = now - bucket < PATIENT_MS;
      const told = await tellTeamWeek({ store, workspaceId, workspace, date, plan, slack, waitsForNames });
      if (told === 'no names') return { goesOn: told, after: AGAIN_MS };
      if (typeof told === 'string') return { why: told };
      return {
        message: told.message,
        channel: plan.channel,
        about: told.week.since,
        follow: { owned: { errand: 'team digest detail', workspaceId }, about: date, message: told.detail },
        refused: (problem) => tellSetter(clockwork, workspaceId, plan, problem),
      };
    },
  };
}
