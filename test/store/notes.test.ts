import { describe, expect, it } from 'vitest';
import { readNotes, writeNote } from '../../src/store/notes.ts';
import { redo, undo, undoChange } from '../../src/store/undo.ts';
import { freshStore } from '../support/engine.ts';
import { ADA, BOB, EVE } from '../support/samples.ts';

const SEPTEMBER = { since: '2026-09-01', until: '2026-09-30' };
const NOTE = { date: '2026-09-16', text: 'why the tide turns', tags: ['sea'], task: 3 };

describe('notes', () => {
  it('are kept with all that was said and read by day', async () => {
    const store = await freshStore();
    const { note } = await writeNote(store, ADA, 'a', NOTE);
    const earlier = await writeNote(store, ADA, 'b', { date: '2026-09-02', text: 'before', tags: [] });
    const later = await writeNote(store, ADA, 'c', { date: '2026-09-16', text: 'after', tags: [] });
    expect(note).toMatchObject(NOTE);
    expect(await readNotes(store, ADA, SEPTEMBER)).toEqual({
      notes: [earlier.note, note, later.note],
      unreadable: 0,
    });
    expect((await readNotes(store, ADA, { since: '2026-09-03', until: '2026-09-15' })).notes).toEqual([]);
    for (const other of [BOB, EVE]) expect((await readNotes(store, other, SEPTEMBER)).notes).toEqual([]);
  });

  it('of a repeated request are kept once', async () => {
    const store = await freshStore();
    const first = await writeNote(store, ADA, 'a', NOTE);
    expect(await writeNote(store, ADA, 'a', NOTE)).toEqual({ ...first, kind: 'already written' });
    expect((await readNotes(store, ADA, SEPTEMBER)).notes).toHaveLength(1);
  });

  it('can be undone and redone', async () => {
    const store = await freshStore();
    const { note, undo: target } = await writeNote(store, ADA, 'a', NOTE);
    expect(await undo(store, ADA, 'u')).toMatchObject({ what: 'note', moved: { notes: [{ before: note }] } });
    expect(await writeNote(store, ADA, 'a', NOTE)).toMatchObject({ kind: 'already written', undone: true });
    expect(await redo(store, ADA, 'r')).toMatchObject({ what: 'note', moved: { notes: [{ after: note }] } });
    expect(await undoChange(store, ADA, 'b', target)).toMatchObject({ kind: 'undone' });
    expect((await readNotes(store, ADA, SEPTEMBER)).notes).toEqual([]);
  });
});
