import { describe, expect, it } from 'vitest';
import { editEntry } from '../../src/store/change-entry.ts';
import { cancelTimer, keepTimer, retimeTimer, startTimer, stopTimer } from '../../src/store/change-timer.ts';
import { readHome } from '../../src/store/home.ts';
import { readEntries } from '../../src/store/read-entries.ts';
import type { Store } from '../../src/store/store.ts';
import { undo } from '../../src/store/undo.ts';
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
    const said = running({ task: 4, note: 'deep work', measures: [{ value: 12, unit: 'pages' }] });
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

  it('that is kept runs on as it did, and undo takes the answer back', async () => {
    const { store, timer } = await started();
    const keptUntil = Date.UTC(2026, 8, 17, 22);
    const result = await keepTimer(store, ADA, 'keep', timer, keptUntil);
    expect(result).toMatchObject({ kind: 'done', timer: { ...running(), keptUntil } });
    expect(await keepTimer(store, ADA, 'keep', timer, keptUntil)).toEqual({
      ...result,
      kind: 'already done',
    });
    expect(await keepTimer(store, ADA, 'keep 2', timer, keptUntil)).toMatchObject({ kind: 'changed' });
    expect(await undo(store, ADA, 'u')).toMatchObject({ kind: 'undone', what: 'keep' });
    expect(await timerOf(store)).toEqual(timer);
    await stopTimer(store, ADA, 'stop', timer, content());
    const idle = await timerOf(store);
    expect(await keepTimer(store, ADA, 'keep 3', idle, keptUntil)).toEqual({ kind: 'changed', timer: idle });
  });

  it('gets another start, and the entry that ended there another end, in one step', async () => {
    const { store, timer } = await started();
    const next = running({ tags: ['mail'] });
    const first = await startTimer(store, ADA, 'switch', timer, next, content({ seconds: 60 }));
    if (first.kind !== 'done' || first.entry === undefined) throw new Error(first.kind);
    const ended = { seen: first.entry, next: content({ seconds: 30 }) };
    const startedAt = Date.UTC(2026, 8, 16, 3);
    const result = await retimeTimer(store, ADA, 'retime', first.timer, startedAt, ended);
    expect(result).toMatchObject({ kind: 'done', timer: { ...next, startedAt }, entry: { seconds: 30 } });
    expect(await retimeTimer(store, ADA, 'retime', first.timer, startedAt, ended)).toEqual({
      ...result,
      kind: 'already done',
    });
    expect(await undo(store, ADA, 'u')).toMatchObject({ kind: 'undone', what: 'retime' });
    expect(await timerOf(store)).toEqual(first.timer);
    expect((await readEntries(store, ADA, SEPTEMBER)).entries).toEqual([first.entry]);
  });

  it('keeps its start where the entry that ended there was changed meanwhile', async () => {
    const { store, timer } = await started();
    const first = await startTimer(store, ADA, 'switch', timer, running(), content({ seconds: 60 }));
    if (first.kind !== 'done' || first.entry === undefined) throw new Error(first.kind);
    await editEntry(store, ADA, 'edit', first.entry, content({ seconds: 5 }));
    const ended = { seen: first.entry, next: content({ seconds: 30 }) };
    const result = await retimeTimer(store, ADA, 'retime', first.timer, Date.UTC(2026, 8, 16, 3), ended);
    expect(result).toEqual({ kind: 'changed', timer: first.timer });
    expect(await timerOf(store)).toEqual(first.timer);
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

  it('comes to one end when it is stopped, cancelled, switched, kept and given another start at once', async () => {
    const { store, timer } = await started();
    const results = await Promise.all([
      ...[1, 2, 3].map((index) => stopTimer(store, ADA, `stop ${index}`, timer, content())),
      ...[1, 2, 3].map((index) => cancelTimer(store, ADA, `cancel ${index}`, timer)),
      ...[1, 2, 3].map((index) => startTimer(store, ADA, `switch ${index}`, timer, running(), content())),
      ...[1, 2, 3].map((index) => keepTimer(store, ADA, `keep ${index}`, timer, Date.UTC(2026, 8, 17))),
      ...[1, 2, 3].map((index) => retimeTimer(store, ADA, `retime ${index}`, timer, Date.UTC(2026, 8, 16))),
    ]);
    const [winner, ...others] = results.filter(({ kind }) => kind === 'done');
    expect(others).toEqual([]);
    expect(await timerOf(store)).toEqual(winner?.timer);
    const kept = winner !== undefined && winner.kind === 'done' && winner.entry !== undefined ? 1 : 0;
    expect((await readEntries(store, ADA, SEPTEMBER)).entries).toHaveLength(kept);
  });
});

async function started() {
  const store = await freshStore();
  const { timer } = await startTimer(store, ADA, 'start', await timerOf(store), running());
  return { store, timer };
}
