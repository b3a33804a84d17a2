import { expect, it } from 'vitest';
import { changeTask } from '../../src/store/change-task.ts';
import { readDirectory, readTask } from '../../src/store/directory.ts';
import { finishTasks } from '../../src/store/finish-tasks.ts';
import type { Store } from '../../src/store/store.ts';
import { newTask } from '../../src/store/tasks.ts';
import { redo, undo } from '../../src/store/undo.ts';
import type { Task } from '../../src/task.ts';
import { freshStore } from '../support/engine.ts';
import { ADA } from '../support/samples.ts';

const BOB = { ...ADA, memberId: 'U2' };

async function tasksOfTwo(store: Store): Promise<readonly Task[]> {
  const made = [
    await newTask(store, ADA, 'first', { title: 'First', tags: [] }),
    await newTask(store, BOB, 'second', { title: 'Second', tags: [] }),
  ];
  return made.flatMap((result) => (result.kind === 'done' ? [result.task] : []));
}

async function states(store: Store): Promise<readonly string[]> {
  return (await readDirectory(store, ADA.workspaceId)).tasks.map(({ state }) => state);
}

it('finishes tasks of several members in one step of undo, once however often it is asked', async () => {
  const store = await freshStore();
  const open = await tasksOfTwo(store);
  const results = await Promise.all([1, 2, 3].map(() => finishTasks(store, ADA, 'all', open)));
  expect(results.map(({ kind }) => kind).toSorted()).toEqual(['already done', 'already done', 'done']);
  expect(await states(store)).toEqual(['done', 'done']);
  expect(await undo(store, ADA, 'undo')).toMatchObject({ kind: 'undone', what: 'task done' });
  expect(await states(store)).toEqual(['open', 'open']);
  expect(await redo(store, ADA, 'redo')).toMatchObject({ kind: 'redone' });
  expect(await states(store)).toEqual(['done', 'done']);
});

it('finishes none where one was finished first, and keeps what else was changed about the others', async () => {
  const store = await freshStore();
  const open = await tasksOfTwo(store);
  const [first, second] = open;
  if (first === undefined || second === undefined) throw new Error('nothing was made');
  await changeTask(store, BOB, 'done', second, { kind: 'done' });
  expect(await finishTasks(store, ADA, 'both', open)).toEqual({ kind: 'changed' });
  expect(await states(store)).toEqual(['open', 'done']);
  await changeTask(store, BOB, 'title', first, { kind: 'rename', title: 'Another' });
  expect(await finishTasks(store, ADA, 'one', [first])).toMatchObject({ kind: 'done' });
  expect(await readTask(store, ADA.workspaceId, first)).toMatchObject({ title: 'Another', state: 'done' });
});
