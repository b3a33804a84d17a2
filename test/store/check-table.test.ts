import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { FIRST_SETTINGS } from '../../src/member.ts';
import { deleteEntry, editEntry } from '../../src/store/change-entry.ts';
import { startTimer, stopTimer } from '../../src/store/change-timer.ts';
import { checkTable } from '../../src/store/check-table.ts';
import { getItem } from '../../src/store/layer/read.ts';
import { logEntries } from '../../src/store/log-entries.ts';
import { writeNote } from '../../src/store/notes.ts';
import { writeFirstUse } from '../../src/store/prefs.ts';
import type { Store } from '../../src/store/store.ts';
import { changeTag } from '../../src/store/tags.ts';
import { newTask } from '../../src/store/tasks.ts';
import { redo, undo } from '../../src/store/undo.ts';
import { COMPILE_CACHE } from '../support/compile-cache.ts';
import { engineEndpoint, freshStore, START } from '../support/engine.ts';
import { ADA, BOB, content, running } from '../support/samples.ts';

describe('checking a table', () => {
  let store: Store;
  beforeAll(async () => {
    store = await used();
  });

  it('finds nothing in what the store wrote', async () => {
    const { rows, breaks } = await checkTable(store);
    expect(breaks).toEqual([]);
    expect(rows).toBeGreaterThan(20);
  });

  it.each([
    ['a key that no kind has', { pk: 'u#T1#U1', sk: 'zebra' }, 'no kind has such a key'],
    ['a day that is none', entry({ sk: 'd#16-09-2026#x' }), 'no kind has such a key'],
    ['an entry without an amount', entry({ q: {} }), 'entry: q'],
    ['an entry with half a clock', entry({ at: 1 }), 'entry: to'],
    ['a row of a later version', entry({ sv: 9 }), 'version 9 is not known'],
    ['an entry on a task of another workspace', entry({ g: 'T2#1' }), 'names a task of another workspace'],
    ['a task without its parent', task({ up: 77 }), 'names task T1#77, which is not there'],
    ['a task above itself', task({ sk: 't#000001', up: 2 }), 'whose way comes back here'],
    ['a number twice', task({ pk: 'u#T1#U9', sk: 't#000001' }), 'there is a second task T1#1'],
    ['a number never given', task({ sk: 't#000050' }), 'has a number that the counter never gave'],
    ['a task in another directory', task({ sk: 't#000001', g: 'T2#tasks' }), 'is not in the directory'],
    ['a tag that was renamed to itself', { pk: 'u#T1#U1', sk: 'me#tag#a', to: 'a', v: 1 }, 'comes back here'],
    [
      'prefs of nobody',
      { pk: 'u#T1#U8', sk: 'me#prefs', tz: 'UTC', week: 1, v: 1 },
      'nobody that the workspace lists',
    ],
    [
      'a change of a row that is not there',
      {
        pk: 'u#T1#U1',
        sk: 'r#x',
        what: 'edit',
        steps: [{ k: 'd#2026-09-16#gone', b: {}, a: {} }],
        m: START,
        ttl: START,
      },
      'changed d#2026-09-16#gone, which is not there',
    ],
  ] as const)('finds %s', async (_name, row, problem) => {
    const before = await getItem(store, { pk: row.pk, sk: row.sk });
    await store.client.send(new PutCommand({ TableName: store.table, Item: row }));
    const { breaks } = await checkTable(store);
    const { table: TableName, client } = store;
    if (before === undefined)
      await client.send(new DeleteCommand({ TableName, Key: { pk: row.pk, sk: row.sk } }));
    else await client.send(new PutCommand({ TableName, Item: { ...before } }));
    expect(breaks.map((found) => `${found.pk} ${found.sk} ${found.problem}`).join('\n')).toContain(problem);
    expect(breaks.some(({ pk, sk }) => pk === row.pk && sk === row.sk)).toBe(true);
  });

  it('leaves expired rows out', async () => {
    const empty = await freshStore();
    const Item = { pk: 'u#T1#U1', sk: 'zebra', ttl: Math.floor(START / 1000) - 1 };
    await empty.client.send(new PutCommand({ TableName: empty.table, Item }));
    expect(await checkTable(empty)).toEqual({ rows: 0, breaks: [] });
  });

  it('runs as a script that ends with 1 when there is a break', async () => {
    const run = async () => {
      const env = {
        ...process.env,
        ...COMPILE_CACHE,
        DYNAMODB_ENDPOINT: await engineEndpoint(),
        TABLE_NAME: store.table,
      };
      const ended = promisify(execFile)(process.execPath, ['scripts/check-table.ts'], { env });
      return ended.then(
        ({ stdout }) => ({ code: 0, stdout }),
        (error: { code: number; stdout: string }) => ({ code: error.code, stdout: error.stdout }),
      );
    };
    expect(await run()).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+ rows, 0 breaks\n$/) });
    await store.client.send(new PutCommand({ TableName: store.table, Item: { pk: 'u#T1#U1', sk: 'zebra' } }));
    const broken = await run();
    expect(broken.code).toBe(1);
    expect(broken.stdout).toContain('u#T1#U1 zebra: no kind has such a key');
  });
});

function entry(said: object) {
  return { pk: 'u#T1#U1', sk: 'd#2026-09-16#x', q: { s: 60 }, tz: 'UTC', v: 1, ...said };
}

function task(said: object) {
  return { pk: 'u#T1#U1', sk: 't#000003', title: 'x', g: 'T1#tasks', v: 1, ...said };
}

/** A table that has seen some of everything. */
async function used(): Promise<Store> {
  const store = await freshStore();
  for (const member of [ADA, BOB]) {
    await writeFirstUse(store, member, 'first', { ...FIRST_SETTINGS, zone: 'UTC' });
    const { entries } = await logEntries(store, member, 'log', [content(), content({ task: 99 })]);
    const [first, second] = entries;
    if (first === undefined || second === undefined) throw new Error('nothing was logged');
    await editEntry(store, member, 'edit', first, content({ date: '2026-09-10' }));
    await deleteEntry(store, member, 'delete', second);
    const { timer } = await startTimer(store, member, 'start', { state: 'idle', version: 0 }, running());
    await stopTimer(store, member, 'stop', timer, content());
    await newTask(store, member, 'task', { title: 'a book', tags: [] });
    await newTask(store, member, 'chapter', { title: 'a chapter', parent: 1, tags: [] });
    await writeNote(store, member, 'note', {
      date: first.date,
      text: 'hm',
      tags: [],
      task: 1,
    });
    await changeTag(store, member, 'tag', [], { kind: 'rename', from: 'writing', to: 'prose' });
    for (const request of ['u0', 'u1', 'u2', 'u3']) await undo(store, member, request);
    await redo(store, member, 'r1');
  }
  return store;
}
