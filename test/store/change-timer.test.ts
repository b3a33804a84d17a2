import { describe, expect, it } from 'vitest';
import { cancelTimer, startTimer, stopTimer } from '../../src/store/change-timer.ts';
import { readHome } from '../../src/store/home.ts';
import { readEntries } from '../../src/store/read-entries.ts';
import type { Store } from '../../src/store/store.ts';
import { freshStore } from '../support/engine.ts';
import { ADA, BOB, content, running } from '../support/samples.ts';

const SEPTEMBER = { since: '2026-09-01', until: '2026-09-30' };
const timerOf = async (store: Store) => (await readHome(store, ADA, '2026-09-16')).timer;

describe('the timer', () => {
  it('is idle until the first start', async () => {
    expect(await timerOf(await freshStore())).toEqual({ state: 'idle', version: 0 });
  });

  it('runs with all that was said at its start', async () => {
    const store = await freshStore();
    const said = running({ task: 4, note: 'deep work' });
    const result = await startTimer(store, ADA, 'start', await timerOf(store), said);
    const now = await timerOf(store);
    expect(now).toEqual({ ...said, state: 'running', version: now.version });
    expect(result).toMatchObject({ kind: 'done', timer: now });
    expect((await readHome(store, BOB, '2026-09-16')).timer.state).toBe('idle');
  });

  it('becomes an entry at its stop', async () => {
    const { store, timer } = await started();
    const result = await stopTimer(store, ADA, 'stop', timer, content());
    const { entries } = await readEntries(store, ADA, SEPTEMBER);
    expect(result).toMatchObject({ kind: 'done', entry: entries[0], timer: { state: 'idle' } });
    expect(entries).toHaveLength(1);
    expect(await timerOf(store)).toEqual(result.timer);
  });

  it('that is switched becomes an entry and another one runs', async () => {
    const { store, timer } = await started();
    const next = running({ tags: ['mail'], startedAt: Date.UTC(2026, 8, 16, 16) });
    const result = await startTimer(store, ADA, 'switch', timer, next, content());
    const { entries } = await readEntries(store, ADA, SEPTEMBER);
    expect(result).toMatchObject({ kind: 'done', entry: entries[0], timer: { ...next, state: 'running' } });
    expect(await timerOf(store)).toEqual(result.timer);
  });

  it('that is cancelled leaves no entry', async () => {
    const { store, timer } = await started();
    expect(await cancelTimer(store, ADA, 'cancel', timer)).toMatchObject({
      kind: 'done',
      timer: { state: 'idle' },
    });
    expect((await readEntries(store, ADA, SEPTEMBER)).entries).toEqual([]);
    expect((await timerOf(store)).state).toBe('idle');
  });

  it('gives a repeated request the same answer, whatever it sees by now', async () => {
    const { store, timer } = await started();
    const again = await startTimer(store, ADA, 'start', timer, running({ tags: ['other'] }), content());
    expect(again).toMatchObject({ kind: 'already done', timer });
    const stop = await stopTimer(store, ADA, 'stop', timer, content());
    if (stop.kind !== 'done') throw new Error(stop.kind);
    const repeated = { ...stop, kind: 'already done' };
    expect(await stopTimer(store, ADA, 'stop', timer, content({ seconds: 9 }))).toEqual(repeated);
    expect(await stopTimer(store, ADA, 'stop', await timerOf(store), content({ seconds: 9 }))).toEqual(
      repeated,
    );
    expect((await readEntries(store, ADA, SEPTEMBER)).entries).toHaveLength(1);
  });

  it('tells the loser of a race what stands now', async () => {
    const { store, timer } = await started();
    const stop = await stopTimer(store, ADA, 'stop', timer, content());
    expect(await stopTimer(store, ADA, 'stop 2', timer, content())).toEqual({
      kind: 'changed',
      timer: stop.timer,
    });
    expect(await cancelTimer(store, ADA, 'cancel', timer)).toEqual({ kind: 'changed', timer: stop.timer });
    expect(await cancelTimer(store, ADA, 'cancel', stop.timer)).toEqual({
      kind: 'changed',
      timer: stop.timer,
    });
    const start = await startTimer(store, ADA, 'start 2', timer, running());
    expect(start).toEqual({ kind: 'changed', timer: stop.timer });
    expect((await readEntries(store, ADA, SEPTEMBER)).entries).toHaveLength(1);
  });

  it('starts once when many start it at once', async () => {
    const store = await freshStore();
    const seen = await timerOf(store);
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) => startTimer(store, ADA, `start ${index}`, seen, running())),
    );
    expect(results.filter(({ kind }) => kind === 'done')).toHaveLength(1);
    const now = await timerOf(store);
    expect(results.every(({ timer }) => timer.version === now.version)).toBe(true);
  });
});

async function started() {
  const store = await freshStore();
  const { timer } = await startTimer(store, ADA, 'start', await timerOf(store), running());
  return { store, timer };
}
