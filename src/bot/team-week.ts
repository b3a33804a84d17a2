import type { WeekStart } from '../member.ts';
import { taskTreeRows } from '../reports/task-tree-rows.ts';
import { type TeamWeek, tallyTeamWeek, teamWeekDays } from '../reports/team-week.ts';
import { readDirectory } from '../store/directory.ts';
import { readMembers } from '../store/members.ts';
import type { Store } from '../store/store.ts';
import { readTeamEntries } from '../store/team-entries.ts';
import type { LocalDate } from '../time.ts';
import type { Workspace } from '../workspace.ts';
import { type TeamDigestWords, teamDigestDetail, teamDigestMessage } from './messages/team-digest.ts';
import type { Reply } from './slack/blocks.ts';
import type { Slack } from './slack/web.ts';

/** A team's week as it is told in a channel: one message, and what goes into its thread. */
export type ToldWeek = {
  readonly week: TeamWeek['week'];
  readonly message: Reply;
  readonly detail: Reply;
};

/** Where a team's week is looked up, and what it is told for. */
export type TeamWeekAsked = {
  readonly store: Store;
  readonly workspaceId: string;
  readonly workspace: Workspace;
  /** The local day on which it is told. */
  readonly date: LocalDate;
  readonly plan: TeamDigestWords['plan'] & { readonly weekStart: WeekStart };
  /** Asked what those are called who are named. */
  readonly slack: Pick<Slack, 'memberName'>;
  /** True where it is better told later than without the names that Slack does not give at the moment. */
  readonly waitsForNames?: boolean;
};

/** As many members as are named; whoever logged less counts with the others. */
const MOST_NAMES = 20;

/**
 * The team's week, or why there is nothing to tell: nobody logged anything, or only one who may not be named; `no names` where
 * it waits for names that Slack does not give.
 */
export async function tellTeamWeek(
  asked: TeamWeekAsked,
): Promise<ToldWeek | 'empty' | 'one alone' | 'no names'> {
  const { store, workspaceId, workspace, date, plan, slack, waitsForNames = false } = asked;
  const { weekStart } = plan;
  const request = { today: date, weekStart };
  const [members, directory] = await Promise.all([
    readMembers(store, workspaceId),
    readDirectory(store, workspaceId),
  ]);
  const tally = tallyTeamWeek(request);
  const memberIds = members.map(({ memberId }) => memberId);
  const period = teamWeekDays(request);
  await readTeamEntries(store, { workspaceId, memberIds, period, withTags: true, today: date }, tally.add);
  const allowed = workspace.namesMembers
    ? members.filter(({ allowsNaming }) => allowsNaming).map(({ memberId }) => memberId)
    : [];
  const counted = tally.week(new Set(allowed));
  if (typeof counted === 'string') return counted;
  const wanted = counted.named.flatMap((row) => (row.kind === 'member' ? (row.memberId ?? []) : []));
  const names = await namesOf(slack, wanted);
  if (names.isPartial && waitsForNames) return 'no names';
  // Who has no name to be called by counts with the others.
  const week = tally.week(new Set(names.byId.keys()));
  if (typeof week === 'string') return week;
  const shown = { ...week, tasks: taskTreeRows(week.tasks, directory) };
  const titles = new Map(directory.tasks.map(({ number, title }) => [number, title]));
  const words = { today: date, titles, names: names.byId, plan };
  return {
    week: week.week,
    message: teamDigestMessage(shown, words),
    detail: teamDigestDetail(shown, words),
  };
}

/** What members are called; it is partial where Slack did not say it of somebody, who may have a name all the same. */
async function namesOf(slack: Pick<Slack, 'memberName'>, memberIds: readonly string[]) {
  const asked = memberIds.slice(0, MOST_NAMES).map(async (id) => [id, await slack.memberName(id)] as const);
  const found = await Promise.all(asked);
  return {
    byId: new Map(found.flatMap(([id, name]) => (typeof name === 'string' ? [[id, name]] : []))),
    isPartial: found.some(([, name]) => name === undefined),
  };
}
