import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { ancestorChecks } from '../../src/store/ancestors.ts';
import { changeTask } from '../../src/store/change-task.ts';
import type { Store } from '../../src/store/store.ts';
import { newTask } from '../../src/store/tasks.ts';
import { redo, undo } from '../../src/store/undo.ts';
import type { TaskNumber } from '../../src/task.ts';
import { DEEPEST_TREE } from '../../src/task-tree.ts';
import { anotherStore, freshStore } from '../support/engine.ts';
import { chainOfTasks, putTasks } from '../support/put-tasks.ts';
import { ADA, BOB } from '../support/samples.ts';
import { taskAt } from '../support/task-at.ts';

describe('the way up from a task', () => {
  it('may not lead through the task that is to hang on it', async () => {
    const store = await freshStore();
    await tree(store, [undefined, 1, 2]);
    expect(await ancestorChecks(store, ADA, { task: 1, parent: 3 })).toBe('cycle');
    expect(await ancestorChecks(store, ADA, { task: 1, parent: 1 })).toBe('cycle');
    expect(await ancestorChecks(store, ADA, { task: 9, parent: 3 })).toHaveLength(3);
    expect(await ancestorChecks(store, ADA, { task: 9, parent: 77 })).toBe('missing');
  });

  it('may not be deeper than the deepest tree, what hangs below included', async () => {
    const store = await freshStore();
    await putTasks(store, chainOfTasks(DEEPEST_TREE + 1));
    const last = { parent: DEEPEST_TREE };
    expect(await ancestorChecks(store, ADA, last)).toHaveLength(DEEPEST_TREE);
    expect(await ancestorChecks(store, ADA, { ...last, height: 1 })).toBe('too deep');
    expect(await ancestorChecks(store, ADA, { parent: DEEPEST_TREE - 3, height: 3 })).toHaveLength(17);
    expect(await ancestorChecks(store, ADA, { parent: DEEPEST_TREE + 1 })).toBe('too deep');
    const deeper = { title: 'x', tags: [], parent: DEEPEST_TREE + 1 };
    expect(await newTask(store, ADA, 'deeper', deeper)).toEqual({ kind: 'no way', why: 'too deep' });
  });

  it('goes on past an ancestor that is deleted, but does not begin at one', async () => {
    const store = await freshStore();
    await tree(store, [undefined]);
    await newTask(store, BOB, 'two', { title: 'two', tags: [], parent: 1 });
    await tree(store, [2]);
    await undo(store, BOB, 'undo two');
    expect(await ancestorChecks(store, ADA, { task: 1, parent: 3 })).toBe('cycle');
    expect(await ancestorChecks(store, ADA, { task: 9, parent: 3, strongly: true })).toHaveLength(3);
    expect(await ancestorChecks(store, ADA, { task: 9, parent: 2 })).toBe('missing');
  });
});

describe('a move, undone and redone', () => {
  it('comes back as it was', async () => {
    const store = await freshStore();
    await tree(store, [undefined, undefined, 1]);
    await move(store, 3, 2);
    expect(await parentOf(store, 3)).toBe(2);
    expect((await undo(store, ADA, 'u')).kind).toBe('undone');
    expect(await parentOf(store, 3)).toBe(1);
    expect((await redo(store, ADA, 'r')).kind).toBe('redone');
    expect(await parentOf(store, 3)).toBe(2);
  });

  it('is skipped by undo where it would close a circle by now', async () => {
    const store = await freshStore();
    await tree(store, [undefined, 1]);
    await move(store, 2, undefined);
    await move(store, 1, 2, BOB);
    expect(await undo(store, ADA, 'u')).toMatchObject({ kind: 'skipped' });
    expect([await parentOf(store, 1), await parentOf(store, 2)]).toEqual([2, undefined]);
  });

  it('is skipped by undo where what was hung below it since would get too deep', async () => {
    const store = await freshStore();
    await putTasks(store, chainOfTasks(DEEPEST_TREE));
    await move(store, 2, undefined, BOB);
    await tree(store, [DEEPEST_TREE]);
    expect(await undo(store, BOB, 'undo')).toMatchObject({ kind: 'undone', what: 'task move' });
    expect(await redo(store, BOB, 'redo')).toMatchObject({ kind: 'redone' });
    await tree(store, [DEEPEST_TREE + 1]);
    expect(await undo(store, BOB, 'undo again')).toMatchObject({ kind: 'skipped', what: 'task move' });
    expect(await parentOf(store, 2)).toBeUndefined();
  });

  it('is not redone where what was hung below it since would get too deep', async () => {
    const store = await freshStore();
    await putTasks(store, chainOfTasks(DEEPEST_TREE));
    await tree(store, [undefined]);
    await move(store, DEEPEST_TREE + 1, DEEPEST_TREE, BOB);
    await undo(store, BOB, 'undo');
    await tree(store, [DEEPEST_TREE + 1]);
    expect(await redo(store, BOB, 'redo')).toMatchObject({ kind: 'changed since', what: 'task move' });
    expect(await parentOf(store, DEEPEST_TREE + 1)).toBeUndefined();
  });
});

describe('the way up, moved while it is read', () => {
  it('is read anew where it seems to pass a task twice', async () => {
    const store = await freshStore();
    await tree(store, [undefined, 1, undefined]);
    await atReadsOf(store, 2, 'Query', [
      async (other) => {
        await hang(other, 2);
        await hang(other, 1, 2);
      },
    ]);
    expect(await hang(store, 3, 2)).toBe('done');
    expect(await parents(store)).toEqual([2, undefined, 2]);
  });

  it('closes no circle that never was', async () => {
    const store = await freshStore();
    await tree(store, [undefined, 1, undefined]);
    await atReadsOf(store, 2, 'Query', [
      async (other) => {
        await hang(other, 2);
        await hang(other, 1, 3);
      },
    ]);
    expect(await hang(store, 3, 2)).toBe('done');
    expect(await parents(store)).toEqual([3, undefined, 2]);
  });

  it('keeps no move from being undone', async () => {
    const store = await freshStore();
    await tree(store, [undefined, 1, 2]);
    await move(store, 3, undefined);
    await atReadsOf(store, 2, 'Get', [
      async (other) => {
        await hang(other, 2);
        await hang(other, 1, 2);
      },
    ]);
    expect(await undo(store, ADA, 'u')).toMatchObject({ kind: 'undone', what: 'task move' });
    expect(await parents(store)).toEqual([2, undefined, 2]);
  });

  it('is waited for by an undo, however often others move it', async () => {
    const store = await freshStore();
    await tree(store, [undefined, 1, 2]);
    await move(store, 3, undefined);
    const toTheTop = (other: Store) => hang(other, 2);
    const back = (other: Store) => hang(other, 2, 1);
    await atReadsOf(store, 2, 'Get', [toTheTop, back, toTheTop, back]);
    expect(await undo(store, ADA, 'u')).toMatchObject({ kind: 'undone', what: 'task move' });
    expect(await parentOf(store, 3)).toBe(2);
  });

  it('is no way where damaged rows close a circle', async () => {
    const store = await freshStore();
    await tree(store, [undefined, 1, undefined]);
    const { client, table: TableName } = store;
    const { Item } = await client.send(new GetCommand({ TableName, Key: ROW_1, ConsistentRead: true }));
    await client.send(new PutCommand({ TableName, Item: { ...Item, up: 2 } }));
    expect(await ancestorChecks(store, ADA, { task: 3, parent: 2 })).toBe('cycle');
  });
});

const ROW_1 = { pk: 'u#T1#U1', sk: 't#000001' };

/** After each read of a task's row, before its answer is seen, the next of these changes is made by another process. */
async function atReadsOf(
  store: Store,
  number: TaskNumber,
  command: 'Get' | 'Query',
  changes: readonly ((other: Store) => Promise<unknown>)[],
): Promise<void> {
  const other = await anotherStore(store);
  const left = [...changes];
  store.client.middlewareStack.add(
    (next, context) => async (args) => {
      const answer = await next(args);
      const isRead = String(context['commandName']).startsWith(command);
      if (isRead && JSON.stringify(args.input).includes(`"t#00000${number}"`)) await left.shift()?.(other);
      return answer;
    },
    { step: 'initialize' },
  );
}

let moves = 0;

/** Bob moves a task; tells what became of it. */
async function hang(store: Store, number: TaskNumber, parent?: TaskNumber): Promise<string> {
  moves += 1;
  const place = { height: 0, ...(parent === undefined ? {} : { parent }) };
  const seen = await taskAt(store, number);
  return (await changeTask(store, BOB, `hang ${moves}`, seen, { kind: 'move', ...place })).kind;
}

async function parents(store: Store): Promise<readonly (TaskNumber | undefined)[]> {
  return Promise.all([1, 2, 3].map((number) => parentOf(store, number)));
}

/** Makes tasks in order, each under the one at its place in the list. */
async function tree(store: Store, parents: readonly (TaskNumber | undefined)[]): Promise<void> {
  for (const [index, parent] of parents.entries()) {
    const title = `task ${index} of ${parents.length} under ${parent}`;
    const task = { title, tags: [], ...(parent === undefined ? {} : { parent }) };
    expect((await newTask(store, ADA, title, task)).kind).toBe('done');
  }
}

async function move(
  store: Store,
  number: TaskNumber,
  parent: TaskNumber | undefined,
  by = ADA,
): Promise<void> {
  const place = { height: 0, ...(parent === undefined ? {} : { parent }) };
  const seen = await taskAt(store, number);
  const moved = await changeTask(store, by, `move ${number} under ${parent}`, seen, {
    kind: 'move',
    ...place,
  });
  expect(moved.kind).toBe('done');
}

async function parentOf(store: Store, number: TaskNumber): Promise<TaskNumber | undefined> {
  return (await taskAt(store, number)).parent;
}
