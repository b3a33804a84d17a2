import type { EntryContent } from '../entry.ts';
import type { WeekStart } from '../member.ts';
import { elapsed, type Period } from '../period.ts';
import type { LocalDate } from '../time.ts';
import { type Amounts, addAmounts, NO_AMOUNTS } from './amounts.ts';
import { digestSince, digestWeek } from './digest.ts';
import type { GroupRow } from './groups.ts';
import { tallyTeam } from './team-report.ts';

/** A team's week, as its digest tells it. */
export type TeamWeek = {
  readonly week: Period;
  /** How many members logged anything. */
  readonly members: number;
  readonly total: Amounts;
  /** The week before, as much of it as has come of this one. */
  readonly before: Amounts;
  readonly days: readonly GroupRow[];
  /** By time, most first; an entry with several tags is in each. */
  readonly tags: readonly GroupRow[];
  readonly tasks: readonly GroupRow[];
  /** By time, most first: those who logged and may be named, and all others together; empty where nobody may be. */
  readonly named: readonly GroupRow[];
};

/** What a team's week is made for: the local day on which it is told, and the day on which its weeks begin. */
export type TeamWeekRequest = { readonly today: LocalDate; readonly weekStart: WeekStart };

/** A team's week that is put together member by member; it holds sums alone. */
export type TeamWeekTally = {
  /** Counts some of a member's entries, each of which is given once. */
  readonly add: (memberId: string, entries: readonly EntryContent[]) => void;
  /** What was counted; `undefined` for a week in which nobody logged anything. `mayName` are the members who may be named. */
  readonly week: (mayName: ReadonlySet<string>) => TeamWeek | undefined;
};

/** Every day whose entries a team's week needs. */
export function teamWeekDays(request: TeamWeekRequest): Period {
  return { since: digestSince(request), until: digestWeek(request).until };
}

/** Counts nothing at first. */
export function tallyTeamWeek(request: TeamWeekRequest): TeamWeekTally {
  const { today, weekStart } = request;
  const week = digestWeek(request);
  const all = { period: week, filter: { tags: [] }, today, weekStart };
  const tallies = {
    day: tallyTeam({ ...all, by: 'day' }),
    tag: tallyTeam({ ...all, by: 'tag' }),
    task: tallyTeam({ ...all, by: 'task' }),
    member: tallyTeam({ ...all, by: 'member' }),
  };
  return {
    add(memberId, entries) {
      // A day that has not come yet is not told of, as in a member's own digest.
      const come = elapsed(week, today) ?? week;
      const told = entries.filter(({ date }) => date <= come.until);
      for (const tally of Object.values(tallies)) tally.add(memberId, told);
    },
    week(mayName) {
      const { total, before, rows } = tallies.member.report();
      const logged = rows.filter(({ amounts }) => amounts.entries > 0);
      if (total.entries === 0) return undefined;
      return {
        week,
        members: logged.length,
        total,
        before: before.total,
        days: tallies.day.report().rows,
        tags: tallies.tag.report().rows,
        tasks: tallies.task.report().rows,
        named: namedAmong(logged, mayName),
      };
    },
  };
}

/** The fewest who are summed as others: of one alone the sum would be their name. */
const FEWEST_OTHERS = 2;

function namedAmong(rows: readonly GroupRow[], mayName: ReadonlySet<string>): readonly GroupRow[] {
  const may = (row: GroupRow) =>
    row.kind === 'member' && row.memberId !== undefined && mayName.has(row.memberId);
  const unnamed = rows.filter((row) => !may(row)).length;
  const named = rows.filter(may);
  const shown = unnamed === 0 ? named : named.slice(0, Math.max(0, rows.length - FEWEST_OTHERS));
  if (shown.length === 0) return [];
  const others = rows.filter((row) => !shown.includes(row));
  if (others.length === 0) return shown;
  const amounts = others.reduce((sum, row) => addAmounts(sum, row.amounts), NO_AMOUNTS);
  return [...shown, { kind: 'member', count: others.length, amounts }];
}
