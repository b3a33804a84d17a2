import { beforeAll, describe, expect, it } from 'vitest';
import { logEntries } from '../../src/store/log-entries.ts';
import { entryPages, readEntries } from '../../src/store/read-entries.ts';
import { type Store, withTally } from '../../src/store/store.ts';
import { addDays } from '../../src/time.ts';
import { freshStore } from '../support/engine.ts';
import { putEntries } from '../support/put-entries.ts';
import { ADA, BOB, content } from '../support/samples.ts';

const ALL = { since: '2000-01-01', until: '2100-01-01' };
const FIRST = '2026-01-01';
/** About two megabytes and a half. */
const MANY = Array.from({ length: 840 }, (_, index) =>
  content({ date: addDays(FIRST, Math.floor(index / 4)), note: `${index} `.padEnd(2900, 'x') }),
);

let store: Store;
beforeAll(async () => {
  store = await freshStore();
  await putEntries(store, ADA, MANY);
});

describe('reading a period', () => {
  it('brings every entry in order, however many pages that is', async () => {
    const { entries, unreadable, since } = await readEntries(store, ADA, ALL);
    expect(entries.map(({ note = '' }) => Number.parseInt(note, 10))).toEqual(MANY.map((_, index) => index));
    expect([unreadable, since]).toEqual([0, undefined]);
  });

  it('leaves the notes where they are for who does not look at them, and brings all the rest', async () => {
    const own = await freshStore();
    const full = content({
      clock: { startedAt: 1_789_000_000_000, endedAt: 1_789_002_700_000 },
      measures: [{ value: 12, unit: 'pages' }],
      tags: ['writing'],
      task: 12,
      note: 'left out',
    });
    const { entries } = await logEntries(own, ADA, 'a', [full, content()]);
    const bare = entries.map(({ note: _, ...rest }) => rest);
    expect((await readEntries(own, ADA, ALL, { notes: false })).entries).toEqual(bare);
  });

  it('stops after so many pages with the newest whole days, and says since when', async () => {
    const { store: counted, tally } = withTally(store);
    const read = await readEntries(counted, ADA, ALL, { notes: false, mostPages: 2 });
    const { since = '' } = read;
    expect(tally.requests).toBe(2);
    expect(read.entries.at(-1)?.date).toBe(MANY.at(-1)?.date);
    expect(read.entries[0]?.date).toBe(since);
    expect(read.entries).toHaveLength(MANY.filter(({ date }) => date >= since).length);
    expect(since > FIRST).toBe(true);
  });

  it('is whole where the last page allowed brought the rest', async () => {
    const read = await readEntries(store, ADA, ALL, { mostPages: 3 });
    expect([read.entries.length, read.since]).toEqual([MANY.length, undefined]);
  });

  it('page by page holds no more than a page, and nobody else’s', async () => {
    const lengths: number[] = [];
    const dates: string[] = [];
    for await (const { entries } of entryPages(store, ADA, ALL)) {
      lengths.push(entries.length);
      dates.push(...entries.map(({ date }) => date));
    }
    expect(lengths).toHaveLength(3);
    expect(dates).toEqual(MANY.map(({ date }) => date));
    for await (const { entries } of entryPages(store, BOB, ALL)) expect(entries).toEqual([]);
  });
});
