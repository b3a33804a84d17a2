import { describe, expect, it } from 'vitest';
import { deleteEntry } from '../../src/store/change-entry.ts';
import { logEntries } from '../../src/store/log-entries.ts';
import { type Store, withTally } from '../../src/store/store.ts';
import { readOwnTime, readTeamTime } from '../../src/store/task-time.ts';
import { freshStore } from '../support/engine.ts';
import { ADA, BOB, content, EVE } from '../support/samples.ts';

const PAGES = [{ value: 12, unit: 'pages' }];

describe('the time on tasks', () => {
  it('of a member is their own, by task, with what was counted and the last day', async () => {
    const store = await freshStore();
    await log(store, ADA, { task: 1, seconds: 60, date: '2026-09-10' });
    await log(store, ADA, { task: 1, seconds: 30, measures: PAGES });
    await log(store, ADA, { task: 2, seconds: 5, date: '2025-01-01' });
    await log(store, ADA, { seconds: 1000 });
    await log(store, BOB, { task: 1, seconds: 7 });
    await deleteEntry(store, ADA, 'd', await log(store, ADA, { task: 2, seconds: 9 }));
    const { byTask, lastOn, since } = await readOwnTime(store, ADA);
    expect(Object.fromEntries(byTask)).toEqual({
      1: { seconds: 90, measures: PAGES },
      2: { seconds: 5, measures: [] },
    });
    expect(Object.fromEntries(lastOn)).toEqual({ 1: '2026-09-16', 2: '2025-01-01' });
    expect(since).toBeUndefined();
  });

  it('of everybody is a sum without names, with the member’s own beside it', async () => {
    const store = await freshStore();
    await log(store, ADA, { task: 1, seconds: 60 });
    await log(store, BOB, { task: 1, seconds: 7, measures: PAGES });
    await log(store, BOB, { task: 2, seconds: 5 });
    await log(store, EVE, { task: 1, seconds: 500 });
    await log(store, BOB, { task: 3, seconds: 400 });
    await deleteEntry(store, BOB, 'd', await log(store, BOB, { task: 2, seconds: 9 }));
    expect(await readTeamTime(store, ADA, [1, 2, 9])).toEqual({
      everybody: new Map([
        [1, { seconds: 67, measures: PAGES }],
        [2, { seconds: 5, measures: [] }],
      ]),
      own: new Map([[1, { seconds: 60, measures: [] }]]),
      entries: 3,
    });
  });

  it('of 500 entries on one task costs one request of three units', async () => {
    const store = await freshStore();
    for (let batch = 0; batch < 10; batch += 1) {
      await logEntries(store, ADA, `batch ${batch}`, Array(50).fill(content({ task: 1 })));
    }
    const { store: counted, tally } = withTally(store);
    expect((await readTeamTime(counted, BOB, [1])).entries).toBe(500);
    expect(tally).toEqual({ requests: 1, write: 0, read: 3 });
  });
});

let logs = 0;

async function log(store: Store, member: typeof ADA, said: Parameters<typeof content>[0]) {
  logs += 1;
  const { entries } = await logEntries(store, member, `log ${logs}`, [content(said)]);
  const [entry] = entries;
  if (entry === undefined) throw new Error('nothing was logged');
  return entry;
}
