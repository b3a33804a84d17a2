import { type EntryContent, LONGEST_NOTE } from './entry.ts';
import { type Measure, sumMeasures } from './measure.ts';
import type { Tag } from './tag.ts';
import type { TaskNumber } from './task.ts';
import { type Instant, localDateOf } from './time.ts';
import type { RunningTimer } from './timer.ts';

/** What was said at the stop, on top of what was said at the start. */
export type StopText = {
  readonly tags: readonly Tag[];
  readonly task?: TaskNumber;
  readonly note?: string;
  readonly measures: readonly Measure[];
};

/** What a timer becomes when it ends. */
export type StoppedEntry =
  | { readonly kind: 'entry'; readonly content: EntryContent }
  /** The timer would end before, or in the very second, it started. */
  | { readonly kind: 'too short' }
  /** It ran for more than a day: nobody works that long, so the person must say when it ended. */
  | { readonly kind: 'too long' }
  /** The notes of both ends do not fit into one together; `characters` is how many they have. */
  | { readonly kind: 'too wordy'; readonly characters: number };

/** A timer may run this long and still become an entry by itself. */
const LONGEST_RUN_MS = 24 * 3_600_000;

/**
 * The entry that a timer becomes when it ends at `endedAt`: clock times to the second, booked on the day it started in the
 * zone it started in. Tags of both ends are kept, measures are added up, the task of the stop wins, notes are joined.
 */
export function entryOfTimer(timer: RunningTimer, endedAt: Instant, said: StopText): StoppedEntry {
  const startedAt = Math.floor(timer.startedAt / 1000) * 1000;
  const end = Math.floor(endedAt / 1000) * 1000;
  if (end <= startedAt) return { kind: 'too short' };
  if (end - startedAt > LONGEST_RUN_MS) return { kind: 'too long' };
  const task = said.task ?? timer.task;
  const note = [timer.note, said.note].filter((part) => part !== undefined).join('\n');
  if (note.length > LONGEST_NOTE) return { kind: 'too wordy', characters: note.length };
  return {
    kind: 'entry',
    content: {
      date: localDateOf(startedAt, timer.zone),
      zone: timer.zone,
      seconds: (end - startedAt) / 1000,
      clock: { startedAt, endedAt: end },
      measures: sumMeasures([...timer.measures, ...said.measures]),
      tags: [...new Set([...timer.tags, ...said.tags])],
      ...(task === undefined ? {} : { task }),
      ...(note === '' ? {} : { note }),
    },
  };
}
