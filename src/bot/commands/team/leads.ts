import { changeWorkspace, readWorkspace } from '../../../store/workspace.ts';
import { MOST_LEADS, type Workspace, withLeads, withoutLeads } from '../../../workspace.ts';
import type { MemberCall } from '../../call.ts';
import { leadsReply, mentions, whoIsThat } from '../../messages/team-words.ts';
import { plainReply, type Reply } from '../../slack/blocks.ts';
import { refusedUnlessAdmin } from '../../team-roles.ts';
import { answerOf } from '../../views/open-forms.ts';
import { openLeads } from '../../views/open-team-forms.ts';

/** Who the leads are: anybody may know who sees their time. */
export async function showLeads({ store, member }: MemberCall, unread?: string): Promise<Reply> {
  if (unread !== undefined) return whoIsThat(unread);
  return leadsReply('', await readWorkspace(store, member.workspaceId));
}

/** Names leads, or takes them off the list; without anybody named the form asks. For admins alone. */
export async function changeLeads(
  call: MemberCall,
  how: 'add' | 'remove',
  named: readonly string[],
  unread?: string,
): Promise<Reply | undefined> {
  if (unread !== undefined) return whoIsThat(unread);
  if (named.length === 0) return openLeads(call, answerOf(call));
  const refusal = await refusedUnlessAdmin(call);
  if (refusal !== undefined) return refusal;
  const { store, member, workspaces } = call;
  const before = await readWorkspace(store, member.workspaceId);
  const leadsAfter = (current: Workspace) =>
    how === 'add' ? withLeads(current, named) : withoutLeads(current, named);
  if (leadsAfter(before).length > MOST_LEADS) return tooMany();
  const result = await changeWorkspace(store, member.workspaceId, (current) => {
    const leads = leadsAfter(current);
    return leads.length > MOST_LEADS ? current : { ...current, leads };
  });
  const { workspace } = result;
  workspaces.note(member.workspaceId, workspace);
  if (result.kind === 'changed')
    return leadsReply(
      'Not changed: others were changing this at the same moment. Please try again.',
      workspace,
    );
  return leadsReply(said(how, named, before), workspace);
}

/** Of one, and of several, whom nothing changed for. */
const STAYED = {
  add: ['was a lead already', 'were leads already'],
  remove: ['was no lead', 'were no leads'],
} as const;

function said(how: 'add' | 'remove', named: readonly string[], before: Workspace): string {
  const isLead = (id: string) => before.leads.includes(id);
  const moved = named.filter((id) => isLead(id) === (how === 'remove'));
  const rest = named.filter((id) => !moved.includes(id));
  return [
    ...(moved.length === 0
      ? []
      : [`:white_check_mark: ${how === 'add' ? 'Named' : 'No longer named'}: ${mentions(moved)}.`]),
    ...(rest.length === 0 ? [] : [`${mentions(rest)} ${STAYED[how][rest.length === 1 ? 0 : 1]}.`]),
  ].join(' ');
}

function tooMany(): Reply {
  return plainReply(`Nothing changed: a workspace has at most ${MOST_LEADS} leads.`);
}
