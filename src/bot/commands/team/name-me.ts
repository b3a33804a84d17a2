import { allowNaming } from '../../../store/members.ts';
import type { MemberCall } from '../../call.ts';
import { nameMeButton, namingWords, teamButtons } from '../../messages/team-words.ts';
import { plainReply, type Reply, reply, section } from '../../slack/blocks.ts';

/** Lets the team digest name the member, or not; each decides for themselves alone. */
export async function nameMe(call: MemberCall, allowed: boolean): Promise<Reply> {
  const { store, member, workspaces } = call;
  if (!(await allowNaming(store, member, allowed)))
    return plainReply('Nothing changed: I don’t know you yet. Log something first: `/track 45m #writing`.');
  const workspace = await workspaces.read(store, member.workspaceId);
  const done = allowed
    ? ':white_check_mark: The team digest may name you.'
    : ':white_check_mark: The team digest won’t name you: your time counts with that of the others.';
  const now =
    allowed || workspace.namesMembers ? ` ${allowed ? namingWords(workspace, allowed) : ''}`.trimEnd() : '';
  const text = `${done}${now}`;
  return reply(text, [section(text), teamButtons([nameMeButton(!allowed)])]);
}
