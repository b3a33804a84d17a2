import { beforeEach, describe, expect, it } from 'vitest';
import { deleteEntry } from '../../src/store/change-entry.ts';
import { journalKind } from '../../src/store/kinds/journal.ts';
import { commit } from '../../src/store/layer/commit.ts';
import { scanItems } from '../../src/store/layer/scan.ts';
import { sweepPage } from '../../src/store/layer/sweep.ts';
import { put } from '../../src/store/layer/write.ts';
import { logEntries } from '../../src/store/log-entries.ts';
import type { Store } from '../../src/store/store.ts';
import { sweepExpired } from '../../src/store/sweep.ts';
import { freshStore } from '../support/engine.ts';
import { ADA, content } from '../support/samples.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 8, 16, 16);

let clock: { now: number };
let store: Store;
beforeEach(async () => {
  clock = { now: START };
  store = await freshStore({ now: () => clock.now });
});

const rows = async (prefix: string) =>
  (await scanItems(store)).filter(({ sk }) => `${sk}`.startsWith(prefix)).length;

/** As many receipts as `count`, half of which expire on the day after, the others a year later. */
async function receipts(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const ttl = Math.floor(START / 1000) + (index % 2 === 0 ? 86_400 : 365 * 86_400);
    const row = { team: 'T1', user: `U${index % 5}`, req: `request-${index}`, what: 'undo' as const, ttl };
    await commit(store, [put(journalKind, row)]);
  }
}

async function sweepAll(most: number): Promise<number[]> {
  const removed: number[] = [];
  for (;;) {
    const rowsRemoved = await sweepExpired(store, most);
    if (rowsRemoved === undefined) return removed;
    removed.push(rowsRemoved);
  }
}

describe('what has expired', () => {
  it('is removed page by page, wherever one stopped, and all else stays', async () => {
    await receipts(20);
    expect(await sweepAll(6)).toEqual([0, 0, 0, 0]);
    clock.now = START + 2 * DAY;
    expect(await sweepExpired(store, 6)).toBeGreaterThan(0);
    // Another process goes on.
    const other = { ...store };
    let removed = 0;
    for (let page = 0; page < 10; page += 1) removed += (await sweepExpired(other, 6)) ?? 0;
    expect(removed).toBeGreaterThan(0);
    expect(await rows('r#')).toBe(10);
  });

  it('is looked for once a day', async () => {
    await receipts(4);
    clock.now = START + 2 * DAY;
    expect(await sweepAll(100)).toEqual([2]);
    expect(await sweepExpired(store, 100)).toBeUndefined();
    clock.now += DAY;
    expect(await sweepExpired(store, 100)).toBe(0);
  });

  it('is removed once by two at the same time', async () => {
    await receipts(20);
    clock.now = START + 2 * DAY;
    const removed = await Promise.all([sweepExpired(store, 100), sweepExpired(store, 100)]);
    expect(removed.reduce<number>((sum, one) => sum + (one ?? 0), 0)).toBe(10);
    expect(await rows('r#')).toBe(10);
  });

  it('stays for an hour, for a request that read it just before', async () => {
    await receipts(2);
    clock.now = START + DAY + 1000;
    expect(await sweepExpired(store, 100)).toBe(0);
  });

  it('stays where it was given more time between the look and the removal', async () => {
    await receipts(1);
    const row = { team: 'T1', user: 'U0', req: 'request-0', what: 'undo' as const };
    const late = Math.floor(START / 1000) + 2 * 86_400;
    const { client } = store;
    const send: typeof client.send = client.send.bind(client);
    let meddled = false;
    const meddling = Object.assign(Object.create(client), {
      async send(...args: Parameters<typeof send>) {
        if (!meddled && args[0].constructor.name === 'DeleteCommand') {
          meddled = true;
          await commit(store, [put(journalKind, { ...row, ttl: late + 86_400 })]);
        }
        return send(...args);
      },
    });
    expect(await sweepPage({ ...store, client: meddling }, undefined, { second: late, most: 100 })).toEqual({
      removed: 0,
    });
    expect(meddled).toBe(true);
    expect(await rows('r#')).toBe(1);
  });

  it('holds the entries that were deleted a month ago, and never those that are there', async () => {
    const { entries } = await logEntries(store, ADA, 'a', [content(), content({ seconds: 60 })]);
    const [first] = entries;
    if (first === undefined) throw new Error('nothing was logged');
    await deleteEntry(store, ADA, 'b', first);
    clock.now = START + 40 * DAY;
    await sweepAll(100);
    expect(await rows('d#')).toBe(1);
    expect(await rows('r#')).toBe(0);
  });
});
