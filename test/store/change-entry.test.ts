import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/entry.ts';
import { deleteEntry, editEntry } from '../../src/store/change-entry.ts';
import { entryIdOf, logEntries } from '../../src/store/log-entries.ts';
import { readEntries, readEntry } from '../../src/store/read-entries.ts';
import type { Store } from '../../src/store/store.ts';
import { freshStore } from '../support/engine.ts';
import { ADA, content } from '../support/samples.ts';

const SEPTEMBER = { since: '2026-09-01', until: '2026-09-30' };

describe('an edit', () => {
  it('replaces what differs and names the new content by a newer version', async () => {
    const { store, entry } = await logged();
    const next = content({ seconds: 60, task: 7, note: 'now with a note', tags: [] });
    const result = await editEntry(store, ADA, 'edit', entry, next);
    expect(result).toMatchObject({ kind: 'done', subject: { ...next, id: entry.id } });
    const now = await readEntry(store, ADA, entry);
    expect(result).toMatchObject({ subject: now });
    expect(now?.version).toBeGreaterThan(entry.version);
    const { task: _, ...back } = next;
    const again = await editEntry(store, ADA, 'edit 2', now ?? entry, back);
    expect(again.kind).toBe('done');
    expect((await readEntry(store, ADA, entry))?.task).toBeUndefined();
  });

  it('that changes nothing writes nothing', async () => {
    const { store, entry } = await logged();
    expect(await editEntry(store, ADA, 'edit', entry, content())).toEqual({
      kind: 'unchanged',
      subject: entry,
    });
    expect(await readEntry(store, ADA, entry)).toEqual(entry);
  });

  it('onto another day leaves one entry, on that day', async () => {
    const { store, entry } = await logged();
    const next = content({ date: '2026-09-10' });
    const result = await editEntry(store, ADA, 'edit', entry, next);
    const { entries } = await readEntries(store, ADA, SEPTEMBER);
    expect(entries).toHaveLength(1);
    expect(result).toMatchObject({ kind: 'done', subject: entries[0] });
    expect(entries[0]).toMatchObject({ date: '2026-09-10', id: entryIdOf('edit', 0) });
    expect(await editEntry(store, ADA, 'edit', entry, next)).toMatchObject({
      kind: 'already done',
      subject: entries[0],
    });
  });

  it('is told what stands now when another change came first', async () => {
    const { store, entry } = await logged();
    await editEntry(store, ADA, 'first', entry, content({ seconds: 1 }));
    const current = await readEntry(store, ADA, entry);
    for (const next of [content({ seconds: 2 }), content({ date: '2026-09-01' })]) {
      expect(await editEntry(store, ADA, 'second', entry, next)).toEqual({ kind: 'changed', current });
    }
    expect(await deleteEntry(store, ADA, 'third', entry)).toEqual({ kind: 'changed', current });
    expect((await readEntries(store, ADA, SEPTEMBER)).entries).toEqual([current]);
  });
});

describe('a deletion', () => {
  it('takes the entry away', async () => {
    const { store, entry } = await logged();
    expect(await deleteEntry(store, ADA, 'delete', entry)).toMatchObject({ kind: 'done', subject: entry });
    expect((await readEntries(store, ADA, SEPTEMBER)).entries).toEqual([]);
    expect(await readEntry(store, ADA, entry)).toBeUndefined();
  });

  it('repeated is done already; another one finds nothing', async () => {
    const { store, entry } = await logged();
    const first = await deleteEntry(store, ADA, 'delete', entry);
    const undo = first.kind === 'done' ? first.undo : undefined;
    expect(await deleteEntry(store, ADA, 'delete', entry)).toEqual({ kind: 'already done', undo });
    expect(await deleteEntry(store, ADA, 'other', entry)).toEqual({ kind: 'changed' });
    expect(await editEntry(store, ADA, 'edit', entry, content({ seconds: 1 }))).toEqual({ kind: 'changed' });
  });
});

async function logged(): Promise<{ store: Store; entry: Entry }> {
  const store = await freshStore();
  const { entries } = await logEntries(store, ADA, 'log', [content()]);
  const [entry] = entries;
  if (entry === undefined) throw new Error('nothing was logged');
  return { store, entry };
}
