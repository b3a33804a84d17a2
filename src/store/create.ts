import { commit } from './layer/commit.ts';
import { type Item, keyOfItem } from './layer/item.ts';
import { stampAfter } from './stamp.ts';
import type { Store } from './store.ts';
import type { UndoTarget } from './undo-target.ts';

/** What each created row carries: `m` is its place in the undo list, `n` how many were made at once. */
export type CreateTrack = { readonly v: number; readonly m: number; readonly n?: number };

/** What became of new rows. */
export type CreateOutcome = {
  readonly created: boolean;
  /** The rows as they stand now, in the order in which they came. */
  readonly items: readonly Item[];
  readonly undo: UndoTarget;
};

/**
 * Writes new rows that are their own line in the undo list, all or none. Their keys come from the request, so a row
 * that is there already was written by an earlier delivery of it.
 */
export async function createRows(
  store: Store,
  rows: readonly ((track: CreateTrack) => Item)[],
): Promise<CreateOutcome> {
  const stamp = stampAfter(store);
  const track = { v: stamp, m: stamp, ...(rows.length === 1 ? {} : { n: rows.length }) };
  const items = rows.map((row) => row(track));
  const refusal = await commit(
    store,
    items.map((item) => ({ action: 'put', key: keyOfItem(item), item, when: { row: 'absent' } })),
  );
  const there = items.map((item, index) => refusal?.rows.get(index) ?? item);
  const [first] = there;
  if (first === undefined) throw new Error('There is nothing to write.');
  return {
    created: refusal === undefined,
    items: there,
    undo: { key: keyOfItem(first).sk, version: createdAt(first) },
  };
}

/** The stamp of a row's creation, also while it is undone. */
export function createdAt({ m, was }: Item): number {
  if (typeof m === 'number' && m > 0) return m;
  return typeof was === 'number' ? was : 0;
}
