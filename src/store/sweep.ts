import { sweepKind } from './kinds/sweep.ts';
import { commit } from './layer/commit.ts';
import { getRow } from './layer/read.ts';
import { sweepPage } from './layer/sweep.ts';
import { put } from './layer/write.ts';
import { stampAfter } from './stamp.ts';
import type { Store } from './store.ts';

/** Nothing expires so fast that the table had to be gone through more often than once a day, in milliseconds. */
const REST_MS = 86_400_000;

/** A row may still be used by a request that read it a moment before it expired. */
const GRACE_MS = 3_600_000;

/**
 * Removes what has expired from the next stretch of the table, at most `most` rows of it, and notes how far it came: whoever
 * goes on, and whenever, goes on from there. Answers how many rows went; `undefined` while there is nothing to do. DynamoDB does
 * this by itself; the embedded engine does not.
 */
export async function sweepExpired(store: Store, most: number): Promise<number | undefined> {
  const now = store.now();
  const seen = await getRow(store, sweepKind, {});
  const from = seen?.last;
  if (from === undefined && seen !== undefined && now - seen.done < REST_MS) return undefined;
  const { removed, next } = await sweepPage(store, from, {
    second: Math.floor((now - GRACE_MS) / 1000),
    most,
  });
  const done = next === undefined ? now : (seen?.done ?? 0);
  const row = { ...(next === undefined ? {} : { last: next }), done, v: stampAfter(store, seen?.v ?? 0) };
  // Two at once remove the same rows; the one that is slower leaves the place to the other.
  const when = seen === undefined ? ({ row: 'absent' } as const) : { fields: { v: seen.v } };
  await commit(store, [put(sweepKind, row, when)]);
  return removed;
}
