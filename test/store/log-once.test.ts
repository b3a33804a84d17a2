import { describe, expect, it } from 'vitest';
import { startTimer } from '../../src/store/change-timer.ts';
import { readHome } from '../../src/store/home.ts';
import { logAllOnce, logOnce } from '../../src/store/log-once.ts';
import { readEntries } from '../../src/store/read-entries.ts';
import { withTally } from '../../src/store/store.ts';
import { redo, undo } from '../../src/store/undo.ts';
import { anotherStore, freshStore } from '../support/engine.ts';
import { injectFaults, isLost } from '../support/faults.ts';
import { ADA, content, running } from '../support/samples.ts';

const september = { since: '2026-09-01', until: '2026-09-30' };

describe('an entry kept once for a request that may say something else the next time', () => {
  it('keeps the first and tells the later ones what that was, on another day too', async () => {
    const store = await freshStore();
    const first = await logOnce(store, ADA, 'form 1', content());
    expect(first).toMatchObject({ kind: 'logged', entries: [{ seconds: 2700 }] });
    for (const later of [content(), content({ seconds: 60 }), content({ date: '2026-09-14' })]) {
      expect(await logOnce(store, ADA, 'form 1', later)).toMatchObject({
        kind: 'already logged',
        entries: [{ seconds: 2700, date: '2026-09-16' }],
        undo: first.kind === 'logged' ? first.undo : {},
      });
    }
    expect((await readEntries(store, ADA, september)).entries).toHaveLength(1);
  });

  it('is undone and redone like any log', async () => {
    const store = await freshStore();
    await logOnce(store, ADA, 'form 1', content());
    expect(await undo(store, ADA, 'undo 1')).toMatchObject({ kind: 'undone', what: 'log' });
    expect(await logOnce(store, ADA, 'form 1', content())).toMatchObject({
      kind: 'already logged',
      undone: true,
    });
    expect(await redo(store, ADA, 'redo 1')).toMatchObject({ kind: 'redone', what: 'log' });
  });

  it('shares its request with a timer: one of the two happens', async () => {
    const store = await freshStore();
    const { timer } = await readHome(store, ADA, '2026-09-15');
    await startTimer(store, ADA, 'question 1', timer, running());
    expect(await logOnce(store, ADA, 'question 1', content())).toEqual({ kind: 'answered otherwise' });
    await logOnce(store, ADA, 'question 2', content());
    const { timer: runs } = await readHome(store, ADA, '2026-09-15');
    expect(await startTimer(store, ADA, 'question 2', runs, running())).toMatchObject({
      kind: 'already done',
    });
    expect((await readEntries(store, ADA, september)).entries).toHaveLength(1);
  });

  it('is one entry however its deliveries race and lose their answers', async () => {
    const store = await freshStore();
    const others = await Promise.all(Array.from({ length: 5 }, () => anotherStore(store)));
    for (const [seed, { client }] of others.entries())
      injectFaults(client, { seed, conflict: 0.2, lost: 0.2 });
    const dates = ['2026-09-14', '2026-09-15', '2026-09-16'];
    await Promise.all(
      others.flatMap((other) =>
        dates.map((date) =>
          logOnce(other, ADA, 'form 1', content({ date })).catch((error: unknown) => {
            if (!isLost(error)) throw error;
          }),
        ),
      ),
    );
    expect((await readEntries(store, ADA, september)).entries).toHaveLength(1);
  });

  it('are several where it said several: all or none, and one step of undo', async () => {
    const store = await freshStore();
    const contents = [content(), content({ date: '2026-09-14' }), content({ seconds: 60 })];
    const first = await logAllOnce(store, ADA, 'form 1', contents);
    expect(first).toMatchObject({ kind: 'logged', entries: contents });
    for (const later of [contents, contents.toReversed(), [content({ seconds: 1 })]]) {
      expect(await logAllOnce(store, ADA, 'form 1', later)).toEqual({ ...first, kind: 'already logged' });
    }
    expect((await readEntries(store, ADA, september)).entries).toHaveLength(3);
    expect(await undo(store, ADA, 'undo 1')).toMatchObject({ kind: 'undone', what: 'log' });
    expect((await readEntries(store, ADA, september)).entries).toEqual([]);
    expect(await logAllOnce(store, ADA, 'form 1', contents)).toMatchObject({ undone: true });
    expect(await redo(store, ADA, 'redo 1')).toMatchObject({ kind: 'redone', what: 'log' });
    expect((await readEntries(store, ADA, september)).entries).toHaveLength(3);
  });

  it('are all or none however many deliveries race and lose their answers', async () => {
    const store = await freshStore();
    const others = await Promise.all(Array.from({ length: 5 }, () => anotherStore(store)));
    for (const [seed, { client }] of others.entries())
      injectFaults(client, { seed, conflict: 0.2, lost: 0.2 });
    await Promise.all(
      others.flatMap((other) =>
        [2, 3, 4].map((count) =>
          logAllOnce(other, ADA, 'form 1', Array(count).fill(content({ seconds: count }))).catch(
            (error: unknown) => {
              if (!isLost(error)) throw error;
            },
          ),
        ),
      ),
    );
    const { entries } = await readEntries(store, ADA, september);
    expect(entries.every(({ seconds }) => seconds === entries.length)).toBe(true);
  });

  it('cost one request, and three write units each beside the receipt’s two', async () => {
    const { store, tally } = withTally(await freshStore());
    await logAllOnce(store, ADA, 'form 1', Array(5).fill(content()));
    expect(tally).toEqual({ requests: 1, read: 0, write: 17 });
  });

  it('costs one request and five write units', async () => {
    const { store, tally } = withTally(await freshStore());
    await logOnce(store, ADA, 'form 1', content());
    expect(tally).toEqual({ requests: 1, read: 0, write: 5 });
  });
});
