import type { Seconds } from '../duration.ts';
import { type Entry, totalSeconds } from '../entry.ts';
import { dayPeriod } from '../period.ts';
import { readEntries } from '../store/read-entries.ts';
import type { LocalDate } from '../time.ts';
import type { MemberCall } from './call.ts';
import { recentlySince } from './know-member.ts';

/** A member's entries around `date`, as they stood before this request. Days that the home read covers cost nothing. */
export async function entriesAround(call: MemberCall, date: LocalDate): Promise<readonly Entry[]> {
  if (date >= recentlySince(call.now)) return call.home.entries;
  const { entries } = await readEntries(call.store, call.member, dayPeriod(date));
  return entries;
}

/** The time of one day, after `changed` entries took the place of what stood there. */
export function dayTotal(
  before: readonly Entry[],
  date: LocalDate,
  changed: { readonly now: readonly Entry[]; readonly gone?: readonly Pick<Entry, 'id'>[] },
): Seconds {
  const replaced = new Set([...changed.now, ...(changed.gone ?? [])].map(({ id }) => id));
  const kept = before.filter(({ id }) => !replaced.has(id));
  return totalSeconds([...kept, ...changed.now].filter((entry) => entry.date === date));
}
