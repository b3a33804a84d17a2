import { readWorkspace, writeWorkspace } from '../../store/workspace.ts';
import { MOST_LEADS } from '../../workspace.ts';
import type { MemberCall } from '../call.ts';
import { leadsReply, leadsWords } from '../messages/team-words.ts';
import { refusedUnlessAdmin } from '../team-roles.ts';
import { sealState } from './form-state.ts';
import type { Outcome, Submission } from './submission.ts';
import { LEADS_FIELD, leadsForm } from './team-leads-form.ts';

/** Saves who the leads are; where that was changed since the form opened, it is shown first. */
export async function submitLeads(call: MemberCall, { state, values }: Submission): Promise<Outcome> {
  const leads = [...new Set((values[LEADS_FIELD] ?? '').split(' ').filter((id) => id !== ''))];
  if (leads.length > MOST_LEADS)
    return { kind: 'errors', errors: { [LEADS_FIELD]: `Please choose at most ${MOST_LEADS} people.` } };
  if (leads.some((id) => !/^[UW][A-Z0-9]{1,30}$/.test(id)))
    return { kind: 'errors', errors: { [LEADS_FIELD]: 'Please choose people from the list.' } };
  const refusal = await refusedUnlessAdmin(call);
  if (refusal !== undefined) return { kind: 'errors', errors: { [LEADS_FIELD]: refusal.text } };
  const { store, member, workspaces, seal } = call;
  const current = await readWorkspace(store, member.workspaceId);
  const seen = { ...current, version: state.workspace ?? 0 };
  const result = await writeWorkspace(store, member.workspaceId, seen, { ...current, leads });
  workspaces.note(member.workspaceId, result.workspace);
  if (result.kind !== 'changed')
    return {
      kind: 'answer',
      title: 'Saved',
      reply: leadsReply(':white_check_mark: Saved.', result.workspace),
    };
  const next = { ...state, round: state.round + 1, workspace: result.workspace.version };
  const notice = `:warning: This was changed meanwhile. ${leadsWords(result.workspace)} Save once more to put what stands below in its place.`;
  return { kind: 'show', view: leadsForm({ leads, state: sealState(next, seal), notice }) };
}
