import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/entry.ts';
import { deleteEntry, editEntry } from '../../src/store/change-entry.ts';
import { cancelTimer, startTimer, stopTimer } from '../../src/store/change-timer.ts';
import { readHome } from '../../src/store/home.ts';
import { logEntries } from '../../src/store/log-entries.ts';
import { writeNote } from '../../src/store/notes.ts';
import type { Store } from '../../src/store/store.ts';
import { redo, undo, undoChange } from '../../src/store/undo.ts';
import { freshStore, steppingClock } from '../support/engine.ts';
import { ADA, content, running } from '../support/samples.ts';
import { stateOf } from '../support/state.ts';

const DAY = 86_400_000;

describe('undo', () => {
  it('takes back a log and says which', async () => {
    const { store, entry } = await logged();
    const moved = { entries: [{ before: entry }], notes: [], tags: [], tasks: [] };
    expect(await undo(store, ADA, 'u')).toEqual({ kind: 'undone', what: 'log', moved });
    expect((await stateOf(store, ADA)).entries).toEqual([]);
  });

  it('takes back all entries of one message together', async () => {
    const store = await freshStore();
    const many = Array.from({ length: 98 }, (_, index) => content({ seconds: index + 1 }));
    const { entries } = await logEntries(store, ADA, 'log', many);
    const result = await undo(store, ADA, 'u');
    expect(result.kind === 'undone' && result.moved.entries).toHaveLength(98);
    expect((await stateOf(store, ADA)).entries).toEqual([]);
    await redo(store, ADA, 'r');
    expect((await readHome(store, ADA, '2026-09-16')).entries).toHaveLength(entries.length);
  });

  it('gives an edited entry its old content back, fields that were not there included', async () => {
    const { store, entry } = await logged();
    const edit = await editEntry(
      store,
      ADA,
      'e',
      entry,
      content({ task: 3, note: 'x', tags: [], seconds: 1 }),
    );
    const after = edit.kind === 'done' ? edit.subject : undefined;
    const result = await undo(store, ADA, 'u');
    expect(result).toMatchObject({ what: 'edit', moved: { entries: [{ before: after, after: entry }] } });
    expect(await current(store)).toEqual([entry]);
    const redone = await redo(store, ADA, 'r');
    expect(redone).toMatchObject({ kind: 'redone', moved: { entries: [{ before: entry, after }] } });
    expect(await current(store)).toEqual([after]);
  });

  it('brings a deleted entry back and takes it away again', async () => {
    const { store, entry } = await logged();
    await deleteEntry(store, ADA, 'd', entry);
    expect(await undo(store, ADA, 'u')).toMatchObject({
      what: 'delete',
      moved: { entries: [{ after: entry }] },
    });
    expect(await current(store)).toEqual([entry]);
    expect(await redo(store, ADA, 'r')).toMatchObject({ moved: { entries: [{ before: entry }] } });
    expect(await current(store)).toEqual([]);
  });

  it('moves an entry back to the day it came from', async () => {
    const { store, entry } = await logged();
    const edit = await editEntry(store, ADA, 'e', entry, content({ date: '2026-09-20' }));
    const after = edit.kind === 'done' ? edit.subject : undefined;
    const result = await undo(store, ADA, 'u');
    expect(result).toMatchObject({ moved: { entries: [{ after: entry }, { before: after }] } });
    expect(await current(store)).toEqual([entry]);
    await redo(store, ADA, 'r');
    expect(await current(store)).toEqual([after]);
  });

  it('takes back start, stop, switch and cancel with all that belongs to them', async () => {
    const store = await freshStore();
    const timer = async () => (await readHome(store, ADA, '2026-09-16')).timer;
    const states = [await stateOf(store, ADA)];
    const note = async () => states.push(await stateOf(store, ADA));
    await startTimer(store, ADA, '1', await timer(), running());
    await note();
    await startTimer(store, ADA, '2', await timer(), running({ tags: ['b'] }), content({ seconds: 1 }));
    await note();
    await stopTimer(store, ADA, '3', await timer(), content({ seconds: 2 }));
    await note();
    await startTimer(store, ADA, '4', await timer(), running({ tags: ['c'], task: 3, note: 'x' }));
    await note();
    await cancelTimer(store, ADA, '5', await timer());
    await note();
    await writeNote(store, ADA, '6', { date: '2026-09-16', text: 'a thought', tags: [] });
    const end = await stateOf(store, ADA);
    const whats = ['note', 'cancel', 'start', 'stop', 'switch', 'start'];
    for (const [index, what] of whats.entries()) {
      expect(await undo(store, ADA, `u${index}`)).toMatchObject({ kind: 'undone', what });
      expect(await stateOf(store, ADA)).toEqual(states.at(-1 - index));
    }
    expect(await undo(store, ADA, 'u')).toEqual({ kind: 'nothing' });
    for (const [index, what] of whats.toReversed().entries()) {
      expect(await redo(store, ADA, `r${index}`)).toMatchObject({ kind: 'redone', what });
      expect(await stateOf(store, ADA)).toEqual(states[index + 1] ?? end);
    }
    expect(await redo(store, ADA, 'r')).toEqual({ kind: 'nothing' });
  });

  it('says what the timer was and is', async () => {
    const store = await freshStore();
    const idle = { state: 'idle', version: 0 } as const;
    const { timer } = await startTimer(store, ADA, 's', idle, running());
    expect(await undo(store, ADA, 'u')).toMatchObject({ moved: { timer: { before: timer, after: idle } } });
    expect(await redo(store, ADA, 'r')).toMatchObject({ moved: { timer: { before: idle, after: timer } } });
  });

  it('of a repeated request happens once', async () => {
    const { store } = await logged();
    await logEntries(store, ADA, 'log 2', [content()]);
    await undo(store, ADA, 'u');
    expect(await undo(store, ADA, 'u')).toEqual({ kind: 'already done' });
    expect(await current(store)).toHaveLength(1);
    await undo(store, ADA, 'u 2');
    expect(await undo(store, ADA, 'u')).toEqual({ kind: 'already done' });
    expect(await undo(store, ADA, 'u 3')).toEqual({ kind: 'nothing' });
  });

  it('many at once take one change each', async () => {
    const store = await freshStore();
    for (let index = 0; index < 12; index += 1) await logEntries(store, ADA, `log ${index}`, [content()]);
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, index) => undo(store, ADA, `u${index}`)),
    );
    expect(results.every(({ kind }) => kind === 'undone')).toBe(true);
    expect(await current(store)).toHaveLength(2);
  });

  it('reaches 30 days back', async () => {
    let now = Date.UTC(2026, 8, 1);
    const store = await freshStore({ now: () => now });
    await logEntries(store, ADA, 'log', [content()]);
    now += 30 * DAY + 1;
    expect(await undo(store, ADA, 'u')).toEqual({ kind: 'nothing' });
    now -= 2;
    expect(await undo(store, ADA, 'u')).toMatchObject({ kind: 'undone' });
  });

  it('goes in order even where one clock is behind', async () => {
    const store = await freshStore();
    const { entries } = await logEntries(store, ADA, 'log', [content()]);
    const behind = {
      ...store,
      now: steppingClock(Date.UTC(2026, 8, 16, 15, 59)),
      tick: () => Date.UTC(2026, 8, 16, 15, 59),
    };
    await editEntry(behind, ADA, 'e', entries[0] ?? fail(), content({ seconds: 1 }));
    expect(await undo(behind, ADA, 'u')).toMatchObject({ what: 'edit' });
    expect(await undo(behind, ADA, 'u 2')).toMatchObject({ what: 'log' });
    expect(await redo(behind, ADA, 'r')).toMatchObject({ what: 'log' });
    expect(await redo(behind, ADA, 'r 2')).toMatchObject({ what: 'edit' });
  });

  it('is not misled by a change that comes while the list is being read', async () => {
    const { store, entry } = await logged();
    let first = true;
    // The list's index and its rows are two things: here the index is read before the edit, and the row after it.
    store.client.middlewareStack.add(
      (next) => async (args) => {
        const answer = await next(args);
        const input: Readonly<Record<string, unknown>> = { ...args.input };
        if (!first || input['IndexName'] !== 'lsi1') return answer;
        first = false;
        const edit = await editEntry(store, ADA, 'e', entry, content({ seconds: 1 }));
        const version = edit.kind === 'done' ? edit.subject.version : 0;
        const output: Readonly<Record<string, unknown>> = { ...answer.output };
        const [line] = Array.isArray(output['Items']) ? output['Items'] : [];
        line.v = version;
        return answer;
      },
      { step: 'finalizeRequest', priority: 'low', name: 'edit in between' },
    );
    expect(await undo(store, ADA, 'u')).toMatchObject({ kind: 'undone', what: 'edit' });
    expect(await current(store)).toEqual([entry]);
  });

  it('takes a line whose words are broken off the list and goes on below it', async () => {
    const { store, entry } = await logged();
    const edit = await editEntry(store, ADA, 'e', entry, content({ seconds: 1 }));
    if (edit.kind !== 'done') throw new Error(edit.kind);
    const { UpdateCommand } = await import('@aws-sdk/lib-dynamodb');
    await store.client.send(
      new UpdateCommand({
        TableName: store.table,
        Key: { pk: 'u#T1#U1', sk: edit.undo.key },
        UpdateExpression: 'SET steps = :broken',
        ExpressionAttributeValues: { ':broken': 'broken' },
      }),
    );
    expect(await undo(store, ADA, 'u')).toMatchObject({ kind: 'skipped' });
    expect(await undo(store, ADA, 'u')).toEqual({ kind: 'already done' });
    expect(await undo(store, ADA, 'u 2')).toMatchObject({ kind: 'undone', what: 'log' });
  });
});

describe('redo', () => {
  it('has nothing to do after something new was done', async () => {
    const { store } = await logged();
    await undo(store, ADA, 'u');
    await logEntries(store, ADA, 'new', [content({ seconds: 5 })]);
    expect(await redo(store, ADA, 'r')).toEqual({ kind: 'nothing' });
    await undo(store, ADA, 'u 2');
    expect(await redo(store, ADA, 'r 2')).toMatchObject({ kind: 'redone' });
    expect(await redo(store, ADA, 'r 3')).toEqual({ kind: 'nothing' });
    expect((await current(store)).map(({ seconds }) => seconds)).toEqual([5]);
  });

  it('of a repeated request happens once', async () => {
    const { store } = await logged();
    await logEntries(store, ADA, 'log 2', [content()]);
    await undo(store, ADA, 'u');
    await undo(store, ADA, 'u 2');
    expect(await redo(store, ADA, 'r')).toMatchObject({ kind: 'redone' });
    expect(await redo(store, ADA, 'r')).toEqual({ kind: 'already done' });
    expect(await current(store)).toHaveLength(1);
  });
});

describe('an Undo button', () => {
  it('takes back its own change, whatever was done after it', async () => {
    const { store, entry, target } = await logged();
    await logEntries(store, ADA, 'log 2', [content({ seconds: 5 })]);
    expect(await undoChange(store, ADA, 'b', target)).toMatchObject({
      kind: 'undone',
      moved: { entries: [{ before: entry }] },
    });
    expect(await undoChange(store, ADA, 'b', target)).toEqual({ kind: 'already done' });
    expect(await undoChange(store, ADA, 'b 2', target)).toMatchObject({ kind: 'changed since' });
    expect((await current(store)).map(({ seconds }) => seconds)).toEqual([5]);
    expect(await redo(store, ADA, 'r')).toMatchObject({
      kind: 'redone',
      moved: { entries: [{ after: entry }] },
    });
  });

  it('does nothing to an entry that was changed since', async () => {
    const { store, entry, target } = await logged();
    const edit = await editEntry(store, ADA, 'e', entry, content({ seconds: 1 }));
    if (edit.kind !== 'done') throw new Error(edit.kind);
    expect(await undoChange(store, ADA, 'b', target)).toMatchObject({ kind: 'changed since' });
    const forged = { ...target, version: edit.subject.version };
    expect(await undoChange(store, ADA, 'forged', forged)).toMatchObject({ kind: 'changed since' });
    const second = await editEntry(store, ADA, 'e 2', edit.subject, content({ seconds: 2 }));
    expect(await undoChange(store, ADA, 'b 2', edit.undo)).toMatchObject({ kind: 'changed since' });
    expect((await current(store)).map(({ seconds }) => seconds)).toEqual([2]);
    if (second.kind !== 'done') throw new Error(second.kind);
    expect(await undoChange(store, ADA, 'b 3', second.undo)).toMatchObject({ kind: 'undone' });
    expect(await undoChange(store, ADA, 'b 4', edit.undo)).toMatchObject({ kind: 'undone' });
    expect(await undoChange(store, ADA, 'b 5', target)).toMatchObject({ kind: 'undone' });
    expect(await current(store)).toEqual([]);
  });

  it('works for all entries of a message or none', async () => {
    const store = await freshStore();
    const { entries, undo: target } = await logEntries(store, ADA, 'log', [
      content(),
      content({ seconds: 5 }),
    ]);
    const edit = await editEntry(store, ADA, 'e', entries[1] ?? fail(), content({ seconds: 6 }));
    expect(await undoChange(store, ADA, 'b', target)).toMatchObject({ kind: 'changed since' });
    if (edit.kind !== 'done') throw new Error(edit.kind);
    await undoChange(store, ADA, 'b 2', edit.undo);
    expect(await undoChange(store, ADA, 'b 3', target)).toMatchObject({ kind: 'undone' });
    expect(await current(store)).toEqual([]);
  });

  it('on a stop leaves a timer alone that was started since, and says so', async () => {
    const store = await freshStore();
    const timer = async () => (await readHome(store, ADA, '2026-09-16')).timer;
    await startTimer(store, ADA, '1', await timer(), running());
    const stop = await stopTimer(store, ADA, '2', await timer(), content());
    if (stop.kind !== 'done') throw new Error(stop.kind);
    await startTimer(store, ADA, '3', await timer(), running({ tags: ['other'] }));
    const result = await undoChange(store, ADA, 'b', stop.undo);
    expect(result).toMatchObject({ kind: 'undone', what: 'stop', timerNotRestored: true });
    expect(await current(store)).toEqual([]);
    expect(await timer()).toMatchObject({ state: 'running', tags: ['other'] });
    expect(await redo(store, ADA, 'r')).toMatchObject({ kind: 'redone', what: 'stop' });
    expect(await current(store)).toHaveLength(1);
    expect(await timer()).toMatchObject({ state: 'running', tags: ['other'] });
  });

  it('with a made-up target does nothing', async () => {
    const { store, entry } = await logged();
    for (const key of ['me#prefs', 'me#timer', 'r#nothing', `d#2026-09-16#nothing`, 'me#turn', '~']) {
      expect(await undoChange(store, ADA, `b ${key}`, { key })).toMatchObject({ kind: 'changed since' });
      expect(await undoChange(store, ADA, `c ${key}`, { key, version: 1 })).toMatchObject({
        kind: 'changed since',
      });
    }
    expect(await current(store)).toEqual([entry]);
  });
});

async function current(store: Store): Promise<readonly Entry[]> {
  return (await readHome(store, ADA, '2026-09-01')).entries;
}

async function logged() {
  const store = await freshStore();
  const { entries, undo: target } = await logEntries(store, ADA, 'log', [content()]);
  return { store, entry: entries[0] ?? fail(), target };
}

function fail(): never {
  throw new Error('nothing was logged');
}
