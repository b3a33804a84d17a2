import { describe, expect, it } from 'vitest';
import { changeTask, deleteTask, type TaskChange } from '../../src/store/change-task.ts';
import { checkTable } from '../../src/store/check-table.ts';
import { findTask, readDirectory, readTask } from '../../src/store/directory.ts';
import type { Store } from '../../src/store/store.ts';
import { newTask } from '../../src/store/tasks.ts';
import { redo, undo, undoChange } from '../../src/store/undo.ts';
import type { Task, TaskNumber } from '../../src/task.ts';
import { freshStore } from '../support/engine.ts';
import { ADA, BOB, EVE } from '../support/samples.ts';
import { taskAt } from '../support/task-at.ts';

describe('a move', () => {
  it('never closes a circle, is never too deep, and needs its parent to be there', async () => {
    const store = await freshStore();
    await chain(store, 3);
    expect(await move(store, 'a', 1, { parent: 3 })).toEqual({ kind: 'no way', why: 'cycle' });
    expect(await move(store, 'b', 1, { parent: 1 })).toEqual({ kind: 'no way', why: 'cycle' });
    expect(await move(store, 'c', 1, { parent: 99 })).toEqual({ kind: 'no way', why: 'missing' });
    expect(await move(store, 'd', 3, { parent: 1, height: 20 })).toEqual({ kind: 'no way', why: 'too deep' });
    expect(await move(store, 'e', 3, { parent: 1 })).toMatchObject({ kind: 'done', task: { parent: 1 } });
    expect(await move(store, 'f', 3, {})).toMatchObject({ kind: 'done' });
    expect(await parentOf(store, 3)).toBeUndefined();
  });

  it('of a repeated request is done once, whatever stands in its way by then', async () => {
    const store = await freshStore();
    await chain(store, 1);
    await chain(store, 1);
    const first = await move(store, 'a', 1, { parent: 2 });
    expect(first.kind).toBe('done');
    expect(await move(store, 'a', 1, { parent: 2 })).toMatchObject({ kind: 'already done' });
    expect(await move(store, 'b', 1, {})).toMatchObject({ kind: 'done' });
    expect(await move(store, 'c', 2, { parent: 1 })).toMatchObject({ kind: 'done' });
    expect(await move(store, 'a', 1, { parent: 2 })).toMatchObject({ kind: 'already done' });
    expect(await parentOf(store, 1)).toBeUndefined();
  });

  it('closes no circle when many race to hang tasks on one another', async () => {
    const store = await freshStore();
    const many = 6;
    for (let number = 0; number < many; number += 1) await chain(store, 1);
    for (let round = 0; round < 4; round += 1) {
      await Promise.all(
        Array.from({ length: many }, (_, index) => {
          const parent = ((index + round + 1) % many) + 1;
          return move(store, `round ${round} ${index}`, index + 1, parent === index + 1 ? {} : { parent });
        }),
      );
      expect((await checkTable(store)).breaks).toEqual([]);
    }
  });

  it('of another member is undone and redone past changes of other things', async () => {
    const store = await freshStore();
    await chain(store, 2);
    await chain(store, 1);
    const moved = await changeTask(store, BOB, 'm', await taskAt(store, 2), moveTo({ parent: 3 }));
    await changeTask(store, ADA, 'r', await taskAt(store, 2), { kind: 'rename', title: 'new' });
    expect(await undo(store, BOB, 'u')).toMatchObject({ kind: 'undone', what: 'task move' });
    expect(await taskAt(store, 2)).toMatchObject({ parent: 1, title: 'new' });
    expect(await redo(store, BOB, 'r2')).toMatchObject({ kind: 'redone' });
    expect(await parentOf(store, 2)).toBe(3);
    if (moved.kind !== 'done') throw new Error(moved.kind);
    expect(await undoChange(store, BOB, 'u2', moved.undo)).toMatchObject({ kind: 'undone' });
  });
});

describe('an estimate, tags, and all that a form shows', () => {
  it('are changed, taken away, and come back as they were', async () => {
    const store = await freshStore();
    await chain(store, 2);
    const steps: readonly TaskChange[] = [
      { kind: 'estimate', estimate: 3600 },
      { kind: 'tag', tags: ['docs', 'site'] },
      { kind: 'edit', title: 'all new', tags: ['docs'], parent: 1, height: 0 },
      { kind: 'edit', title: 'top', tags: [], estimate: 60, height: 0 },
      { kind: 'tag', tags: ['x'] },
      { kind: 'estimate' },
    ];
    const states = [shown(await taskAt(store, 2))];
    for (const [index, next] of steps.entries()) {
      const result = await changeTask(
        store,
        index % 2 === 0 ? ADA : BOB,
        `${index}`,
        await taskAt(store, 2),
        next,
      );
      expect(result.kind).toBe('done');
      states.push(shown(await taskAt(store, 2)));
    }
    expect(states.at(-1)).toEqual({ number: 2, title: 'top', ownerId: 'U1', tags: ['x'], state: 'open' });
    for (let index = steps.length - 1; index >= 0; index -= 1) {
      const who = index % 2 === 0 ? ADA : BOB;
      expect(await undo(store, who, `undo ${index}`)).toMatchObject({ kind: 'undone' });
      expect(shown(await taskAt(store, 2))).toEqual(states[index]);
    }
    for (const [index] of steps.entries()) {
      expect((await redo(store, index % 2 === 0 ? ADA : BOB, `redo ${index}`)).kind).toBe('redone');
      expect(shown(await taskAt(store, 2))).toEqual(states[index + 1]);
    }
  });
});

describe('a deletion', () => {
  it('is its maker’s alone, and moves what hangs below one level up', async () => {
    const store = await freshStore();
    await chain(store, 3);
    const task = await taskAt(store, 2);
    expect(await deleteTask(store, BOB, 'b', task)).toEqual({ kind: 'not yours' });
    expect(await deleteTask(store, ADA, 'a', task)).toMatchObject({ kind: 'done', task: { number: 2 } });
    expect(await deleteTask(store, ADA, 'a', task)).toMatchObject({ kind: 'already done' });
    expect(await deleteTask(store, ADA, 'c', task)).toEqual({ kind: 'changed' });
    const { tasks, gone } = await readDirectory(store, 'T1');
    expect(tasks.map(({ number, parent }) => [number, parent])).toEqual([
      [1, undefined],
      [3, 1],
    ]);
    expect([...gone]).toEqual([[2, 1]]);
    expect(await findTask(store, BOB, 2)).toBeUndefined();
    expect(await move(store, 'into', 1, { parent: 3 })).toEqual({ kind: 'no way', why: 'cycle' });
    expect(await move(store, 'under it', 1, { parent: 2 })).toEqual({ kind: 'no way', why: 'missing' });
  });

  it('is undone and redone exactly, past what others did to the task before', async () => {
    const store = await freshStore();
    await chain(store, 3);
    const before = await taskAt(store, 2);
    const stale = before;
    await changeTask(store, BOB, 'est', before, { kind: 'estimate', estimate: 60 });
    // A deletion does not mind that somebody set an estimate meanwhile.
    expect(await deleteTask(store, ADA, 'a', stale)).toMatchObject({ kind: 'done' });
    expect(await undo(store, ADA, 'u')).toMatchObject({ what: 'task delete' });
    expect(await taskAt(store, 2)).toMatchObject({ title: 'task 2', parent: 1, estimate: 60 });
    expect((await redo(store, ADA, 'r')).kind).toBe('redone');
    expect(await readTask(store, 'T1', before)).toBeUndefined();
    expect((await checkTable(store)).breaks).toEqual([]);
  });

  it('races a subtask and a move: each either comes first or is refused', async () => {
    const store = await freshStore();
    await chain(store, 1);
    await chain(store, 1);
    const task = await taskAt(store, 1);
    const [, child, moved] = await Promise.all([
      deleteTask(store, ADA, 'delete', task),
      newTask(store, BOB, 'child', { title: 'child', tags: [], parent: 1 }),
      move(store, 'move', 2, { parent: 1 }),
    ]);
    expect(['done', 'no way']).toContain(child.kind);
    expect(['done', 'no way']).toContain(moved.kind);
    expect((await checkTable(store)).breaks).toEqual([]);
  });

  it('of the parent does not keep a move from being undone, nor does that undo close a circle', async () => {
    const store = await freshStore();
    await chain(store, 3);
    await deleteTask(store, ADA, 'd', await taskAt(store, 2));
    expect(await move(store, 'm', 3, {})).toMatchObject({ kind: 'done' });
    expect(await undo(store, ADA, 'u')).toMatchObject({ kind: 'undone', what: 'task move' });
    expect((await readDirectory(store, 'T1')).tasks).toMatchObject([{ number: 1 }, { number: 3, parent: 1 }]);
    await redo(store, ADA, 'r');
    await changeTask(store, BOB, 'b', await taskAt(store, 1), moveTo({ parent: 3 }));
    // Back under 2 would hang it below 1, which hangs below it by now.
    expect(await undo(store, ADA, 'u 2')).toMatchObject({ kind: 'skipped' });
    expect((await checkTable(store)).breaks).toEqual([]);
  });

  it('of a task of another workspace finds nothing', async () => {
    const store = await freshStore();
    await chain(store, 1);
    expect(await deleteTask(store, EVE, 'x', await taskAt(store, 1))).toEqual({ kind: 'changed' });
    expect(await taskAt(store, 1)).toMatchObject({ title: 'task 1' });
  });
});

let made = 0;

/** So many tasks of Ada's, each under the one before. */
async function chain(store: Store, length: number): Promise<void> {
  let parent: TaskNumber | undefined;
  for (let index = 0; index < length; index += 1) {
    made += 1;
    const task = { title: `task ${index + 1}`, tags: [], ...(parent === undefined ? {} : { parent }) };
    const result = await newTask(store, ADA, `new ${made}`, task);
    if (result.kind !== 'done') throw new Error(result.kind);
    parent = result.task.number;
  }
}

type Place = { readonly parent?: TaskNumber; readonly height?: number };

function moveTo({ parent, height = 0 }: Place): TaskChange {
  return { kind: 'move', height, ...(parent === undefined ? {} : { parent }) };
}

async function move(store: Store, request: string, number: TaskNumber, place: Place) {
  return changeTask(store, ADA, request, await taskAt(store, number), moveTo(place));
}

async function parentOf(store: Store, number: TaskNumber): Promise<TaskNumber | undefined> {
  return (await taskAt(store, number)).parent;
}

function shown({ version: _, ...task }: Task) {
  return task;
}
