import type { Period } from '../../../period.ts';
import type { Command } from '../../../phrase/command.ts';
import { spanOf } from '../../../phrase/period-words.ts';
import { allowsNaming } from '../../../store/members.ts';
import { readWorkspace } from '../../../store/workspace.ts';
import type { MemberCall } from '../../call.ts';
import {
  leadsButton,
  nameMeButton,
  teamButtons,
  teamDigestButton,
  teamLines,
} from '../../messages/team-words.ts';
import { type Button, button, type Reply, reply, section } from '../../slack/blocks.ts';
import { ACTION } from '../../wire/action-ids.ts';
import { encodeTeamReport } from '../../wire/team-report.ts';
import { changeLeads, showLeads } from './leads.ts';
import { nameMe } from './name-me.ts';
import { previewTeamDigest } from './preview-digest.ts';
import { showTeamDigest, teamMembers, turnOffTeamDigest, turnOnTeamDigest } from './team-digest.ts';
import { teamReport } from './team-report.ts';

/** Does what is asked of or for the team; there is nothing to say where a form opened. */
export async function teamCommand(
  call: MemberCall,
  request: Extract<Command, { name: 'team' }>,
): Promise<Reply | undefined> {
  const { responseUrl } = call;
  switch (request.does) {
    case 'overview':
      return overview(call);
    case 'report':
      return teamReport(call, request);
    case 'leads':
      return showLeads(call, request.unread);
    case 'add leads':
      return changeLeads(call, 'add', request.members, request.unread);
    case 'remove leads':
      return changeLeads(call, 'remove', request.members, request.unread);
    case 'name me':
      return nameMe(call, request.allowed);
    case 'digest':
      return showTeamDigest(call);
    case 'digest on':
      return turnOnTeamDigest(call, request);
    case 'digest off':
      return turnOffTeamDigest(call);
    case 'digest now':
      return previewTeamDigest(
        call,
        responseUrl === undefined ? undefined : { url: responseUrl, how: 'add' },
      );
    case 'members':
      return teamMembers(call, request.named);
    default:
      return request satisfies never;
  }
}

/** What is set for the team, for everybody to know, and the way to each part of it. */
async function overview({ store, member, workspaces, today, prefs }: MemberCall): Promise<Reply> {
  const [workspace, allowed] = await Promise.all([
    readWorkspace(store, member.workspaceId),
    allowsNaming(store, member),
  ]);
  workspaces.note(member.workspaceId, workspace);
  const week = spanOf('week', 0, { today, weekStart: prefs.weekStart });
  const text = ['*Your team in Stint*', ...teamLines(workspace, allowed)].join('\n');
  const buttons = [
    ...(workspace.leads.includes(member.memberId) ? [teamReportButton(week)] : []),
    leadsButton(),
    teamDigestButton(workspace.digest === undefined),
    nameMeButton(!allowed),
  ];
  return reply(text, [section(text), teamButtons(buttons)]);
}

function teamReportButton(period: Period): Button {
  const value = encodeTeamReport({ period, by: 'member', tags: [], members: [] });
  return button({ action: ACTION.teamReport, text: 'Team report', value });
}
