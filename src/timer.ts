import type { Measure } from './measure.ts';
import type { Tag } from './tag.ts';
import type { TaskNumber } from './task.ts';
import type { Instant, Zone } from './time.ts';

/** Work that is going on and is not an entry yet. */
export type RunningTimer = {
  readonly startedAt: Instant;
  readonly zone: Zone;
  /** What was counted at the start; the entry gets it, together with what is counted at the stop. */
  readonly measures: readonly Measure[];
  /** The names in force, once it runs. */
  readonly tags: readonly Tag[];
  /** The tags as they were written, where they go by other names now. */
  readonly asWritten?: readonly Tag[];
  readonly task?: TaskNumber;
  readonly note?: string;
  /** Until then the member has said that they are still working, though the timer ran over night. */
  readonly keptUntil?: Instant;
};

/** A member has one timer; it runs or it does not. */
export type Timer = { readonly state: 'idle'; readonly version: number } | Running;

/** A member's timer while it runs. */
export type Running = RunningTimer & { readonly state: 'running'; readonly version: number };
