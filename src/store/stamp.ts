import type { Store } from './store.ts';

/** A stamp for a change now that is later than the `versions` it replaces, even where clocks disagree. */
export function stampAfter(store: Store, ...versions: readonly number[]): number {
  const latest = Math.max(...versions.map(Math.abs), 0);
  return Math.max(store.tick(), Math.round(latest * 1000 + 1) / 1000);
}

const DAY = 86_400_000;

/** How long deleted rows and the receipts of changes are kept: longer than anything may be undone. */
export const KEPT_FOR = 31 * DAY;

/** How long the receipt of an undo or redo is kept: longer than any request is repeated. */
export const RECEIPT_KEPT_FOR = 2 * DAY;

/** How far back undo and redo reach. */
export const UNDO_REACH = 30 * DAY;

/** How far ahead of this clock another one may be. */
export const CLOCK_SKEW = 3_600_000;

/** The time to live, in whole seconds, of a row that is to be kept for `milliseconds` from `stamp` on. */
export function timeToLive(stamp: number, milliseconds: number): number {
  return Math.ceil((stamp + milliseconds) / 1000);
}
