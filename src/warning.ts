import { LONG_ENTRY, SECONDS_PER_HOUR, type Seconds } from './duration.ts';
import { type Entry, type EntryContent, totalSeconds } from './entry.ts';
import { secondsInDay } from './time.ts';

/** Something doubtful about an entry that was kept all the same; a warning never refuses. */
export type Warning =
  | { readonly kind: 'overlap'; readonly with: Entry; readonly seconds: Seconds }
  | { readonly kind: 'long'; readonly seconds: Seconds }
  | { readonly kind: 'full day'; readonly seconds: Seconds };

/**
 * What is doubtful about `entry` beside the other entries of its day, the gravest first.
 * `others` must not hold the entry itself; those of other days are ignored, except for overlaps.
 */
export function warningsFor(entry: EntryContent, others: readonly Entry[]): readonly Warning[] {
  return [...overlaps(entry, others), ...fullDay(entry, others), ...long(entry)];
}

const SHORTEST_DAY: Seconds = 22 * SECONDS_PER_HOUR;

function overlaps(entry: EntryContent, others: readonly Entry[]): Warning[] {
  const { clock } = entry;
  if (clock === undefined) return [];
  return others.flatMap((other) => {
    if (other.clock === undefined) return [];
    const from = Math.max(clock.startedAt, other.clock.startedAt);
    const to = Math.min(clock.endedAt, other.clock.endedAt);
    return to > from
      ? [{ kind: 'overlap' as const, with: other, seconds: Math.round((to - from) / 1000) }]
      : [];
  });
}

function fullDay(entry: EntryContent, others: readonly Entry[]): Warning[] {
  const seconds = totalSeconds([entry, ...others.filter(({ date }) => date === entry.date)]);
  // No day is shorter than this, so the zone's rules are asked only where they matter.
  if (seconds <= SHORTEST_DAY) return [];
  return seconds > secondsInDay(entry.date, entry.zone) ? [{ kind: 'full day', seconds }] : [];
}

function long({ seconds = 0 }: EntryContent): Warning[] {
  return seconds > LONG_ENTRY ? [{ kind: 'long', seconds }] : [];
}
