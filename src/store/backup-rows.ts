import { type WireRow, wirePages } from './layer/wire-rows.ts';
import type { Store } from './store.ts';

/** Clocks of several writers may differ by so much, in milliseconds. */
const SKEW_MS = 100;
const MOST_PASSES = 6;

/**
 * Every row of the table, page by page, while others go on writing: after the first walk, what changed since it began is given
 * once more, until a walk finds nothing new. What came last of each row then stands as it did at one instant, and true is
 * returned; false when rows still changed after the last walk.
 */
export async function* backupRows(store: Store): AsyncGenerator<readonly WireRow[], boolean, void> {
  let since: number | undefined;
  for (let pass = 1; pass <= MOST_PASSES; pass += 1) {
    const startedAt = store.now();
    let found = 0;
    for await (const rows of wirePages(store, since)) {
      found += rows.length;
      if (rows.length > 0) yield rows;
    }
    if (pass > 1 && found === 0) return true;
    since = startedAt - SKEW_MS;
    await store.pause(2 * SKEW_MS);
  }
  return false;
}
