import { describe, expect, it } from 'vitest';
import type { Entry, EntryContent } from '../../src/entry.ts';
import { editEntry } from '../../src/store/change-entry.ts';
import { withTagNames } from '../../src/store/in-force.ts';
import { logEntries } from '../../src/store/log-entries.ts';
import { readEntries, readEntry } from '../../src/store/read-entries.ts';
import { reshapeEntry } from '../../src/store/reshape-entry.ts';
import type { Store } from '../../src/store/store.ts';
import { redo, undo, undoChange } from '../../src/store/undo.ts';
import { freshStore } from '../support/engine.ts';
import { ADA, content } from '../support/samples.ts';
import { stateOf } from '../support/state.ts';

const SEPTEMBER = { since: '2026-09-01', until: '2026-09-30' };
const PARTS = [content({ seconds: 1800 }), content({ seconds: 900, note: 'rest' })] as const;

describe('an entry', () => {
  it('becomes two, the first of which it stays itself, and one again by undo', async () => {
    const { store, entry } = await logged();
    const before = await stateOf(store, ADA);
    const result = await reshapeEntry(store, ADA, 'split', entry, { what: 'split', parts: PARTS });
    const { entries } = await readEntries(store, ADA, SEPTEMBER);
    expect(result).toMatchObject({ kind: 'done', entries });
    expect(entries).toMatchObject([{ ...PARTS[0], id: entry.id }, PARTS[1]]);
    const after = await stateOf(store, ADA);
    expect(await undo(store, ADA, 'u')).toMatchObject({ kind: 'undone', what: 'split' });
    expect(await stateOf(store, ADA)).toEqual(before);
    expect(await redo(store, ADA, 'r')).toMatchObject({ kind: 'redone', what: 'split' });
    expect(await stateOf(store, ADA)).toEqual(after);
  });

  it('whose parts lie on other days leaves nothing behind on its own', async () => {
    const { store, entry } = await logged();
    const before = await stateOf(store, ADA);
    const parts = [content({ date: '2026-09-17' })] as const;
    const result = await reshapeEntry(store, ADA, 'crop', entry, { what: 'crop', parts });
    expect(result).toMatchObject({ kind: 'done', entries: [parts[0]] });
    expect((await readEntries(store, ADA, SEPTEMBER)).entries).toMatchObject([parts[0]]);
    if (result.kind !== 'done') throw new Error(result.kind);
    expect(await undoChange(store, ADA, 'u', result.undo)).toMatchObject({ kind: 'undone', what: 'crop' });
    expect(await stateOf(store, ADA)).toEqual(before);
  });

  it('is reshaped once by a request that comes again, also side by side', async () => {
    const { store, entry } = await logged();
    const split = () => reshapeEntry(store, ADA, 'split', entry, { what: 'split', parts: PARTS });
    const results = await Promise.all([split(), split(), split()]);
    expect(results.filter(({ kind }) => kind === 'done')).toHaveLength(1);
    const again = await split();
    expect(again).toMatchObject({ kind: 'already done', entries: [PARTS[0], PARTS[1]] });
    expect((await readEntries(store, ADA, SEPTEMBER)).entries).toHaveLength(2);
  });

  it('that the same request made is not reshaped by it again', async () => {
    const { store, entry } = await logged();
    const parts = [PARTS[0], content({ date: '2026-09-17' })] as const;
    const split = (seen: Entry) => reshapeEntry(store, ADA, 'split', seen, { what: 'split', parts });
    const done = await split(entry);
    if (done.kind !== 'done') throw new Error(done.kind);
    const before = await stateOf(store, ADA);
    const { entries, undo: target } = done;
    for (const part of entries)
      expect(await split(part)).toEqual({ kind: 'already done', entries, undo: target });
    expect(await stateOf(store, ADA)).toEqual(before);
  });

  it('whose tags go by other names now keeps them as they were written', async () => {
    const { store, entry } = await logged();
    const named = withTagNames(store, ADA, [{ tag: 'writing', to: 'prose', version: 1 }]);
    const seen = await readEntry(named, ADA, entry);
    expect(seen).toMatchObject({ tags: ['prose'], asWritten: ['writing'] });
    const parts = [
      content({ tags: ['prose'], seconds: 1800 }),
      content({ tags: ['prose'], seconds: 900 }),
    ] as const;
    const result = await reshapeEntry(named, ADA, 'split', seen ?? entry, { what: 'split', parts });
    expect(result).toMatchObject({ kind: 'done', entries: [{ tags: ['prose'] }, { tags: ['prose'] }] });
    const { entries } = await readEntries(store, ADA, SEPTEMBER);
    expect(entries.map(({ tags }) => tags)).toEqual([['writing'], ['writing']]);
  });

  it('that was changed meanwhile stays as it is', async () => {
    const { store, entry } = await logged();
    const edit = await editEntry(store, ADA, 'edit', entry, content({ seconds: 60 }));
    const result = await reshapeEntry(store, ADA, 'split', entry, { what: 'split', parts: PARTS });
    expect(result).toEqual({ kind: 'changed', current: edit.kind === 'done' ? edit.subject : undefined });
    expect((await readEntries(store, ADA, SEPTEMBER)).entries).toHaveLength(1);
  });

  it('is not cropped where the one beside it was changed or deleted meanwhile', async () => {
    const { store, entry } = await logged();
    const { entries } = await logEntries(store, ADA, 'log 2', [content({ seconds: 5 })]);
    const beside = entries[0] ?? entry;
    await editEntry(store, ADA, 'edit', beside, content({ seconds: 6 }));
    const before = await stateOf(store, ADA);
    const crop = { what: 'crop', parts: [content({ seconds: 1 })], beside } as const;
    // What stands in the entry's own place is the entry, not the one beside it.
    expect(await reshapeEntry(store, ADA, 'crop', entry, crop)).toEqual({ kind: 'changed', current: entry });
    expect(await stateOf(store, ADA)).toEqual(before);
  });
});

async function logged(said: Partial<EntryContent> = {}): Promise<{ store: Store; entry: Entry }> {
  const store = await freshStore();
  const { entries } = await logEntries(store, ADA, 'log', [content(said)]);
  const [entry] = entries;
  if (entry === undefined) throw new Error('nothing was logged');
  return { store, entry };
}
