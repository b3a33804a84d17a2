import type { Due } from '../../../store/kinds/due.ts';
import { changeWorkspace, readWorkspace } from '../../../store/workspace.ts';
import { isLocalDate } from '../../../time.ts';
import type { Workspace } from '../../../workspace.ts';
import { tellTeamWeek } from '../../team-week.ts';
import type { Clockwork } from '../clockwork.ts';
import type { Intent } from './intent.ts';

/** The details of a team's week, in the thread of the message that told of it; put together anew, so that any worker can. */
export async function intendTeamDigestDetail(
  clockwork: Clockwork,
  due: Extract<Due, { readonly errand: 'team digest detail' }>,
): Promise<Intent> {
  const { store } = clockwork;
  const { workspaceId, below } = due;
  const workspace = await readWorkspace(store, workspaceId);
  const { digest: plan } = workspace;
  if (plan === undefined) return { why: 'off' };
  if (below === undefined || !isLocalDate(below.about)) return { why: 'no message' };
  const { channel, ts, about: date } = below;
  // The message above came through, so whatever was wrong before is over.
  if (plan.trouble !== undefined) await changeWorkspace(store, workspaceId, withoutTrouble);
  return {
    async prepare() {
      const slack = await clockwork.slackIn(workspaceId);
      if (slack === undefined) return { why: 'not installed' };
      const told = await tellTeamWeek({ store, workspaceId, workspace, date, plan, slack });
      if (typeof told === 'string') return { why: told };
      return { message: told.detail, channel, thread: ts, about: date };
    },
  };
}

function withoutTrouble({ digest, ...rest }: Workspace): Omit<Workspace, 'version'> {
  if (digest === undefined) return rest;
  const { trouble: _, ...plan } = digest;
  return { ...rest, digest: plan };
}
