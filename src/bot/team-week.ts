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
};

/** As many members as are named; whoever logged less counts with the others. */
const MOST_NAMES = 20;

/** The team's week; `undefined` for one in which nobody logged anything. */
export async function tellTeamWeek(asked: TeamWeekAsked): Promise<ToldWeek | undefined> {
  const { store, workspaceId, workspace, date, plan, slack } = asked;
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
  const wanted = tally.week(new Set(allowed))?.named ?? [];
  const names = await namesOf(
    slack,
    wanted.flatMap((row) => (row.kind === 'member' ? (row.memberId ?? []) : [])),
  );
  // Who has no name to be called by counts with the others.
  const week = tally.week(new Set(names.keys()));
  if (week === undefined) return undefined;
  const shown = { ...week, tasks: taskTreeRows(week.tasks, directory) };
  const titles = new Map(directory.tasks.map(({ number, title }) => [number, title]));
  const words = { today: date, titles, names, plan };
  return {
    week: week.week,
    message: teamDigestMessage(shown, words),
    detail: teamDigestDetail(shown, words),
  };
}

async function namesOf(
  slack: Pick<Slack, 'memberName'>,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const asked = memberIds.slice(0, MOST_NAMES).map(async (id) => [id, await slack.memberName(id)] as const);
  const found = await Promise.all(asked);
  return new Map(found.flatMap(([id, name]) => (name === undefined ? [] : [[id, name]])));
}
