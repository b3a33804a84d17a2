import { readWorkspace } from '../../store/workspace.ts';
import type { MemberCall } from '../call.ts';
import { digestReply, leadsReply } from '../messages/team-words.ts';
import type { Reply } from '../slack/blocks.ts';
import { refusedUnlessAdmin } from '../team-roles.ts';
import { type Answer, openForm } from './open-form.ts';
import { teamDigestFieldsOf, teamDigestForm } from './team-digest-form.ts';
import { leadsForm } from './team-leads-form.ts';

/** Opens the form that names the leads, for admins; the reply is what to say where it did not open. */
export async function openLeads(call: MemberCall, answer: Answer | undefined): Promise<Reply | undefined> {
  const refusal = await refusedUnlessAdmin(call);
  if (refusal !== undefined) return refusal;
  const workspace = await readWorkspace(call.store, call.member.workspaceId);
  return openForm(
    call,
    answer,
    { workspace: workspace.version },
    (state) => leadsForm({ leads: workspace.leads, state }),
    leadsReply('Slack did not open the form this time. `/track team leads add @name` works too.', workspace),
  );
}

/** Opens the form for the team digest, for admins; the reply is what to say where it did not open. */
export async function openTeamDigest(
  call: MemberCall,
  answer: Answer | undefined,
): Promise<Reply | undefined> {
  const refusal = await refusedUnlessAdmin(call);
  if (refusal !== undefined) return refusal;
  const workspace = await readWorkspace(call.store, call.member.workspaceId);
  return openForm(
    call,
    answer,
    { workspace: workspace.version },
    (state) => teamDigestForm({ fields: teamDigestFieldsOf(workspace, call.prefs.zone), state }),
    digestReply(
      'Slack did not open the form this time. `/track team digest on in #channel monday 9:00` works too.',
      workspace,
    ),
  );
}
