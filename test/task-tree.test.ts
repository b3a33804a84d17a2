import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Amounts } from '../src/amounts.ts';
import type { TaskNumber, TaskSummary } from '../src/task.ts';
import { type ListedTask, settleParents } from '../src/task-parents.ts';
import { totalsOf } from '../src/task-totals.ts';
import { heightOf, pathTo, subtreeOf, tasksBelow, treeOf } from '../src/task-tree.ts';

describe('the tree of tasks', () => {
  const tasks = [task(1), task(5, 1), task(2, 1), task(3, 2), task(4), task(6, 99)];
  const tree = treeOf(tasks);

  it('is read from top to bottom, siblings by number', () => {
    expect(tree.map((line) => [line.task.number, line.depth])).toEqual([
      [1, 0],
      [2, 1],
      [3, 2],
      [5, 1],
      [4, 0],
      [6, 0],
    ]);
  });

  it('knows what lies below, above, and how deep', () => {
    expect(subtreeOf(tree, 1).map((line) => line.task.number)).toEqual([1, 2, 3, 5]);
    expect(subtreeOf(tree, 2).map((line) => line.task.number)).toEqual([2, 3]);
    expect(subtreeOf(tree, 77)).toEqual([]);
    expect(pathTo(tree, 3).map(({ number }) => number)).toEqual([1, 2]);
    expect(pathTo(tree, 5).map(({ number }) => number)).toEqual([1]);
    expect(pathTo(tree, 4)).toEqual([]);
    expect([1, 2, 3, 77].map((number) => heightOf(tree, number))).toEqual([2, 1, 0, 0]);
  });

  it('knows the numbers of a task and all below it, also of one that is not there', () => {
    expect([1, 2, 4, 77].map((number) => [...tasksBelow(tasks, number)])).toEqual([
      [1, 2, 3, 5],
      [2, 3],
      [4],
      [77],
    ]);
  });

  it('looks at each of thousands a few times only to know what lies below one', () => {
    let looks = 0;
    const many = Array.from({ length: 2000 }, (_, index) => ({
      ...task(index + 1),
      get parent() {
        looks += 1;
        return index === 0 ? 0 : 1;
      },
    }));
    expect(tasksBelow(many, 1).size).toBe(2000);
    expect(looks).toBeLessThan(10 * many.length);
  });

  it('of thousands, and of a chain of thousands in damaged rows, is built all the same', () => {
    const wide = Array.from({ length: 20_000 }, (_, index) => task(index + 1));
    const deep = Array.from({ length: 20_000 }, (_, index) => task(index + 1, index));
    expect(treeOf(wide)).toHaveLength(20_000);
    expect(treeOf(deep).at(-1)).toMatchObject({ depth: 19_999 });
  });
});

describe('deleted tasks', () => {
  it('lead on to the nearest task above that is there', () => {
    const { tasks, gone } = settleParents([
      listed(1),
      listed(2, 1, true),
      listed(3, 2, true),
      listed(4, 3),
      listed(5, undefined, true),
      listed(6, 5),
    ]);
    expect(tasks.map(({ number, parent }) => [number, parent])).toEqual([
      [1, undefined],
      [4, 1],
      [6, undefined],
    ]);
    expect([...gone]).toEqual([
      [2, 1],
      [3, 1],
      [5, undefined],
    ]);
  });
});

describe('totals', () => {
  it('tell what was logged on a task alone and with its subtasks, deleted ones counting for the one above', () => {
    const { tasks, gone } = settleParents([listed(1), listed(2, 1), listed(3, 2, true), listed(4, 3)]);
    const totals = totalsOf(
      treeOf(tasks),
      new Map([
        [1, time(1)],
        [2, { seconds: 10, measures: [{ value: 2, unit: 'pages' }] }],
        [3, { seconds: 100, measures: [{ value: 0.5, unit: 'pages' }] }],
        [4, time(1000)],
        [9, time(5)],
      ]),
      gone,
    );
    expect(totals.get(2)).toEqual({
      own: { seconds: 10, measures: [{ value: 2, unit: 'pages' }] },
      all: { seconds: 1110, measures: [{ value: 2.5, unit: 'pages' }] },
    });
    expect(totals.get(1)).toMatchObject({ own: { seconds: 1 }, all: { seconds: 1111 } });
  });

  it('count every second once, whatever is deleted or goes round in circles', () => {
    const rows = fc.uniqueArray(
      fc.record({
        number: fc.integer({ min: 1, max: 25 }),
        parent: fc.option(fc.integer({ min: 1, max: 25 }), { nil: undefined }),
        deleted: fc.boolean(),
      }),
      { selector: ({ number }) => number, maxLength: 25 },
    );
    fc.assert(
      fc.property(rows, (found) => {
        const { tasks, gone } = settleParents(
          found.map((row) => listed(row.number, row.parent, row.deleted)),
        );
        const tree = treeOf(tasks);
        expect(tree.map((line) => line.task.number).toSorted()).toEqual(
          tasks.map(({ number }) => number).toSorted(),
        );
        // A bit of its own for each task, so that a sum tells exactly whose seconds are in it.
        const logged = new Map(found.map(({ number }) => [number, time(2 ** number)]));
        const totals = totalsOf(tree, logged, gone);
        const heirless = [...gone].filter(([, heir]) => heir === undefined).map(([number]) => number);
        const roots = tree.filter(({ depth }) => depth === 0).map((line) => line.task.number);
        const whole = sum(roots.map((number) => totals.get(number)?.all.seconds ?? 0));
        expect(whole + sum(heirless.map((number) => 2 ** number))).toBe(
          sum(found.map(({ number }) => 2 ** number)),
        );
        for (const { task: one } of tree) {
          const below = new Set(subtreeOf(tree, one.number).map((line) => line.task.number));
          const heirs = [...gone].filter(([, heir]) => heir !== undefined && below.has(heir));
          expect(totals.get(one.number)?.all.seconds).toBe(
            sum([...below, ...heirs.map(([number]) => number)].map((number) => 2 ** number)),
          );
        }
      }),
      { seed: 20_260_916, numRuns: 300 },
    );
  });
});

function task(number: TaskNumber, parent?: TaskNumber): TaskSummary {
  const rest = parent === undefined ? {} : { parent };
  return { number, title: `task ${number}`, ownerId: 'U1', state: 'open', ...rest };
}

function listed(number: TaskNumber, parent?: TaskNumber, deleted = false): ListedTask {
  return { task: task(number, parent), deleted };
}

function time(seconds: number): Amounts {
  return { seconds, measures: [] };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
