import type { WeekStart } from './member.ts';
import type { Timetable } from './schedule.ts';
import type { TimeOfDay, Weekday, Zone } from './time.ts';

/** Where and when the team digest comes, and who set it up; its days and weeks are those of `zone` and `weekStart`. */
export type TeamDigestPlan = {
  readonly channel: string;
  readonly weekday: Weekday;
  readonly time: TimeOfDay;
  readonly zone: Zone;
  readonly weekStart: WeekStart;
  /** The member who set it up, and is told when it can't be sent; absent where they are no member any more. */
  readonly setBy?: string;
  /** Why Slack did not take the last one, in its word; absent since it was set up or came through. */
  readonly trouble?: string;
};

/** What holds for a whole workspace. */
export type Workspace = {
  /** Who sees the reports of the team: ids of members, in the order in which they were named. */
  readonly leads: readonly string[];
  /** True where the team digest may name members, each of whom has to allow it too. */
  readonly namesMembers: boolean;
  /** Absent where the team digest is off. */
  readonly digest?: TeamDigestPlan;
  /** Names this content; 0 where nothing was ever set. */
  readonly version: number;
};

/** What holds where nobody has set anything: nobody sees others' time, and nobody is named in public. */
export const FIRST_WORKSPACE: Workspace = { leads: [], namesMembers: false, version: 0 };

/** As many leads as a workspace may have. */
export const MOST_LEADS = 50;

/** When the team digest comes where nobody names a time. */
export const USUAL_TEAM_DIGEST = { weekday: 1, time: '09:00' } as const satisfies Pick<
  TeamDigestPlan,
  'weekday' | 'time'
>;

/** When the team digest comes, as the clockwork reckons with a member's own. */
export function teamTimetable({ weekday, time, zone }: TeamDigestPlan): Timetable {
  return { zone, digest: { weekday, time }, workingDays: [] };
}

/** Those who are leads after some were named, each once. */
export function withLeads({ leads }: Pick<Workspace, 'leads'>, added: readonly string[]): readonly string[] {
  return [...new Set([...leads, ...added])];
}

/** Those who are leads after some were not any more. */
export function withoutLeads(
  { leads }: Pick<Workspace, 'leads'>,
  removed: readonly string[],
): readonly string[] {
  return leads.filter((id) => !removed.includes(id));
}

/** True where a workspace's settings name a member. */
export function namesMember({ leads, digest }: Workspace, memberId: string): boolean {
  return leads.includes(memberId) || digest?.setBy === memberId;
}

/** The settings without a member who leaves: no lead, and not the one who set the team digest up, which goes on. */
export function withoutMember(workspace: Workspace, memberId: string): Workspace {
  const leads = withoutLeads(workspace, [memberId]);
  const { digest } = workspace;
  if (digest?.setBy !== memberId) return { ...workspace, leads };
  const { setBy: _, ...plan } = digest;
  return { ...workspace, leads, digest: plan };
}
