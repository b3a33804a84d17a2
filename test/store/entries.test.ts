import { describe, expect, it } from 'vitest';
import { deleteEntry, editEntry } from '../../src/store/change-entry.ts';
import { readHome } from '../../src/store/home.ts';
import { entryIdOf, logEntries } from '../../src/store/log-entries.ts';
import { readEntries, readEntry } from '../../src/store/read-entries.ts';
import { undo } from '../../src/store/undo.ts';
import { freshStore } from '../support/engine.ts';
import { ADA, BOB, content, EVE } from '../support/samples.ts';

const SEPTEMBER = { since: '2026-09-01', until: '2026-09-30' };

describe('logging', () => {
  it('keeps every part of an entry', async () => {
    const store = await freshStore();
    const full = content({
      clock: { startedAt: 1_789_000_000_000, endedAt: 1_789_002_700_000 },
      measures: [
        { value: 5.125, unit: 'km' },
        { value: 12, unit: 'pages' },
      ],
      tags: ['writing', 'añil'],
      task: 12,
      note: 'a note with #hash and "quotes" 🎉',
    });
    const { kind, entries } = await logEntries(store, ADA, 'req', [full]);
    expect(kind).toBe('logged');
    const [entry] = entries;
    expect(entry).toEqual({ ...full, id: entryIdOf('req', 0), version: entry?.version });
    expect(await readEntries(store, ADA, SEPTEMBER)).toEqual({ entries, unreadable: 0 });
    expect(await readEntry(store, ADA, { date: full.date, id: entryIdOf('req', 0) })).toEqual(entry);
  });

  it('keeps an entry that has a measure and no time', async () => {
    const store = await freshStore();
    const { seconds: _, ...timeless } = content({ measures: [{ value: 3, unit: 'km' }] });
    const { entries } = await logEntries(store, ADA, 'req', [timeless]);
    expect((await readEntries(store, ADA, SEPTEMBER)).entries).toEqual(entries);
    expect(entries[0]?.seconds).toBeUndefined();
  });

  it('adds up two measures of one unit and orders measures by unit', async () => {
    const store = await freshStore();
    const measures = [
      { value: 2, unit: 'pages' },
      { value: 0.1, unit: 'km' },
      { value: 0.2, unit: 'km' },
    ];
    const { entries } = await logEntries(store, ADA, 'req', [content({ measures })]);
    expect(entries[0]?.measures).toEqual([
      { value: 0.3, unit: 'km' },
      { value: 2, unit: 'pages' },
    ]);
  });

  it('keeps a repeated request once and tells what stands now', async () => {
    const store = await freshStore();
    const first = await logEntries(store, ADA, 'req', [content()]);
    const again = await logEntries(store, ADA, 'req', [content()]);
    expect(again).toEqual({ ...first, kind: 'already logged' });
    expect((await readEntries(store, ADA, SEPTEMBER)).entries).toHaveLength(1);
  });

  it('keeps many entries of one message together, in the order in which they came', async () => {
    const store = await freshStore();
    const contents = Array.from({ length: 98 }, (_, index) => content({ seconds: 60 * (index + 1) }));
    const first = await logEntries(store, ADA, 'req', contents);
    expect(first.entries.map(({ seconds }) => seconds)).toEqual(contents.map(({ seconds }) => seconds));
    expect((await logEntries(store, ADA, 'req', contents)).entries).toEqual(first.entries);
    expect((await readEntries(store, ADA, SEPTEMBER)).entries).toHaveLength(98);
    await expect(logEntries(store, ADA, 'more', [...contents, content()])).rejects.toThrow('too many');
  });

  it('does not keep a request again that was undone, and says so', async () => {
    const store = await freshStore();
    const first = await logEntries(store, ADA, 'req', [content()]);
    await undo(store, ADA, 'undo');
    const again = await logEntries(store, ADA, 'req', [content()]);
    expect(again).toMatchObject({ kind: 'already logged', undone: true, undo: first.undo });
    expect((await readEntries(store, ADA, SEPTEMBER)).entries).toEqual([]);
  });
});

describe('reading', () => {
  it('lists entries by day and within a day as they were logged', async () => {
    const store = await freshStore();
    for (const [index, day] of [
      '2026-09-16',
      '2026-09-14',
      '2026-09-16',
      '2026-09-15',
      '2026-09-16',
    ].entries()) {
      await logEntries(store, ADA, `req ${index}`, [content({ date: day, seconds: index + 1 })]);
    }
    const { entries } = await readEntries(store, ADA, SEPTEMBER);
    expect(entries.map(({ date, seconds }) => `${date} ${seconds}`)).toEqual([
      '2026-09-14 2',
      '2026-09-15 4',
      '2026-09-16 1',
      '2026-09-16 3',
      '2026-09-16 5',
    ]);
    const home = await readHome(store, ADA, '2026-09-15');
    expect(home.entries).toEqual(entries.slice(1));
    expect((await readEntries(store, ADA, { since: '2026-09-14', until: '2026-09-15' })).entries).toEqual(
      entries.slice(0, 2),
    );
  });

  it('reads past the end of a page', async () => {
    const store = await freshStore();
    const note = 'x'.repeat(3000);
    for (let batch = 0; batch < 5; batch += 1) {
      await logEntries(store, ADA, `req ${batch}`, Array(98).fill(content({ note })));
    }
    expect((await readEntries(store, ADA, SEPTEMBER)).entries).toHaveLength(490);
    expect((await readHome(store, ADA, '2026-09-01')).entries).toHaveLength(490);
  });

  it('shows nobody the entries of another member or another workspace', async () => {
    const store = await freshStore();
    const { entries } = await logEntries(store, ADA, 'req', [content()]);
    const [entry] = entries;
    if (entry === undefined) throw new Error('nothing was logged');
    for (const other of [BOB, EVE]) {
      expect((await readEntries(store, other, SEPTEMBER)).entries).toEqual([]);
      expect((await readHome(store, other, '2026-09-01')).entries).toEqual([]);
      expect(await readEntry(store, other, entry)).toBeUndefined();
      expect(await editEntry(store, other, 'edit', entry, content({ seconds: 1 }))).toEqual({
        kind: 'changed',
      });
      expect(await deleteEntry(store, other, 'delete', entry)).toEqual({ kind: 'changed' });
      expect(await undo(store, other, 'undo')).toEqual({ kind: 'nothing' });
    }
    expect((await readEntries(store, ADA, SEPTEMBER)).entries).toEqual(entries);
  });
});
