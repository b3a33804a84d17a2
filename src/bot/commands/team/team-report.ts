import type { Filter, Grouping } from '../../../phrase/command.ts';
import { spanOf } from '../../../phrase/period-words.ts';
import { usualGrouping } from '../../../reports/report.ts';
import { type ListedMember, readMembers } from '../../../store/members.ts';
import type { MemberCall } from '../../call.ts';
import { mentions } from '../../messages/team-words.ts';
import { plainReply, type Reply } from '../../slack/blocks.ts';
import { asLead } from '../../team-roles.ts';
import type { TeamReportValue } from '../../wire/team-report.ts';
import { addUpTeam } from './add-up-team.ts';

const NOT_SHARED_BY_NAME = plainReply(
  'Not shared: who logged how much is for leads alone. `/track team report share` shows everybody’s time together, and the team digest names those who allow it.',
);

/** What is asked of a report in words. */
export type AskedReport = Filter & { readonly by?: Grouping; readonly share: boolean };

/** The report of the team that a lead asked for: without a period, of this week. */
export function teamReport(call: MemberCall, asked: AskedReport): Promise<Reply> {
  const { today, prefs } = call;
  const { period = spanOf('week', 0, { today, weekStart: prefs.weekStart }) } = asked;
  const { by = usualGrouping(period), tags, task, members, share } = asked;
  const value = { period, by, tags, members, ...(task === undefined ? {} : { task }) };
  return showTeamReport(call, value, share);
}

/**
 * One report of the team, to one of its leads: anybody else is told whom to ask. `shared` is how it looks where others see
 * it, which never names anybody's time.
 */
export async function showTeamReport(
  call: MemberCall,
  value: TeamReportValue,
  shared = false,
): Promise<Reply> {
  const role = await asLead(call);
  if (role.kind === 'refused') return role.reply;
  if (shared && (value.by === 'member' || value.members.length > 0)) return NOT_SHARED_BY_NAME;
  const everybody = await readMembers(call.store, call.member.workspaceId);
  const wanted = membersWanted(everybody, value.members);
  if (wanted.kind === 'unknown') return notMembers(wanted.ids);
  return addUpTeam(call, value, wanted.memberIds, shared);
}

type Wanted =
  | { readonly kind: 'known'; readonly memberIds: readonly string[] }
  | { readonly kind: 'unknown'; readonly ids: readonly string[] };

function membersWanted(everybody: readonly ListedMember[], asked: readonly string[]): Wanted {
  const known = new Set(everybody.map(({ memberId }) => memberId));
  const unknown = asked.filter((id) => !known.has(id));
  if (unknown.length > 0) return { kind: 'unknown', ids: unknown };
  return { kind: 'known', memberIds: asked.length > 0 ? asked : [...known] };
}

function notMembers(ids: readonly string[]): Reply {
  const has = ids.length === 1 ? 'has' : 'have';
  return plainReply(
    `${mentions(ids)} ${has} not used Stint yet, so there is nothing to report of them. \`/track team report by member\` shows everybody who has.`,
  );
}
