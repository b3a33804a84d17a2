import { readWorkspace } from '../store/workspace.ts';
import type { Workspace } from '../workspace.ts';
import type { MemberCall } from './call.ts';
import { adminUnsaid, notAdmin, notLead } from './messages/team-words.ts';
import type { Reply } from './slack/blocks.ts';

/** The workspace's settings as they stand now, where the member is one of its leads; else what to say. */
export async function asLead({
  store,
  member,
}: Pick<MemberCall, 'store' | 'member'>): Promise<
  | { readonly kind: 'lead'; readonly workspace: Workspace }
  | { readonly kind: 'refused'; readonly reply: Reply }
> {
  const workspace = await readWorkspace(store, member.workspaceId);
  return workspace.leads.includes(member.memberId)
    ? { kind: 'lead', workspace }
    : { kind: 'refused', reply: notLead(workspace, member.memberId) };
}

/** What to say to somebody who is no admin of the Slack workspace; `undefined` to one who is. Slack is asked each time. */
export async function refusedUnlessAdmin({ slack, member }: MemberCall): Promise<Reply | undefined> {
  const isAdmin = await slack.isAdmin(member.memberId);
  if (typeof isAdmin !== 'boolean') return adminUnsaid(isAdmin);
  return isAdmin ? undefined : notAdmin();
}
