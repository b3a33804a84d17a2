import { changeWorkspace, type WorkspaceResult, writeWorkspace } from '../store/workspace.ts';
import type { TeamDigestPlan, Workspace } from '../workspace.ts';
import type { MemberCall } from './call.ts';
import { troubleWords } from './messages/team-digest-trouble.ts';
import { digestPlanWords } from './messages/team-words.ts';
import { plainReply } from './slack/blocks.ts';

/** What became of the team digest's settings. */
export type SetTeamDigest =
  | WorkspaceResult
  /** Slack does not let the bot write there, so that all is as it was; `words` say why and what to do. */
  | { readonly kind: 'unreachable'; readonly words: string };

/**
 * Sets the team digest as an admin wants it, where the workspace's settings stand as `seen`. A channel that is new to it is
 * told so by a message: nothing else, without more scopes than that, shows whether the bot may write there.
 */
export async function setTeamDigest(
  call: MemberCall,
  seen: Workspace,
  next: Omit<Workspace, 'version'>,
): Promise<SetTeamDigest> {
  const { store, member, workspaces, slack } = call;
  const { workspaceId, memberId } = member;
  const result = await writeWorkspace(store, workspaceId, seen, next);
  workspaces.note(workspaceId, result.workspace);
  const { digest } = next;
  if (result.kind !== 'done' || digest === undefined || isKnown(digest.channel, seen)) return result;
  const problem = await slack.introduce(digest.channel, introduction(memberId, next));
  if (problem === undefined) return result;
  await takeBack(call, seen, digest);
  return { kind: 'unreachable', words: troubleWords(digest.channel, problem) };
}

/** True for a channel in which the last team digest came through, or may have. */
function isKnown(channel: string, { digest }: Workspace): boolean {
  return digest?.channel === channel && digest.trouble === undefined;
}

/** Puts back what was set before, unless somebody else has set it meanwhile. */
async function takeBack(
  call: MemberCall,
  { digest, namesMembers }: Workspace,
  failed: TeamDigestPlan,
): Promise<void> {
  const { store, member, workspaces } = call;
  const { workspace } = await changeWorkspace(store, member.workspaceId, (current) => {
    if (current.digest?.channel !== failed.channel) return current;
    const { digest: _, ...rest } = current;
    return { ...rest, namesMembers, ...(digest === undefined ? {} : { digest }) };
  });
  workspaces.note(member.workspaceId, workspace);
}

function introduction(memberId: string, workspace: Pick<Workspace, 'digest' | 'namesMembers'>) {
  const named = workspace.namesMembers
    ? 'It names those who allow it (`/track team show me`), and sums all others.'
    : 'It names nobody.';
  return plainReply(
    `:wave: <@${memberId}> set up the team digest here: how much was logged in the week, by task and tag, ${digestPlanWords(workspace)}. ${named} Notes are never in it.`,
  );
}
