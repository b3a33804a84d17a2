import { describe, expect, it } from 'vitest';
import { deleteEntry, editEntry } from '../../src/store/change-entry.ts';
import { startTimer, stopTimer } from '../../src/store/change-timer.ts';
import { readLastEntry } from '../../src/store/last-entry.ts';
import { logEntries } from '../../src/store/log-entries.ts';
import { writeNote } from '../../src/store/notes.ts';
import { reshapeEntry } from '../../src/store/reshape-entry.ts';
import { type Store, withTally } from '../../src/store/store.ts';
import { redo, undo } from '../../src/store/undo.ts';
import { freshStore } from '../support/engine.ts';
import { ADA, BOB, content, running } from '../support/samples.ts';

describe('the last entry', () => {
  it('is none before the first log, and nobody else’s', async () => {
    const store = await freshStore();
    await log(store, 'a');
    expect(await readLastEntry(store, BOB)).toBeUndefined();
  });

  it('is the one that was logged last, however far back its day lies', async () => {
    const store = await freshStore();
    await log(store, 'a');
    const old = await log(store, 'b', { date: '2024-02-29' });
    expect(await readLastEntry(store, ADA)).toEqual(old);
  });

  it('is the one that was edited, stopped or split last', async () => {
    const store = await freshStore();
    const first = await log(store, 'a', { date: '2026-01-05' });
    await log(store, 'b');
    const edit = await editEntry(store, ADA, 'e', first, content({ date: '2026-01-06', seconds: 60 }));
    const edited = edit.kind === 'done' ? edit.subject : first;
    expect(await readLastEntry(store, ADA)).toEqual(edited);
    const { timer } = await startTimer(store, ADA, 's', { state: 'idle', version: 0 }, running());
    expect(await readLastEntry(store, ADA)).toEqual(edited);
    const stop = await stopTimer(store, ADA, 't', timer, content({ seconds: 7 }));
    expect(await readLastEntry(store, ADA)).toEqual(stop.kind === 'changed' ? undefined : stop.entry);
    const parts = [content({ seconds: 20 }), content({ seconds: 40 })] as const;
    await reshapeEntry(store, ADA, 'p', edited, { what: 'split', parts });
    expect(await readLastEntry(store, ADA)).toMatchObject({ seconds: 40 });
  });

  it('follows undo and redo, and passes over what was deleted and over notes', async () => {
    const store = await freshStore();
    const first = await log(store, 'a');
    const second = await log(store, 'b', { seconds: 60 });
    await writeNote(store, ADA, 'n', { date: '2026-09-16', text: 'x', tags: [] });
    expect(await readLastEntry(store, ADA)).toEqual(second);
    await deleteEntry(store, ADA, 'd', second);
    expect(await readLastEntry(store, ADA)).toEqual(first);
    await undo(store, ADA, 'u 1');
    expect(await readLastEntry(store, ADA)).toEqual(second);
    await undo(store, ADA, 'u 2');
    await undo(store, ADA, 'u 3');
    expect(await readLastEntry(store, ADA)).toEqual(first);
    await redo(store, ADA, 'r');
    expect(await readLastEntry(store, ADA)).toEqual(second);
  });

  it('costs two requests as a rule, and a bounded number after a long run of deletions', async () => {
    const store = await freshStore();
    const entries = [];
    for (let index = 0; index < 20; index += 1) entries.push(await log(store, `log ${index}`));
    expect(await cost(store)).toEqual([2, 0, 2]);
    for (const [index, entry] of entries.entries()) await deleteEntry(store, ADA, `d ${index}`, entry);
    expect(await cost(store)).toEqual([13, 0, 13]);
  });
});

async function cost(store: Store) {
  const { store: counted, tally } = withTally(store);
  await readLastEntry(counted, ADA);
  return [tally.requests, tally.write, tally.read];
}

async function log(store: Store, request: string, said: Parameters<typeof content>[0] = {}) {
  const { entries } = await logEntries(store, ADA, request, [content(said)]);
  const [entry] = entries;
  if (entry === undefined) throw new Error('nothing was logged');
  return entry;
}
