import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeTask, deleteTask, type TaskChange } from '../../src/store/change-task.ts';
import { checkTable } from '../../src/store/check-table.ts';
import { readDirectory } from '../../src/store/directory.ts';
import { finishTasks } from '../../src/store/finish-tasks.ts';
import type { Store } from '../../src/store/store.ts';
import { newTask } from '../../src/store/tasks.ts';
import { redo, undo } from '../../src/store/undo.ts';
import type { Task } from '../../src/task.ts';
import { freshStore } from '../support/engine.ts';
import { ADA } from '../support/samples.ts';
import { taskAt } from '../support/task-at.ts';

/** A task as the simplest thing that can be right; `up` may name a deleted one. */
type Row = Omit<Task, 'version' | 'ownerId' | 'parent'> & {
  readonly up: number | undefined;
  readonly deleted: boolean;
};

/** Tasks by number; a number that was given and undone is not in it. */
type Rows = ReadonlyMap<number, Row>;

/** Every state there was, and where among them the member stands. */
type Model = { states: Rows[]; at: number; given: number };
type Real = { readonly store: Store; requests: number };
type Act = (model: Model, store: Store, request: string) => Promise<void>;

function step(name: string, act: Act): fc.AsyncCommand<Model, Real> {
  return {
    check: () => true,
    async run(model, real) {
      real.requests += 1;
      await act(model, real.store, `request ${real.requests}`);
      await expectSame(model, real.store);
    },
    toString: () => name,
  };
}

function make(pick: number) {
  return step(`new under ${pick}`, async (model, store, request) => {
    const under = pick === 0 ? undefined : picked(model, pick);
    const wanted = {
      title: `task ${request}`,
      tags: [],
      ...(under === undefined ? {} : { parent: under.number }),
    };
    const result = await newTask(store, ADA, request, wanted);
    if (result.kind !== 'done') throw new Error(result.kind);
    model.given += 1;
    const { number, title } = result.task;
    expect(number).toBe(model.given);
    const row: Row = { number, title, up: under?.number, tags: [], state: 'open', deleted: false };
    change(model, new Map([...now(model), [number, row]]));
  });
}

function alter(pick: number, next: Exclude<TaskChange, { kind: 'move' | 'edit' }>) {
  return step(`${next.kind} ${pick}`, async (model, store, request) => {
    const row = picked(model, pick);
    if (row === undefined) return;
    const result = await changeTask(store, ADA, request, await taskAt(store, row.number), next);
    if (result.kind === 'unchanged') return;
    expect(result.kind).toBe('done');
    expect((await changeTask(store, ADA, request, await taskAt(store, row.number), next)).kind).toBe(
      'already done',
    );
    change(model, new Map([...now(model), [row.number, altered(row, next)]]));
  });
}

function altered(row: Row, next: Exclude<TaskChange, { kind: 'move' | 'edit' }>): Row {
  const { estimate: _, ...rest } = row;
  switch (next.kind) {
    case 'rename':
      return { ...row, title: next.title };
    case 'done':
      return { ...row, state: 'done' };
    case 'reopen':
      return { ...row, state: 'open' };
    case 'tag':
      return { ...row, tags: next.tags };
    case 'estimate':
      return next.estimate === undefined ? rest : { ...rest, estimate: next.estimate };
  }
}

function move(pick: number, to: number) {
  return step(`move ${pick} under ${to}`, async (model, store, request) => {
    const row = picked(model, pick);
    const parent = to === 0 ? undefined : picked(model, to);
    if (row === undefined) return;
    const next = {
      kind: 'move',
      height: 0,
      ...(parent === undefined ? {} : { parent: parent.number }),
    } as const;
    const result = await changeTask(store, ADA, request, await taskAt(store, row.number), next);
    if (parent?.number === row.up) return expect(result.kind).toBe('unchanged');
    if (liesBelow(now(model), parent, row)) return expect(result).toEqual({ kind: 'no way', why: 'cycle' });
    expect(result.kind).toBe('done');
    change(model, new Map([...now(model), [row.number, { ...row, up: parent?.number }]]));
  });
}

function remove(pick: number) {
  return step(`delete ${pick}`, async (model, store, request) => {
    const row = picked(model, pick);
    if (row === undefined) return;
    const task = await taskAt(store, row.number);
    expect((await deleteTask(store, ADA, request, task)).kind).toBe('done');
    expect((await deleteTask(store, ADA, request, task)).kind).toBe('already done');
    change(model, new Map([...now(model), [row.number, { ...row, deleted: true }]]));
  });
}

const finishAll = step('finish all', async (model, store, request) => {
  const rows = [...now(model).values()].filter(({ deleted, state }) => !deleted && state === 'open');
  if (rows.length === 0) return;
  const open = await Promise.all(rows.map(({ number }) => taskAt(store, number)));
  expect((await finishTasks(store, ADA, request, open)).kind).toBe('done');
  expect((await finishTasks(store, ADA, request, open)).kind).toBe('already done');
  const done = rows.map((row): [number, Row] => [row.number, { ...row, state: 'done' }]);
  change(model, new Map([...now(model), ...done]));
});

const back = step('undo', async (model, store, request) => {
  const possible = model.at > 0;
  expect((await undo(store, ADA, request)).kind).toBe(possible ? 'undone' : 'nothing');
  if (possible) model.at -= 1;
});

const forth = step('redo', async (model, store, request) => {
  const possible = model.at < model.states.length - 1;
  expect((await redo(store, ADA, request)).kind).toBe(possible ? 'redone' : 'nothing');
  if (possible) model.at += 1;
});

const anyTask = fc.nat(9);
const changes: fc.Arbitrary<Exclude<TaskChange, { kind: 'move' | 'edit' }>> = fc.oneof(
  fc.constantFrom('a', 'b').map((title) => ({ kind: 'rename', title }) as const),
  fc.constantFrom({ kind: 'done' } as const, { kind: 'reopen' } as const, { kind: 'estimate' } as const),
  fc.integer({ min: 1, max: 3 }).map((estimate) => ({ kind: 'estimate', estimate }) as const),
  fc.subarray(['x', 'y']).map((tags) => ({ kind: 'tag', tags }) as const),
);

const steps = fc.commands(
  [
    anyTask.map(make),
    fc.tuple(anyTask, changes).map(([pick, next]) => alter(pick, next)),
    fc.tuple(anyTask, anyTask).map(([pick, to]) => move(pick, to)),
    fc.tuple(anyTask, anyTask).map(([pick, to]) => move(pick, to)),
    anyTask.map(remove),
    fc.constant(finishAll),
    fc.constant(back),
    fc.constant(forth),
  ],
  { maxCommands: 40, size: 'max' },
);

describe('any sequence of changes of tasks, undos and redos', () => {
  it('shows what a plain list of states would show, and never a circle', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (commands) => {
        const model: Model = { states: [new Map()], at: 0, given: 0 };
        const real: Real = { store: await freshStore(), requests: 0 };
        await fc.asyncModelRun(() => ({ model, real }), commands);
        await undoAllAndRedoAll(model, real.store);
        expect((await checkTable(real.store)).breaks).toEqual([]);
      }),
      { seed: 20_260_916, numRuns: 8 },
    );
  });
});

/** Back to the very beginning and forth to the end, every state on the way as it was. */
async function undoAllAndRedoAll(model: Model, store: Store): Promise<void> {
  while (model.at > 0) {
    expect((await undo(store, ADA, `back to ${model.at}`)).kind).toBe('undone');
    model.at -= 1;
    await expectSame(model, store);
  }
  while (model.at < model.states.length - 1) {
    expect((await redo(store, ADA, `forth to ${model.at}`)).kind).toBe('redone');
    model.at += 1;
    await expectSame(model, store);
  }
}

function change(model: Model, next: Rows): void {
  model.states = [...model.states.slice(0, model.at + 1), next];
  model.at += 1;
}

function now({ states, at }: Model): Rows {
  const state = states[at];
  if (state === undefined) throw new Error('the model lost its place');
  return state;
}

/** One of the tasks that are there; none when there is none. */
function picked(model: Model, pick: number): Row | undefined {
  const rows = [...now(model).values()].filter(({ deleted }) => !deleted);
  return rows[pick % Math.max(rows.length, 1)];
}

/** True when the way up from `from` leads through `row`; a task whose making was undone leads nowhere. */
function liesBelow(rows: Rows, from: Row | undefined, row: Row): boolean {
  for (let at = from; at !== undefined; at = rows.get(at.up ?? 0)) if (at.number === row.number) return true;
  return false;
}

async function expectSame(model: Model, store: Store): Promise<void> {
  const rows = now(model);
  const parentOf = (row: Row): number | undefined => {
    const above = rows.get(row.up ?? 0);
    return above?.deleted === true ? parentOf(above) : above?.number;
  };
  const wanted = [...rows.values()]
    .filter(({ deleted }) => !deleted)
    .map((row) => ({ number: row.number, title: row.title, parent: parentOf(row), state: row.state }));
  const { tasks } = await readDirectory(store, 'T1');
  const found = tasks.map(({ number, title, parent, state }) => ({ number, title, parent, state }));
  expect(found).toEqual(wanted.toSorted((one, other) => one.number - other.number));
  for (const { number, tags, estimate } of rows.values()) {
    if (rows.get(number)?.deleted) continue;
    expect(await taskAt(store, number)).toMatchObject({
      tags,
      ...(estimate === undefined ? {} : { estimate }),
    });
  }
}
