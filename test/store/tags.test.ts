import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../src/entry.ts';
import { editEntry } from '../../src/store/change-entry.ts';
import { deleteNote, editNote } from '../../src/store/change-note.ts';
import { startTimer } from '../../src/store/change-timer.ts';
import { readHome } from '../../src/store/home.ts';
import { withTagNames } from '../../src/store/in-force.ts';
import { logEntries } from '../../src/store/log-entries.ts';
import { readNotes, writeNote } from '../../src/store/notes.ts';
import { readEntries, readEntry } from '../../src/store/read-entries.ts';
import type { Store } from '../../src/store/store.ts';
import { changeTag, noteTag } from '../../src/store/tags.ts';
import { redo, undo, undoChange } from '../../src/store/undo.ts';
import type { TagChange } from '../../src/tag-change.ts';
import { freshStore } from '../support/engine.ts';
import { ADA, BOB, content, running } from '../support/samples.ts';
import { stateOf } from '../support/state.ts';

const TODAY = '2026-09-16';
const PERIOD = { since: TODAY, until: TODAY };

let store: Store;
beforeEach(async () => {
  store = await freshStore();
});

describe('a renamed tag', () => {
  it('names every entry anew, wherever it is read, and rewrites none', async () => {
    const entry = await logged(['writing', 'deep']);
    await change('a', { kind: 'rename', from: 'writing', to: 'prose' });
    const named = await asker();
    const expected = { ...entry, tags: ['prose', 'deep'], asWritten: ['writing', 'deep'] };
    expect((await readHome(store, ADA, TODAY)).entries).toEqual([expected]);
    expect((await readEntries(named, ADA, PERIOD)).entries).toEqual([expected]);
    expect(await readEntry(named, ADA, entry)).toEqual(expected);
    expect(await readEntry(store, ADA, entry)).toEqual(entry);
  });

  it('names the running timer and notes anew', async () => {
    await startTimer(store, ADA, 's', { state: 'idle', version: 0 }, running({ tags: ['writing'] }));
    await writeNote(store, ADA, 'n', { date: TODAY, text: 'x', tags: ['writing'] });
    await change('a', { kind: 'rename', from: 'writing', to: 'prose' });
    expect((await readHome(store, ADA, TODAY)).timer).toMatchObject({ tags: ['prose'] });
    expect((await readNotes(await asker(), ADA, PERIOD)).notes).toMatchObject([{ tags: ['prose'] }]);
  });

  it('is nobody else’s', async () => {
    await change('a', { kind: 'rename', from: 'writing', to: 'prose' });
    const { entries } = await logEntries(store, BOB, 'b', [content()]);
    expect((await readEntries(await asker(), BOB, PERIOD)).entries).toEqual(entries);
    expect((await readHome(store, BOB, TODAY)).tags).toEqual([]);
  });

  it('keeps what was written through an edit of something else, so that undo of the rename stays exact', async () => {
    const entry = await logged(['writing']);
    const renamed = await change('a', { kind: 'rename', from: 'writing', to: 'prose' });
    const named = await asker();
    const seen = await readEntry(named, ADA, entry);
    if (seen === undefined) throw new Error('the entry is gone');
    const result = await editEntry(named, ADA, 'e', seen, { ...seen, note: 'x', tags: ['prose', 'deep'] });
    expect(result).toMatchObject({ subject: { tags: ['prose', 'deep'], asWritten: ['writing', 'deep'] } });
    expect(await undoChange(store, ADA, 'u', renamed)).toMatchObject({ kind: 'undone', what: 'tag rename' });
    expect(await readEntry(await asker(), ADA, entry)).toMatchObject({ tags: ['writing', 'deep'] });
  });

  it('keeps what was written on another day too, and where nothing differs it writes nothing', async () => {
    const entry = await logged(['writing']);
    await change('a', { kind: 'rename', from: 'writing', to: 'prose' });
    const named = await asker();
    const seen = await readEntry(named, ADA, entry);
    if (seen === undefined) throw new Error('the entry is gone');
    expect((await editEntry(named, ADA, 'e', seen, seen)).kind).toBe('unchanged');
    const moved = await editEntry(named, ADA, 'f', seen, { ...seen, date: '2026-09-10' });
    expect(moved).toMatchObject({ kind: 'done', subject: { tags: ['prose'], asWritten: ['writing'] } });
  });

  it('goes back to its old name as one clean state', async () => {
    const entry = await logged(['writing']);
    await change('a', { kind: 'rename', from: 'writing', to: 'prose' });
    await change('b', { kind: 'rename', from: 'prose', to: 'writing' });
    expect(await readEntry(await asker(), ADA, entry)).toEqual(entry);
    expect((await logged(['prose'])).tags).toEqual(['writing']);
  });
});

describe('a change of tags', () => {
  it('that comes again is done once', async () => {
    const rename = { kind: 'rename', from: 'writing', to: 'prose' } as const;
    const first = await change('a', rename);
    expect(await changeTag(store, ADA, 'a', [], rename)).toEqual({ kind: 'already done', undo: first });
    const { tags } = await readHome(store, ADA, TODAY);
    expect(await changeTag(store, ADA, 'a', tags, rename)).toEqual({ kind: 'already done', undo: first });
    expect(await changeTag(store, ADA, 'b', tags, rename)).toEqual({ kind: 'unchanged' });
  });

  it('meets another one that came first', async () => {
    await change('a', { kind: 'rename', from: 'writing', to: 'prose' });
    expect(await changeTag(store, ADA, 'b', [], { kind: 'archive', tag: 'writing' })).toEqual({
      kind: 'changed',
    });
  });

  it('towards each other from two devices ends in one name', async () => {
    const entry = await logged(['a']);
    await changeTag(store, ADA, '1', [], { kind: 'rename', from: 'a', to: 'b' });
    await changeTag(store, ADA, '2', [], { kind: 'rename', from: 'b', to: 'a' });
    expect(await readEntry(await asker(), ADA, entry)).toMatchObject({ tags: ['a'] });
  });

  it('is undone and redone exactly, among logs, notes and edits, step by step', {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(acts, { minLength: 3, maxLength: 8 }), async (chosen) => {
        store = await freshStore();
        const states = [await stateOf(store, ADA)];
        for (const [index, act] of chosen.entries())
          if (await act(`${index}`)) states.push(await stateOf(store, ADA));
        for (let at = states.length - 2; at >= 0; at -= 1) {
          expect((await undo(store, ADA, `u${at}`)).kind).toBe('undone');
          expect(await stateOf(store, ADA)).toEqual(states[at]);
        }
        for (const state of states.slice(1)) {
          expect((await redo(store, ADA, `r${states.indexOf(state)}`)).kind).toBe('redone');
          expect(await stateOf(store, ADA)).toEqual(state);
        }
      }),
      { seed: 20_260_916, numRuns: 8 },
    );
  });
});

describe('the note that a tag was used', () => {
  it('is made once, and never in the way of what the member says of the tag', async () => {
    await noteTag(store, ADA, 'writing');
    const first = await readHome(store, ADA, TODAY);
    expect(first.tags).toMatchObject([{ tag: 'writing' }]);
    await change('a', { kind: 'archive', tag: 'writing' });
    const archived = await readHome(store, ADA, TODAY);
    await noteTag(store, ADA, 'writing').catch(() => undefined);
    expect((await readHome(store, ADA, TODAY)).tags).toEqual(archived.tags);
  });

  it('is made after the first change of a tag was undone too', async () => {
    await change('a', { kind: 'archive', tag: 'writing' });
    await undo(store, ADA, 'u');
    expect((await readHome(store, ADA, TODAY)).tags).toEqual([]);
    await noteTag(store, ADA, 'writing');
    expect((await readHome(store, ADA, TODAY)).tags).toMatchObject([{ tag: 'writing' }]);
  });
});

const names = fc.constantFrom('a', 'b', 'c');

/** Each does one thing as a member would, and tells whether anything changed. */
const acts: fc.Arbitrary<(request: string) => Promise<boolean>> = fc.oneof(
  fc.tuple(fc.constantFrom('rename', 'merge'), names, names).map(([kind, from, to]) => {
    const next: TagChange = { kind: kind === 'rename' ? 'rename' : 'merge', from, to };
    return async (request: string) => from !== to && tried(request, next);
  }),
  fc.tuple(fc.constantFrom('archive', 'unarchive'), names).map(([kind, tag]) => {
    const next: TagChange = { kind: kind === 'archive' ? 'archive' : 'unarchive', tag };
    return (request: string) => tried(request, next);
  }),
  names.map((text) => (request: string) => wroteNote(request, text)),
  names.map((tag) => async (request: string) => {
    await logEntries(store, ADA, request, [content({ tags: [tag] })]);
    return true;
  }),
  fc.tuple(names, names).map((tags) => async (request: string) => {
    const named = await asker();
    const [seen] = (await readEntries(named, ADA, PERIOD)).entries;
    if (seen === undefined) return false;
    return (
      (await editEntry(named, ADA, request, seen, { ...seen, tags: [...new Set(tags)] })).kind === 'done'
    );
  }),
);

async function wroteNote(request: string, text: string): Promise<boolean> {
  const named = await asker();
  const [seen] = (await readNotes(named, ADA, PERIOD)).notes;
  if (seen === undefined || text === 'a') {
    await writeNote(named, ADA, request, { date: TODAY, text, tags: [text] });
    return true;
  }
  if (text === 'b') return (await deleteNote(named, ADA, request, seen)).kind === 'done';
  const next = { ...seen, text: `${seen.text}c`, date: seen.text.length > 1 ? '2026-09-10' : TODAY };
  return (await editNote(named, ADA, request, seen, next)).kind === 'done';
}

async function tried(request: string, next: TagChange): Promise<boolean> {
  const { tags } = await readHome(store, ADA, TODAY);
  return (await changeTag(store, ADA, request, tags, next)).kind === 'done';
}

async function change(request: string, next: TagChange) {
  const { tags } = await readHome(store, ADA, TODAY);
  const result = await changeTag(store, ADA, request, tags, next);
  if (result.kind !== 'done') throw new Error(result.kind);
  return result.undo;
}

/** The store as it answers a request of Ada's. */
async function asker(): Promise<Store> {
  return withTagNames(store, ADA, (await readHome(store, ADA, TODAY)).tags);
}

let logs = 0;

async function logged(tags: readonly string[]): Promise<Entry> {
  logs += 1;
  const { entries } = await logEntries(await asker(), ADA, `log ${logs}`, [content({ tags })]);
  const [entry] = entries;
  if (entry === undefined) throw new Error('nothing was logged');
  return entry;
}
