import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { readDirectory } from '../../src/store/directory.ts';
import { readHome } from '../../src/store/home.ts';
import { logEntries } from '../../src/store/log-entries.ts';
import { readNotes, writeNote } from '../../src/store/notes.ts';
import { readEntries, readEntry } from '../../src/store/read-entries.ts';
import type { Store, UnreadableRow } from '../../src/store/store.ts';
import { newTask } from '../../src/store/tasks.ts';
import { freshStore, START } from '../support/engine.ts';
import { ADA, content } from '../support/samples.ts';

const SEPTEMBER = { since: '2026-09-01', until: '2026-09-30' };
const PK = 'u#T1#U1';

describe('a row that cannot be read', () => {
  it('is left out, counted and reported, and takes nothing else with it', async () => {
    const reported: UnreadableRow[] = [];
    const store = await freshStore({ onUnreadable: (row) => reported.push(row) });
    const { entries } = await logEntries(store, ADA, 'log', [content()]);
    const { note } = await writeNote(store, ADA, 'note', { date: '2026-09-16', text: 'fine', tags: [] });
    await newTask(store, ADA, 'task', { title: 'fine', tags: [] });
    await plant(store, [
      { pk: PK, sk: 'd#2026-09-16#bad', q: 'secret', tz: 'UTC', v: 1 },
      { pk: PK, sk: 'n#2026-09-16#bad', text: 7, v: 1 },
      { pk: PK, sk: 't#000007', g: 'T1#tasks', v: 1 },
      { pk: PK, sk: 'me#prefs', tz: 'UTC', week: 3, v: 1 },
      { pk: PK, sk: 'me#zebra', v: 1 },
    ]);
    expect(await readEntries(store, ADA, SEPTEMBER)).toEqual({ entries, unreadable: 1 });
    expect(await readEntry(store, ADA, { date: '2026-09-16', id: 'bad' })).toBeUndefined();
    expect(await readNotes(store, ADA, SEPTEMBER)).toEqual({ notes: [note], unreadable: 1 });
    expect(await readDirectory(store, 'T1')).toMatchObject({ tasks: [{ number: 1 }], unreadable: 1 });
    const home = await readHome(store, ADA, '2026-09-01');
    expect(home).toMatchObject({ entries, unreadable: 3, timer: { state: 'idle' } });
    expect(home.prefs).toBeUndefined();
    expect(reported).toContainEqual({ pk: PK, sk: 'd#2026-09-16#bad', problem: 'q: invalid_type' });
    expect(reported).toContainEqual({ pk: PK, sk: 'me#zebra', problem: 'no kind has such a key' });
    expect(JSON.stringify(reported)).not.toContain('secret');
  });
});

describe('a row that is expired or deleted', () => {
  it('is ignored wherever rows are read, though the table still holds it', async () => {
    const store = await freshStore();
    const past = Math.floor(START / 1000) - 60;
    const entry = { q: { s: 60 }, tz: 'UTC', v: 1 };
    await plant(store, [
      { pk: PK, sk: 'd#2026-09-16#a', ...entry, ttl: past },
      { pk: PK, sk: 'd#2026-09-16#b', ...entry, del: START },
      { pk: PK, sk: 'n#2026-09-16#c', text: 'x', v: 1, ttl: past },
      { pk: PK, sk: 't#000001', title: 'x', g: 'T1#tasks', v: 1, del: START },
      { pk: PK, sk: 'me#prefs', tz: 'UTC', week: 1, v: 1, ttl: past },
    ]);
    expect(await readEntries(store, ADA, SEPTEMBER)).toEqual({ entries: [], unreadable: 0 });
    expect(await readNotes(store, ADA, SEPTEMBER)).toEqual({ notes: [], unreadable: 0 });
    expect(await readDirectory(store, 'T1')).toMatchObject({ tasks: [], unreadable: 0 });
    const home = await readHome(store, ADA, '2026-09-01');
    expect(home).toMatchObject({ entries: [], unreadable: 0 });
    expect(home.prefs).toBeUndefined();
    for (const id of ['a', 'b'])
      expect(await readEntry(store, ADA, { date: '2026-09-16', id })).toBeUndefined();
  });
});

async function plant(store: Store, items: readonly Record<string, unknown>[]): Promise<void> {
  for (const Item of items) await store.client.send(new PutCommand({ TableName: store.table, Item }));
}
