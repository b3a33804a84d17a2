import { FIRST_SETTINGS } from '../../../member.ts';
import { readMembers } from '../../../store/members.ts';
import { readWorkspace } from '../../../store/workspace.ts';
import { localDateOf } from '../../../time.ts';
import type { TeamDigestPlan, Workspace } from '../../../workspace.ts';
import { USUAL_TEAM_DIGEST } from '../../../workspace.ts';
import type { MemberCall } from '../../call.ts';
import { adminUnsaid, notAdmin } from '../../messages/team-words.ts';
import { context, divider, plainReply, type Reply, reply } from '../../slack/blocks.ts';
import type { Slack } from '../../slack/web.ts';
import { tellTeamWeek } from '../../team-week.ts';
import type { ReportPlace } from '../../wire/team-job.ts';
import { queueTeamJob } from './queue-team-job.ts';
import { MOST_MEMBERS_AT_ONCE } from './team-report.ts';

/** Who sees a preview, and where it is put together. */
export type Previewer = Pick<MemberCall, 'store' | 'member' | 'prefs' | 'now'> & {
  readonly slack: Pick<Slack, 'memberName' | 'isAdmin'>;
};

/** Shows the team digest, as its channel would see it now, to a lead or an admin alone. A large team's comes to `place`. */
export async function previewTeamDigest(call: MemberCall, place: ReportPlace | undefined): Promise<Reply> {
  const { store, member } = call;
  const workspace = await readWorkspace(store, member.workspaceId);
  const refusal = await refusedPreview(call, workspace);
  if (refusal !== undefined) return refusal;
  const { length } = await readMembers(store, member.workspaceId);
  if (place === undefined || length <= MOST_MEMBERS_AT_ONCE) return preview(call, workspace);
  return queueTeamJob(call, place, { kind: 'team preview' }, length);
}

/** The same where nobody waits for the answer, however large the team. */
export async function previewTeamDigestNow(previewer: Previewer): Promise<Reply> {
  const workspace = await readWorkspace(previewer.store, previewer.member.workspaceId);
  return (await refusedPreview(previewer, workspace)) ?? preview(previewer, workspace);
}

/** A lead needs no look at Slack; an admin sets the digest up, and so may see it. */
async function refusedPreview(
  { member, slack }: Pick<Previewer, 'member' | 'slack'>,
  { leads }: Workspace,
): Promise<Reply | undefined> {
  if (leads.includes(member.memberId)) return undefined;
  const isAdmin = await slack.isAdmin(member.memberId);
  if (typeof isAdmin !== 'boolean') return adminUnsaid(isAdmin);
  return isAdmin ? undefined : notAdmin();
}

async function preview(
  { store, member, prefs, now, slack }: Previewer,
  workspace: Workspace,
): Promise<Reply> {
  const plan: Pick<TeamDigestPlan, 'weekday' | 'time' | 'zone' | 'weekStart'> = workspace.digest ?? {
    ...USUAL_TEAM_DIGEST,
    zone: prefs.zone,
    weekStart: prefs.weekStart ?? FIRST_SETTINGS.weekStart,
  };
  const date = localDateOf(now, plan.zone);
  const { workspaceId } = member;
  const told = await tellTeamWeek({ store, workspaceId, workspace, date, plan, slack });
  if (told === 'empty')
    return plainReply(
      'Nobody logged anything that week, so there is nothing to tell: an empty week is skipped.',
    );
  if (typeof told === 'string')
    return plainReply(
      'Only one member logged in that week, and may not be named: every sum would be theirs alone, so such a week is skipped.',
    );
  const small = 'A preview that only you see. Below the line is what goes into the thread.';
  return reply([told.message.text, told.detail.text, small].join('\n'), [
    ...told.message.blocks,
    divider(),
    ...told.detail.blocks,
    context(small),
  ]);
}
