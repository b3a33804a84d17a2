import type { TeamRequest } from '../../../phrase/command.ts';
import { bucketOf, nextDue, quarterTime } from '../../../schedule.ts';
import { readDue } from '../../../store/due.ts';
import { changeWorkspace, ensureTeamDigest, readWorkspace } from '../../../store/workspace.ts';
import type { TimeOfDay } from '../../../time.ts';
import { teamTimetable, USUAL_TEAM_DIGEST, type Workspace } from '../../../workspace.ts';
import type { MemberCall } from '../../call.ts';
import { quarterWords } from '../../messages/quarter-words.ts';
import { troubleWords } from '../../messages/team-digest-trouble.ts';
import { digestPlanWords, digestReply, namingRuleWords } from '../../messages/team-words.ts';
import { setTeamDigest } from '../../set-team-digest.ts';
import { plainReply, type Reply } from '../../slack/blocks.ts';
import { inlineCode } from '../../slack/escape.ts';
import { refusedUnlessAdmin } from '../../team-roles.ts';
import { answerOf } from '../../views/open-forms.ts';
import { openTeamDigest } from '../../views/open-team-forms.ts';

const WEEK_MS = 7 * 86_400_000;

/** How the team digest stands: anybody may know where their time is told of. */
export async function showTeamDigest({ store, member, now }: MemberCall): Promise<Reply> {
  const workspace = await readWorkspace(store, member.workspaceId);
  const lost = await lostWords({ store, member, now }, workspace);
  return digestReply([lost, stateWords(workspace)].filter((words) => words !== '').join(' '), workspace);
}

/** Turns the team digest on, or changes where and when it comes; without a channel the form asks. For admins alone. */
export async function turnOnTeamDigest(
  call: MemberCall,
  asked: Extract<TeamRequest, { does: 'digest on' }>,
): Promise<Reply | undefined> {
  if (asked.unread !== undefined) return notRead(asked.unread);
  const { store, member, prefs } = call;
  const seen = await readWorkspace(store, member.workspaceId);
  const channel = asked.channel ?? seen.digest?.channel;
  if (channel === undefined) return openTeamDigest(call, answerOf(call));
  const refusal = await refusedUnlessAdmin(call);
  if (refusal !== undefined) return refusal;
  const { weekday, time, zone, weekStart } = {
    ...USUAL_TEAM_DIGEST,
    zone: prefs.zone,
    weekStart: prefs.weekStart,
    ...seen.digest,
  };
  const digest = {
    channel,
    weekday: asked.weekday ?? weekday,
    time: quarterTime(asked.time ?? time),
    zone,
    weekStart,
    setBy: member.memberId,
  };
  const { version: _, ...rest } = seen;
  const result = await setTeamDigest(call, seen, { ...rest, digest });
  switch (result.kind) {
    case 'unreachable':
      return plainReply(`Not set up: ${result.words} Then say it again.`);
    case 'changed':
      return digestReply(
        'Not changed: somebody else changed this at the same moment. Please look, and try again.',
        result.workspace,
      );
    case 'done':
    case 'done before':
      await ensureTeamDigest(store, member.workspaceId, result.workspace);
      return digestReply(doneWords(result.workspace, asked.time), result.workspace);
    default:
      return result satisfies never;
  }
}

function doneWords(workspace: Workspace, asked: TimeOfDay | undefined): string {
  const moved = quarterWords([asked]);
  return [`:white_check_mark: ${stateWords(workspace)}`, moved].filter((part) => part !== '').join(' ');
}

/** Turns the team digest off. For admins alone. */
export async function turnOffTeamDigest(call: MemberCall): Promise<Reply> {
  return change(call, ({ digest: _, ...rest }) => rest);
}

/** Whether the team digest may name members at all: how it stands, or a change of it by an admin. */
export async function teamMembers(call: MemberCall, named: boolean | undefined): Promise<Reply> {
  if (named !== undefined) return change(call, (current) => ({ ...current, namesMembers: named }));
  const workspace = await readWorkspace(call.store, call.member.workspaceId);
  return digestReply(namingRuleWords(workspace), workspace);
}

async function change(
  call: MemberCall,
  next: (current: Workspace) => Omit<Workspace, 'version'>,
): Promise<Reply> {
  const refusal = await refusedUnlessAdmin(call);
  if (refusal !== undefined) return refusal;
  const { store, member, workspaces } = call;
  const { kind, workspace } = await changeWorkspace(store, member.workspaceId, next);
  workspaces.note(member.workspaceId, workspace);
  const done =
    kind === 'changed' ? 'Not changed: others were changing this at the same moment.' : ':white_check_mark:';
  return digestReply(`${done} ${stateWords(workspace)}`, workspace);
}

function stateWords(workspace: Workspace): string {
  const { digest } = workspace;
  if (digest === undefined)
    return 'The team digest is off. An admin turns it on: `/track team digest on in #channel monday 9:00`.';
  const trouble =
    digest.trouble === undefined
      ? ''
      : ` :warning: The last one was not posted: ${troubleWords(digest.channel, digest.trouble)}`;
  return `The team digest comes ${digestPlanWords(workspace)}. ${namingRuleWords(workspace)}${trouble}`;
}

/** Says so where Slack never answered about the latest one, so that nobody knows whether it came. */
async function lostWords(
  { store, member, now }: Pick<MemberCall, 'store' | 'member' | 'now'>,
  { digest }: Workspace,
): Promise<string> {
  const due = digest && nextDue('digest', teamTimetable(digest), now - WEEK_MS);
  if (due === undefined || due > now) return '';
  const key = { bucket: bucketOf(due), errand: 'team digest', workspaceId: member.workspaceId } as const;
  const latest = await readDue(store, key);
  return latest?.state === 'lost' ? ':warning: The last team digest may not have reached its channel.' : '';
}

function notRead(unread: string): Reply {
  return plainReply(
    `I can’t read ${inlineCode(unread)}, so nothing changed. Type \`#\` and take the channel from Slack’s list, and say when: \`/track team digest on in #channel monday 9:00\`.`,
  );
}
