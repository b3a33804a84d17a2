import type { Filter, Grouping } from '../../../phrase/command.ts';
import { spanOf } from '../../../phrase/period-words.ts';
import { daysNeeded, usualGrouping } from '../../../reports/report.ts';
import type { Rounding } from '../../../rounding.ts';
import { type ListedMember, readMembers } from '../../../store/members.ts';
import { daysBetween } from '../../../time.ts';
import type { MemberCall } from '../../call.ts';
import { mentions } from '../../messages/team-words.ts';
import { plainReply, type Reply } from '../../slack/blocks.ts';
import { asLead } from '../../team-roles.ts';
import type { ReportPlace } from '../../wire/team-job.ts';
import type { TeamReportValue } from '../../wire/team-report.ts';
import { addUpTeam, type TeamReader } from './add-up-team.ts';
import { queueTeamJob } from './queue-team-job.ts';

/** As much as one request adds up within Slack's three seconds: so many members, and so many days of theirs. */
export const MOST_MEMBERS_AT_ONCE = 250;
const MOST_MEMBER_DAYS_AT_ONCE = 7_000;
/** And as much as a job adds up before its own time runs out: a thousand members over a year and the one before. */
const MOST_MEMBER_DAYS = 1_000_000;

const NOT_SHARED_BY_NAME = plainReply(
  'Not shared: who logged how much is for leads alone. `/track team report share` shows everybody’s time together, and the team digest names those who allow it.',
);

/** What is asked of a report in words. */
export type AskedReport = Filter & {
  readonly by?: Grouping;
  readonly share: boolean;
  readonly rounding?: Rounding;
};

/** The report of the team that a lead asked for: without a period, of this week. */
export function teamReport(call: MemberCall, asked: AskedReport): Promise<Reply> {
  const { today, prefs, responseUrl } = call;
  const { period = spanOf('week', 0, { today, weekStart: prefs.weekStart }) } = asked;
  const { by = usualGrouping(period), tags, task, members, share, rounding } = asked;
  const value = {
    period,
    by,
    tags,
    members,
    ...(task === undefined ? {} : { task }),
    ...(rounding === undefined ? {} : { rounding }),
  };
  const how = share ? 'share' : 'add';
  return showTeamReport(
    call,
    value,
    share,
    responseUrl === undefined ? undefined : { url: responseUrl, how },
  );
}

/**
 * One report of the team, to one of its leads: anybody else is told whom to ask. `shared` is how it looks where others see
 * it, which never names anybody's time. That of a large team comes to `place` when it is added up.
 */
export async function showTeamReport(
  call: MemberCall,
  value: TeamReportValue,
  shared: boolean,
  place: ReportPlace | undefined,
): Promise<Reply> {
  const asked = await askedFor(call, value, shared);
  if (asked.kind === 'reply') return asked.reply;
  const { memberIds } = asked;
  if (place === undefined || fitsRequest(memberIds.length, value, call)) {
    return addUpTeam(call, value, memberIds, shared);
  }
  return queueTeamJob(call, place, { kind: 'team report', value }, memberIds.length);
}

/** The same where nobody waits for the answer, however large the team. */
export async function showTeamReportNow(
  reader: TeamReader,
  value: TeamReportValue,
  shared: boolean,
): Promise<Reply> {
  const asked = await askedFor(reader, value, shared);
  return asked.kind === 'reply' ? asked.reply : addUpTeam(reader, value, asked.memberIds, shared);
}

type Asked =
  | { readonly kind: 'members'; readonly memberIds: readonly string[] }
  | { readonly kind: 'reply'; readonly reply: Reply };

/** Whose entries a report adds up, or what is said in its place. */
async function askedFor(
  reader: Pick<TeamReader, 'store' | 'member' | 'today'>,
  value: TeamReportValue,
  shared: boolean,
): Promise<Asked> {
  const { by, members } = value;
  const role = await asLead(reader);
  if (role.kind === 'refused') return { kind: 'reply', reply: role.reply };
  if (shared && (by === 'member' || members.length > 0)) return { kind: 'reply', reply: NOT_SHARED_BY_NAME };
  const everybody = await readMembers(reader.store, reader.member.workspaceId);
  const unknown = unknownAmong(everybody, members);
  if (unknown.length > 0) return { kind: 'reply', reply: notMembers(unknown) };
  const memberIds = members.length > 0 ? members : everybody.map(({ memberId }) => memberId);
  if (memberDays(memberIds.length, value, reader) > MOST_MEMBER_DAYS)
    return { kind: 'reply', reply: tooMuch(memberIds.length) };
  return { kind: 'members', memberIds };
}

function unknownAmong(everybody: readonly ListedMember[], asked: readonly string[]): readonly string[] {
  const known = new Set(everybody.map(({ memberId }) => memberId));
  return asked.filter((id) => !known.has(id));
}

function notMembers(ids: readonly string[]): Reply {
  const has = ids.length === 1 ? 'has' : 'have';
  return plainReply(
    `${mentions(ids)} ${has} not used Stint yet, so there is nothing to report of them. \`/track team report by member\` shows everybody who has.`,
  );
}

function fitsRequest(members: number, value: TeamReportValue, reader: Pick<MemberCall, 'today'>): boolean {
  return members <= MOST_MEMBERS_AT_ONCE && memberDays(members, value, reader) <= MOST_MEMBER_DAYS_AT_ONCE;
}

/** How many days of members a report reads, with those of the period before. */
function memberDays(
  members: number,
  { period }: TeamReportValue,
  { today }: Pick<MemberCall, 'today'>,
): number {
  const { since, until } = daysNeeded({ period, today });
  return members * (daysBetween(since, until) + 1);
}

function tooMuch(members: number): Reply {
  const count = members.toLocaleString('en-US');
  return plainReply(
    `That is more than I can add up: ${count} members over so many days. A shorter period works, or some of them: \`/track team report last month @name\`.`,
  );
}
