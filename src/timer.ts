import type { Tag } from './tag.ts';
import type { TaskNumber } from './task.ts';
import type { Instant, Zone } from './time.ts';

/** Work that is going on and is not an entry yet. */
export type RunningTimer = {
  readonly startedAt: Instant;
  readonly zone: Zone;
  /** The names in force, once it runs. */
  readonly tags: readonly Tag[];
  /** The tags as they were written, where they go by other names now. */
  readonly asWritten?: readonly Tag[];
  readonly task?: TaskNumber;
  readonly note?: string;
};

/** A member has one timer; it runs or it does not. */
export type Timer =
  | { readonly state: 'idle'; readonly version: number }
  | (RunningTimer & { readonly state: 'running'; readonly version: number });
