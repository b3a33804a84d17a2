import { describe, expect, it } from 'vitest';
import { changeTask, deleteTask, type TaskChange } from '../../src/store/change-task.ts';
import { findTask, readDirectory, readTask } from '../../src/store/directory.ts';
import { counterKind } from '../../src/store/kinds/counter.ts';
import { commit } from '../../src/store/layer/commit.ts';
import { put } from '../../src/store/layer/write.ts';
import type { Store } from '../../src/store/store.ts';
import { type NewTask, newTask } from '../../src/store/tasks.ts';
import { redo, undo } from '../../src/store/undo.ts';
import type { Task } from '../../src/task.ts';
import { freshStore } from '../support/engine.ts';
import { ADA, BOB, EVE } from '../support/samples.ts';

describe('a new task', () => {
  it('gets the next number and is found by it', async () => {
    const store = await freshStore();
    const first = await made(store, 'one');
    const second = await made(store, 'two', { parent: 1, tags: ['book'], estimate: 14_400 });
    expect(first).toMatchObject({ number: 1, title: 'one', ownerId: 'U1', state: 'open', tags: [] });
    expect(second).toMatchObject({ number: 2, parent: 1, tags: ['book'], estimate: 14_400 });
    expect(await readTask(store, 'T1', second)).toEqual(second);
    const { tags: _, version: _version, ...summary } = second;
    expect(await findTask(store, BOB, 2)).toEqual(summary);
    expect((await readDirectory(store, 'T1')).tasks.map(({ number }) => number)).toEqual([1, 2]);
    expect(await findTask(store, EVE, 2)).toBeUndefined();
    expect(await readDirectory(store, 'T2')).toMatchObject({ tasks: [], unreadable: 0 });
  });

  it('of a repeated request is made once', async () => {
    const store = await freshStore();
    const first = await newTask(store, ADA, 'req', { title: 'one', tags: [] });
    const again = await newTask(store, ADA, 'req', { title: 'one', tags: [] });
    expect(again).toEqual({ ...first, kind: 'already done', number: 1 });
    expect((await readDirectory(store, 'T1')).tasks).toHaveLength(1);
  });

  it('may take a number that was typed before it existed, once', async () => {
    const store = await freshStore();
    await made(store, 'one');
    expect(await made(store, 'twelve', { number: 12 })).toMatchObject({ number: 12 });
    expect(await newTask(store, ADA, 'req 12', { title: 'x', tags: [], number: 12 })).toEqual({
      kind: 'out of reach',
      next: 13,
    });
    expect(await newTask(store, ADA, 'req 5', { title: 'x', tags: [], number: 5 })).toEqual({
      kind: 'out of reach',
      next: 13,
    });
    expect(await made(store, 'thirteen')).toMatchObject({ number: 13 });
    const again = await newTask(store, ADA, 'twelve', { title: 'twelve', tags: [], number: 12 });
    expect(again).toMatchObject({ kind: 'already done', number: 12 });
  });

  it('does not use up the numbers between by one that was typed far beyond them', async () => {
    const store = await freshStore();
    const far = (number: number) => newTask(store, ADA, `req ${number}`, { title: 'x', tags: [], number });
    expect(await far(999_999)).toEqual({ kind: 'out of reach', next: 1 });
    expect(await far(101)).toEqual({ kind: 'out of reach', next: 1 });
    expect(await far(100)).toMatchObject({ kind: 'done', task: { number: 100 } });
    expect(await far(201)).toEqual({ kind: 'out of reach', next: 101 });
    expect(await far(200)).toMatchObject({ kind: 'done', task: { number: 200 } });
    expect(await made(store, 'next')).toMatchObject({ number: 201 });
  });

  it('is made by one of many who type the same number', async () => {
    const store = await freshStore();
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        newTask(store, index % 2 === 0 ? ADA : BOB, `req ${index}`, {
          title: `${index}`,
          tags: [],
          number: 7,
        }),
      ),
    );
    expect(results.filter(({ kind }) => kind === 'done')).toHaveLength(1);
    expect(results.filter(({ kind }) => kind === 'out of reach')).toHaveLength(19);
  });

  it('needs its parent to be there', async () => {
    const store = await freshStore();
    expect(await newTask(store, ADA, 'req', { title: 'x', tags: [], parent: 3 })).toEqual({
      kind: 'no way',
      why: 'missing',
    });
    await made(store, 'one');
    await undo(store, ADA, 'u');
    expect(await newTask(store, ADA, 'req', { title: 'x', tags: [], parent: 1 })).toEqual({
      kind: 'no way',
      why: 'missing',
    });
    expect(await newTask(store, BOB, 'req', { title: 'x', tags: [], parent: 1 })).toEqual({
      kind: 'no way',
      why: 'missing',
    });
  });

  it('ends with the last number', async () => {
    const store = await freshStore();
    await commit(store, [put(counterKind, { team: 'T1', n: 999_998 })]);
    expect(await made(store, 'last', { number: 999_999 })).toMatchObject({ number: 999_999 });
    expect(await newTask(store, ADA, 'more', { title: 'x', tags: [] })).toEqual({ kind: 'no number left' });
    expect(await newTask(store, ADA, 'less', { title: 'x', tags: [], number: 3 })).toEqual({
      kind: 'no number left',
    });
  });

  it('can be undone and redone, and its number is not given again', async () => {
    const store = await freshStore();
    const task = await made(store, 'one');
    expect(await undo(store, ADA, 'u')).toMatchObject({
      what: 'task new',
      moved: { tasks: [{ before: { title: 'one' } }] },
    });
    expect(await findTask(store, ADA, 1)).toBeUndefined();
    expect(await made(store, 'two')).toMatchObject({ number: 2 });
    await undo(store, ADA, 'u 2');
    await undo(store, ADA, 'u 3');
    expect(await redo(store, ADA, 'r')).toMatchObject({
      what: 'task new',
      moved: { tasks: [{ after: { title: 'two' } }] },
    });
    expect(await redo(store, ADA, 'r 2')).toMatchObject({ kind: 'nothing' });
    expect(await findTask(store, BOB, 2)).toMatchObject({ title: 'two' });
    expect(await readTask(store, 'T1', task)).toBeUndefined();
  });
});

describe('a change of a task', () => {
  it('renames, finishes and reopens, for anybody in the workspace', async () => {
    const store = await freshStore();
    const task = await made(store, 'one');
    const renamed = await changeTask(store, BOB, '1', task, { kind: 'rename', title: 'uno' });
    expect(renamed).toMatchObject({ kind: 'done', task: { title: 'uno' } });
    const seen = await readTask(store, 'T1', task);
    expect(renamed).toMatchObject({ task: seen });
    expect(await changeTask(store, ADA, '2', seen ?? task, { kind: 'done' })).toMatchObject({
      task: { state: 'done' },
    });
    expect(await findTask(store, ADA, 1)).toMatchObject({ title: 'uno', state: 'done' });
    const done = (await readTask(store, 'T1', task)) ?? task;
    expect(await changeTask(store, ADA, '3', done, { kind: 'done' })).toEqual({
      kind: 'unchanged',
      task: done,
    });
    expect(await changeTask(store, ADA, '4', done, { kind: 'reopen' })).toMatchObject({
      task: { state: 'open' },
    });
    expect(await changeTask(store, ADA, '4', done, { kind: 'reopen' })).toMatchObject({
      kind: 'already done',
    });
  });

  it('meets another change only where both are about the same thing', async () => {
    const store = await freshStore();
    const task = await made(store, 'one');
    await changeTask(store, BOB, '1', task, { kind: 'rename', title: 'uno' });
    expect(await changeTask(store, ADA, '2', task, { kind: 'done' })).toMatchObject({ kind: 'done' });
    const current = await readTask(store, 'T1', task);
    expect(await changeTask(store, ADA, '3', task, { kind: 'rename', title: 'eins' })).toEqual({
      kind: 'changed',
      current,
    });
    expect(current).toMatchObject({ title: 'uno', state: 'done' });
  });

  it("of another member is undone past that member's other changes", async () => {
    const store = await freshStore();
    const task = await made(store, 'one');
    await changeTask(store, BOB, '1', task, { kind: 'done' });
    await changeTask(store, ADA, '2', task, { kind: 'rename', title: 'uno' });
    expect(await undo(store, BOB, 'u')).toMatchObject({ kind: 'undone', what: 'task done' });
    expect(await readTask(store, 'T1', task)).toMatchObject({ title: 'uno', state: 'open' });
    expect(await redo(store, BOB, 'r')).toMatchObject({ kind: 'redone' });
    expect(await readTask(store, 'T1', task)).toMatchObject({ title: 'uno', state: 'done' });
  });

  it('that somebody else changed since is skipped by undo, and the next undo goes on below it', async () => {
    const store = await freshStore();
    const task = await made(store, 'one');
    await changeTask(store, ADA, '1', task, { kind: 'rename', title: 'uno' });
    await changeTask(store, BOB, '2', { ...task, title: 'uno' }, { kind: 'rename', title: 'eins' });
    expect(await undo(store, ADA, 'u')).toMatchObject({ kind: 'skipped', what: 'task rename' });
    expect(await undo(store, ADA, 'u')).toEqual({ kind: 'already done' });
    expect(await readTask(store, 'T1', task)).toMatchObject({ title: 'eins' });
    expect(await undo(store, ADA, 'u 2')).toMatchObject({ kind: 'skipped', what: 'task new' });
    expect(await undo(store, ADA, 'u 3')).toEqual({ kind: 'nothing' });
    expect(await readTask(store, 'T1', task)).toMatchObject({ title: 'eins' });
  });

  it.each<TaskChange>([
    { kind: 'rename', title: 'eins' },
    { kind: 'done' },
    { kind: 'estimate', estimate: 3600 },
    { kind: 'tag', tags: ['x'] },
    { kind: 'move', parent: 1, height: 0 },
  ])('keeps its task from being taken away by the undo of who made it: %o', async (next) => {
    const store = await freshStore();
    await made(store, 'above');
    const task = await made(store, 'one');
    const changed = await changeTask(store, BOB, '1', task, next);
    const stands = { tasks: [{ after: { number: 2 } }] };
    expect(await undo(store, ADA, 'u')).toMatchObject({ kind: 'skipped', what: 'task new', stands });
    expect(changed).toMatchObject({ kind: 'done', task: await readTask(store, 'T1', task) });
  });

  it('that was undone leaves the task to be taken away by who made it', async () => {
    const store = await freshStore();
    const task = await made(store, 'one', { tags: ['x'], estimate: 60 });
    await changeTask(store, BOB, '1', task, { kind: 'tag', tags: [] });
    await undo(store, BOB, 'u');
    expect(await undo(store, ADA, 'u')).toMatchObject({ kind: 'undone', what: 'task new' });
  });

  it('that cannot be redone writes nothing and says so', async () => {
    const store = await freshStore();
    const task = await made(store, 'one');
    await changeTask(store, ADA, '1', task, { kind: 'rename', title: 'uno' });
    await undo(store, ADA, 'u');
    await changeTask(store, BOB, '2', task, { kind: 'rename', title: 'eins' });
    expect(await redo(store, ADA, 'r')).toMatchObject({ kind: 'changed since', what: 'task rename' });
    expect(await readTask(store, 'T1', task)).toMatchObject({ title: 'eins' });
  });

  it.each<TaskChange>([
    { kind: 'rename', title: 'eins' },
    { kind: 'done' },
    { kind: 'estimate', estimate: 3600 },
    { kind: 'tag', tags: ['x'] },
    { kind: 'move', parent: 1, height: 0 },
  ])('keeps its task from the redo of its deletion: %o', async (next) => {
    const store = await freshStore();
    await made(store, 'above');
    const task = await made(store, 'one');
    expect(await deleteTask(store, ADA, '1', task)).toMatchObject({ kind: 'done' });
    await undo(store, ADA, 'u');
    await changeTask(store, BOB, '2', task, next);
    const changed = await readTask(store, 'T1', task);
    const stands = { tasks: [{ after: { number: 2 } }] };
    expect(await redo(store, ADA, 'r')).toMatchObject({ kind: 'changed since', what: 'task delete', stands });
    expect(await readTask(store, 'T1', task)).toEqual(changed);
    // Whoever takes that change back leaves the task as the deletion knew it.
    await undo(store, BOB, 'u');
    expect(await redo(store, ADA, 'r 2')).toMatchObject({ kind: 'redone', what: 'task delete' });
    expect(await readTask(store, 'T1', task)).toBeUndefined();
  });

  it('finds nothing where the task is gone or of another workspace', async () => {
    const store = await freshStore();
    const task = await made(store, 'one');
    expect(await changeTask(store, EVE, '0', task, { kind: 'done' })).toEqual({ kind: 'changed' });
    await undo(store, ADA, 'u');
    expect(await changeTask(store, BOB, '1', task, { kind: 'done' })).toEqual({ kind: 'changed' });
    expect(await changeTask(store, BOB, '2', task, { kind: 'rename', title: 'x' })).toEqual({
      kind: 'changed',
    });
    expect(await readTask(store, 'T1', task)).toBeUndefined();
    expect(await readTask(store, 'T2', task)).toBeUndefined();
  });
});

async function made(store: Store, title: string, more: Partial<NewTask> = {}): Promise<Task> {
  const result = await newTask(store, ADA, title, { title, tags: [], ...more });
  if (result.kind !== 'done') throw new Error(result.kind);
  return result.task;
}
