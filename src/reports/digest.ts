import type { Seconds } from '../duration.ts';
import type { EntryContent } from '../entry.ts';
import type { Settings } from '../member.ts';
import { contains, datesOf, elapsed, type Period } from '../period.ts';
import type { Tag } from '../tag.ts';
import { addDays, type LocalDate, weekdayOf } from '../time.ts';
import { type Amounts, amountsOf } from './amounts.ts';
import { type GroupRow, groupEntries } from './groups.ts';

/** The one thing that stands out of a week. */
export type Standout =
  /** The tag whose time changed most against the week before; `more` is negative where it is less. */
  | { readonly kind: 'change'; readonly tag: Tag; readonly seconds: Seconds; readonly more: Seconds }
  /** The tag that most of the week's time went to, in whole per cent. */
  | { readonly kind: 'most'; readonly tag: Tag; readonly percent: number }
  | { readonly kind: 'longest day'; readonly date: LocalDate; readonly seconds: Seconds };

/** A member's week, as the digest tells it. */
export type Digest = {
  readonly week: Period;
  readonly total: Amounts;
  /** The week before, as much of it as has come of this one. */
  readonly before: Amounts;
  /** The daily target of all working days that have come; absent without one. */
  readonly target?: Seconds;
  readonly days: readonly GroupRow[];
  /** By time, most first; an entry with several tags is in each. */
  readonly tags: readonly GroupRow[];
  readonly tasks: readonly GroupRow[];
  /** Working days that have come and hold no entry. */
  readonly missing: readonly LocalDate[];
  readonly standout?: Standout;
};

/** What a digest is made for: the local day on which it is read, and what its reader has set. */
export type DigestRequest = Pick<Settings, 'weekStart' | 'workingDays' | 'dailyTarget'> & {
  readonly today: LocalDate;
};

/** A week is told of while it is fresher than this many days: on Monday it is the last one, on Friday this one. */
const DAYS_BACK = 3;

/** The week that a digest on `today` is about: the latest of which at least three days have passed. */
export function digestWeek({ today, weekStart }: Pick<DigestRequest, 'today' | 'weekStart'>): Period {
  const inside = addDays(today, -DAYS_BACK);
  const since = addDays(inside, -((weekdayOf(inside) - weekStart + 7) % 7));
  return { since, until: addDays(since, 6) };
}

/** The earliest day whose entries {@link digestOf} needs. */
export function digestSince(request: Pick<DigestRequest, 'today' | 'weekStart'>): LocalDate {
  return addDays(digestWeek(request).since, -7);
}

/** A week's digest; `undefined` for a week in which nothing was logged, which is not worth a message. */
export function digestOf(entries: readonly EntryContent[], request: DigestRequest): Digest | undefined {
  const { today, weekStart, workingDays, dailyTarget } = request;
  const week = digestWeek(request);
  const come = elapsed(week, today) ?? week;
  const mine = entries.filter(({ date }) => contains(come, date));
  if (mine.length === 0) return undefined;
  const earlier = entries.filter(
    ({ date }) => contains(week, addDays(date, 7)) && addDays(date, 7) <= come.until,
  );
  const calendar = { period: come, weekStart };
  const days = groupEntries(mine, 'day', calendar);
  const tags = groupEntries(mine, 'tag', calendar);
  const worked = datesOf(come).filter((date) => workingDays.some((day) => day === weekdayOf(date)));
  const standout = standoutOf(tags, groupEntries(earlier, 'tag', calendar), days);
  return {
    week,
    total: amountsOf(mine),
    before: amountsOf(earlier),
    ...(dailyTarget === undefined ? {} : { target: dailyTarget * worked.length }),
    days,
    tags,
    tasks: groupEntries(mine, 'task', calendar),
    // Today may still get its entries.
    missing: worked.filter((date) => date < today && !mine.some((entry) => entry.date === date)),
    ...(standout === undefined ? {} : { standout }),
  };
}

const HOUR: Seconds = 3600;
/** A change counts when it is an hour at least and a quarter of the greater week. */
const LEAST_CHANGE = HOUR;
const LEAST_PART = 0.25;
const MOST_OF_IT = 60;

function standoutOf(
  tags: readonly GroupRow[],
  before: readonly GroupRow[],
  days: readonly GroupRow[],
): Standout | undefined {
  const total = days.reduce((sum, { amounts }) => sum + amounts.seconds, 0);
  return before.length === 0
    ? (mostOf(tags, total) ?? longestDay(days))
    : (greatestChange(tags, before) ?? mostOf(tags, total) ?? longestDay(days));
}

function greatestChange(tags: readonly GroupRow[], before: readonly GroupRow[]): Standout | undefined {
  const [now, then] = [timeByTag(tags), timeByTag(before)];
  const changes = [...new Set([...now.keys(), ...then.keys()])].map((tag) => {
    const seconds = now.get(tag) ?? 0;
    return { kind: 'change' as const, tag, seconds, more: seconds - (then.get(tag) ?? 0) };
  });
  return changes
    .filter(({ seconds, more }) => {
      const greater = Math.max(seconds, seconds - more);
      return Math.abs(more) >= LEAST_CHANGE && Math.abs(more) >= greater * LEAST_PART;
    })
    .sort((one, other) => Math.abs(other.more) - Math.abs(one.more) || (one.tag < other.tag ? -1 : 1))[0];
}

function timeByTag(rows: readonly GroupRow[]): ReadonlyMap<Tag, Seconds> {
  return new Map(
    rows.flatMap((row) =>
      row.kind === 'tag' && row.tag !== undefined ? [[row.tag, row.amounts.seconds] as const] : [],
    ),
  );
}

function mostOf(tags: readonly GroupRow[], total: Seconds): Standout | undefined {
  const [first, second] = tags;
  if (first?.kind !== 'tag' || first.tag === undefined || second === undefined || total === 0)
    return undefined;
  const percent = Math.round((first.amounts.seconds / total) * 100);
  return percent >= MOST_OF_IT ? { kind: 'most', tag: first.tag, percent } : undefined;
}

function longestDay(days: readonly GroupRow[]): Standout | undefined {
  const worked = days.filter(({ amounts }) => amounts.seconds > 0);
  if (worked.length < 2) return undefined;
  const longest = worked.reduce((most, day) => (day.amounts.seconds > most.amounts.seconds ? day : most));
  // Of two days that are as long none is the longest.
  const isAlone = worked.filter(({ amounts }) => amounts.seconds === longest.amounts.seconds).length === 1;
  if (longest.kind !== 'day' || !isAlone) return undefined;
  return { kind: 'longest day', date: longest.date, seconds: longest.amounts.seconds };
}
