import type { Seconds } from './duration.ts';
import type { Measure } from './measure.ts';
import type { Tag } from './tag.ts';
import type { TaskNumber } from './task.ts';
import type { Instant, LocalDate, Zone } from './time.ts';

/** How many characters a note may have, on an entry or by itself. */
export const LONGEST_NOTE = 3000;

/** When an entry given by clock times began and ended. An entry given as a length has none. */
export type ClockTimes = { readonly startedAt: Instant; readonly endedAt: Instant };

/** What a person records: how long, how much, on which day, for what. */
export type EntryContent = {
  /** The local day it is booked on; for clock times the day of the start in `zone`. */
  readonly date: LocalDate;
  /** The member's zone when it was logged; later moves do not change it. */
  readonly zone: Zone;
  /** Absent only when there is a measure. */
  readonly seconds?: Seconds;
  readonly clock?: ClockTimes;
  readonly measures: readonly Measure[];
  readonly tags: readonly Tag[];
  readonly task?: TaskNumber;
  readonly note?: string;
};

/** One recorded piece of work as it is kept; its `tags` are the names in force. */
export type Entry = EntryContent & {
  /** Unique within its member and date. */
  readonly id: string;
  /** Names this content of the entry; hand it back with a change so that a newer one is not overwritten. */
  readonly version: number;
  /** The tags as they were written, where they go by other names now. */
  readonly asWritten?: readonly Tag[];
};

/** How an entry is addressed inside its member's partition. */
export type EntryKey = Pick<Entry, 'date' | 'id'>;

/** The time of all entries together, in seconds. */
export function totalSeconds(entries: Iterable<Pick<Entry, 'seconds'>>): Seconds {
  let total = 0;
  for (const { seconds = 0 } of entries) total += seconds;
  return total;
}
