import { formatDuration } from '../duration.ts';
import { type Entry, totalSeconds } from '../entry.ts';
import { formatMeasure, sumMeasures } from '../measure.ts';
import { readEntries } from '../store/read-entries.ts';
import { addDays, type LocalDate } from '../time.ts';
import type { MemberCall } from './call.ts';
import { recentlySince } from './know-member.ts';

/**
 * A member's entries of `date` and of the days beside it (work over midnight), as they stood before this request. Days
 * that the home read covers cost nothing.
 */
export async function entriesAround(call: MemberCall, date: LocalDate): Promise<readonly Entry[]> {
  if (date > recentlySince(call.now)) return call.home.entries;
  const period = { since: addDays(date, -1), until: addDays(date, 1) };
  const { entries } = await readEntries(call.store, call.member, period);
  return entries;
}

/** What one day holds in all, after `changed` entries took the place of what stood there: `1h 45m`, `2h, 12 pages`, `5 km`. */
export function dayTotal(
  before: readonly Entry[],
  date: LocalDate,
  changed: { readonly now: readonly Entry[]; readonly gone?: readonly Pick<Entry, 'id'>[] },
): string {
  const replaced = new Set([...changed.now, ...(changed.gone ?? [])].map(({ id }) => id));
  const kept = before.filter(({ id }) => !replaced.has(id));
  return totalWords([...kept, ...changed.now].filter((entry) => entry.date === date));
}

/** Everything that entries hold together: time first, then each unit. `0m` for nothing at all. */
export function totalWords(entries: readonly Entry[]): string {
  const seconds = totalSeconds(entries);
  const measures = sumMeasures(entries.flatMap((entry) => entry.measures)).map(formatMeasure);
  const time = seconds > 0 || measures.length === 0 ? [formatDuration(seconds)] : [];
  return [...time, ...measures].join(', ');
}
