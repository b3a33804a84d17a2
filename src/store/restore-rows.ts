import { BATCH_ROWS, deleteBatch, putBatch, putLater, type WireRow, wirePages } from './layer/wire-rows.ts';
import type { Store } from './store.ts';

/** How many rows were written, and how many of the table's own stayed because they are as late or later. */
export type Restored = { readonly written: number; readonly kept: number };

/** How many requests are under way at once. */
const AT_ONCE = 8;

/** Writes every row of a backup over whatever is there. Done again, it does the same. */
export async function putRows(store: Store, pages: AsyncIterable<readonly WireRow[]>): Promise<Restored> {
  let written = 0;
  await inOrder(pages, async (rows) => {
    await putBatch(store, rows);
    written += rows.length;
  });
  return { written, kept: 0 };
}

/** Writes the rows that the table has not, or has in an earlier version. Done again, it adds what was not reached. */
export async function mergeRows(store: Store, pages: AsyncIterable<readonly WireRow[]>): Promise<Restored> {
  let written = 0;
  let kept = 0;
  await inOrder(pages, async (rows) => {
    for (const row of rows) {
      if (await putLater(store, row)) written += 1;
      else kept += 1;
    }
  });
  return { written, kept };
}

/** Removes every row of the table; gives back how many there were. */
export async function clearRows(store: Store): Promise<number> {
  let removed = 0;
  for await (const rows of wirePages(store)) {
    await allOf(chunksOf(rows), (chunk) => deleteBatch(store, chunk));
    removed += rows.length;
  }
  return removed;
}

/** Pages follow one another, since a later one may hold a row again; within a page each is there once. */
async function inOrder(
  pages: AsyncIterable<readonly WireRow[]>,
  write: (rows: readonly WireRow[]) => Promise<void>,
): Promise<void> {
  for await (const rows of pages) await allOf(chunksOf(rows), write);
}

function chunksOf(rows: readonly WireRow[]): readonly (readonly WireRow[])[] {
  const count = Math.ceil(rows.length / BATCH_ROWS);
  return Array.from({ length: count }, (_, at) => rows.slice(at * BATCH_ROWS, (at + 1) * BATCH_ROWS));
}

/** Does all, several at once; after a failure no more are begun, and it is told once nothing is under way. */
async function allOf<Part>(parts: readonly Part[], work: (part: Part) => Promise<void>): Promise<void> {
  const left = parts.values();
  const failures: unknown[] = [];
  const lane = async () => {
    for (const part of left) {
      if (failures.length > 0) return;
      await work(part).catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  if (failures.length > 0) throw failures[0];
}
