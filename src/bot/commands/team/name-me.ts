import { allowNaming } from '../../../store/members.ts';
import type { Workspace } from '../../../workspace.ts';
import type { MemberCall } from '../../call.ts';
import { nameMeButton, teamButtons } from '../../messages/team-words.ts';
import { plainReply, type Reply, reply, section } from '../../slack/blocks.ts';

/** Lets the team digest name the member, or not; each decides for themselves alone. */
export async function nameMe(call: MemberCall, allowed: boolean): Promise<Reply> {
  const { store, member, workspaces } = call;
  if (!(await allowNaming(store, member, allowed)))
    return plainReply('Nothing changed: I don’t know you yet. Log something first: `/track 45m #writing`.');
  const workspace = await workspaces.read(store, member.workspaceId);
  const text = `:white_check_mark: ${nowWords(workspace, allowed)}`;
  return reply(text, [section(text), teamButtons([nameMeButton(!allowed)])]);
}

function nowWords({ namesMembers }: Pick<Workspace, 'namesMembers'>, allowed: boolean): string {
  if (!allowed) return 'The team digest won’t name you: your time counts with that of the others.';
  return namesMembers
    ? 'The team digest names you from now on, with how much you logged. Notes are never in it.'
    : 'The team digest may name you, with how much you logged, once an admin lets it name members.';
}
