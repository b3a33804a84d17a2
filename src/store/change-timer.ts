import type { Entry, EntryContent } from '../entry.ts';
import type { Member } from '../member.ts';
import type { RunningTimer, Timer } from '../timer.ts';
import { notBuilt } from './not-built.ts';
import type { Store } from './store.ts';
import type { UndoTarget } from './undo-target.ts';

export type TimerResult =
  /** `timer` is the new state; `entry` what the timer that ran became (stop, switch). */
  | { readonly kind: 'done'; readonly timer: Timer; readonly entry?: Entry; readonly undo: UndoTarget }
  /** This request was carried out before; `timer` and `entry` as they stand now. */
  | {
      readonly kind: 'already done';
      readonly timer: Timer;
      readonly entry?: Entry;
      readonly undo: UndoTarget;
    }
  /** Another change came first. Nothing was written. */
  | { readonly kind: 'changed'; readonly timer: Timer };

/**
 * Starts `running` where the timer stands as `seen`. With `stopped` it is a switch: what ran until now becomes that
 * entry in the same transaction. Without it a timer that runs is dropped (undo brings it back).
 */
export const startTimer: (
  store: Store,
  member: Member,
  requestId: string,
  seen: Timer,
  running: RunningTimer,
  stopped?: EntryContent,
) => Promise<TimerResult> = notBuilt;

/** Ends the timer that stands as `seen` and keeps `content` as an entry, both or neither. */
export const stopTimer: (
  store: Store,
  member: Member,
  requestId: string,
  seen: Timer,
  content: EntryContent,
) => Promise<TimerResult> = notBuilt;

/** Ends the timer that stands as `seen` and keeps nothing. */
export const cancelTimer: (
  store: Store,
  member: Member,
  requestId: string,
  seen: Timer,
) => Promise<TimerResult> = notBuilt;
