import type { EntryContent } from '../entry.ts';
import type { WeekStart } from '../member.ts';
import { contains, elapsed, type Period, periodBefore } from '../period.ts';
import type { Tag } from '../tag.ts';
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
  /** The week before, as much of it as has come of this one; absent where it would tell of one member who may not be named. */
  readonly before?: Amounts;
  readonly days: readonly GroupRow[];
  /** By time, most first; an entry with several tags is in each. One that only a member used who may not be named is left out. */
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
  /**
   * What was counted. `empty` for a week in which nobody logged anything, `one alone` for one in which only a member did who may
   * not be named: then every sum would be theirs. `mayName` are the members who may be named.
   */
  readonly week: (mayName: ReadonlySet<string>) => TeamWeek | 'empty' | 'one alone';
};

/** Every day whose entries a team's week needs. */
export function teamWeekDays(request: TeamWeekRequest): Period {
  return { since: digestSince(request), until: digestWeek(request).until };
}

/** Counts nothing at first. */
export function tallyTeamWeek(request: TeamWeekRequest): TeamWeekTally {
  const { today, weekStart } = request;
  const week = digestWeek(request);
  const earlier = periodBefore(week, today);
  const all = { period: week, filter: { tags: [] }, today, weekStart };
  const tallies = {
    day: tallyTeam({ ...all, by: 'day' }),
    tag: tallyTeam({ ...all, by: 'tag' }),
    task: tallyTeam({ ...all, by: 'task' }),
    member: tallyTeam({ ...all, by: 'member' }),
  };
  const loggers = { now: new Set<string>(), before: new Set<string>() };
  const tagged = new Map<Tag, Set<string>>();
  return {
    add(memberId, entries) {
      // A day that has not come yet is not told of, as in a member's own digest.
      const come = elapsed(week, today) ?? week;
      const told = entries.filter(({ date }) => date <= come.until);
      for (const tally of Object.values(tallies)) tally.add(memberId, told);
      for (const { date, tags } of told) {
        const isNow = date >= week.since;
        if (isNow) loggers.now.add(memberId);
        else if (contains(earlier, date)) loggers.before.add(memberId);
        if (isNow) for (const tag of tags) tagged.set(tag, (tagged.get(tag) ?? new Set()).add(memberId));
      }
    },
    week(mayName) {
      const { total, before, rows } = tallies.member.report();
      const logged = rows.filter(({ amounts }) => amounts.entries > 0);
      if (total.entries === 0) return 'empty';
      const isTold = (members: ReadonlySet<string>) =>
        members.size >= FEWEST_OTHERS || [...members].every((member) => mayName.has(member));
      if (!isTold(loggers.now)) return 'one alone';
      return {
        week,
        members: logged.length,
        total,
        ...(isTold(loggers.before) ? { before: before.total } : {}),
        days: tallies.day.report().rows,
        tags: tallies.tag
          .report()
          .rows.filter(
            (row) => row.kind !== 'tag' || row.tag === undefined || isTold(tagged.get(row.tag) ?? NOBODY),
          ),
        tasks: tallies.task.report().rows,
        named: namedAmong(logged, mayName),
      };
    },
  };
}

const NOBODY: ReadonlySet<string> = new Set();

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
