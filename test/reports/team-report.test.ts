import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntryContent } from '../../src/entry.ts';
import type { TeamGrouping } from '../../src/reports/groups.ts';
import { reportOf } from '../../src/reports/report.ts';
import { taskTreeRows } from '../../src/reports/task-tree-rows.ts';
import { tallyTeam } from '../../src/reports/team-report.ts';
import { countCalls, sumOf } from '../support/count-calls.ts';
import { content } from '../support/samples.ts';

const WEEK = { since: '2026-09-14', until: '2026-09-20' };
const REQUEST = { period: WEEK, filter: { tags: [] }, today: '2026-09-16', weekStart: 1 } as const;
const GROUPINGS = ['day', 'week', 'month', 'tag', 'task', 'unit'] as const;

const entry: fc.Arbitrary<EntryContent> = fc
  .record({
    date: fc.constantFrom('2026-09-08', '2026-09-14', '2026-09-15', '2026-09-16'),
    seconds: fc.integer({ min: 60, max: 36_000 }),
    tags: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }),
    measures: fc.uniqueArray(
      fc.record({ value: fc.integer({ min: 1, max: 9 }), unit: fc.constantFrom('km', 'pages') }),
      {
        maxLength: 2,
        selector: ({ unit }) => unit,
      },
    ),
    task: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  })
  .map(({ task, ...rest }) => content({ ...rest, ...(task === undefined ? {} : { task }) }));

const byName = (measures: readonly { readonly unit: string }[]) =>
  measures.toSorted((one, other) => (one.unit < other.unit ? -1 : 1));

/** A report without the order in which units were met, which is nobody's wish. */
function plain(report: ReturnType<typeof reportOf>) {
  const sorted = <Row extends { readonly amounts: ReturnType<typeof reportOf>['total'] }>(row: Row) => ({
    ...row,
    amounts: { ...row.amounts, measures: byName(row.amounts.measures) },
  });
  const rows =
    report.by === 'unit'
      ? report.rows.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1))
      : report.rows;
  return {
    ...report,
    total: { ...report.total, measures: byName(report.total.measures) },
    before: {
      ...report.before,
      total: { ...report.before.total, measures: byName(report.before.total.measures) },
    },
    rows: rows.map(sorted),
  };
}

describe('a report of several members', () => {
  it('is the report of all their entries, however they come', () => {
    const pages = fc.array(fc.tuple(fc.constantFrom('U1', 'U2', 'U3'), fc.array(entry, { maxLength: 6 })), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.constantFrom(...GROUPINGS), pages, (by, given) => {
        const tally = tallyTeam({ ...REQUEST, by });
        for (const [member, entries] of given) tally.add(member, entries);
        const all = given.flatMap(([, entries]) => entries);
        expect(plain(tally.report())).toEqual(plain(reportOf(all, { ...REQUEST, by })));
      }),
      { seed: 22, numRuns: 300 },
    );
  });

  it('by member has a row for each, most first, and overlaps in nothing', () => {
    const tally = tallyTeam({ ...REQUEST, by: 'member' });
    for (const [member, seconds] of [
      ['U1', 60],
      ['U2', 0],
      ['U3', 7200],
      ['U1', 120],
    ] as const)
      tally.add(member, seconds === 0 ? [] : [content({ date: '2026-09-15', seconds, tags: ['a', 'b'] })]);
    const { rows, overlap, total } = tally.report();
    expect(rows.map((row) => [row.kind === 'member' && row.memberId, row.amounts.seconds])).toEqual([
      ['U3', 7200],
      ['U1', 180],
      ['U2', 0],
    ]);
    expect([overlap, total.seconds, total.entries]).toEqual([0, 7380, 3]);
  });

  it.each<TeamGrouping>([...GROUPINGS, 'member'])('of nobody by %s holds nothing', (by) => {
    const report = tallyTeam({ ...REQUEST, by }).report();
    expect(report.total).toEqual({ entries: 0, seconds: 0, measures: [] });
    expect(report.rows.every(({ amounts }) => amounts.entries === 0)).toBe(true);
  });
});

describe('a report of several members over eighty years', () => {
  const LIFE = { ...REQUEST, period: { since: '1943-10-01', until: '2026-09-20' } };
  const ENTRIES = [content({ date: '2026-09-15' }), content({ date: '1970-01-01' })];

  it.each(['day', 'week', 'month'] as const)(
    'by %s costs for each member what their entries cost, however many days there are',
    async (by) => {
      const [life, week] = [tallyTeam({ ...LIFE, by }), tallyTeam({ ...REQUEST, by })];
      const inLife = sumOf(await countCalls(() => life.add('U1', ENTRIES)));
      const inWeek = sumOf(await countCalls(() => week.add('U1', ENTRIES)));
      // The second entry lies in the week's report nowhere, and in that of the life in a row.
      expect(inLife).toBeLessThan(2 * inWeek);
      expect(inLife).toBeLessThan(200);
    },
  );

  it.each(['day', 'member'] as const)('by %s costs next to nothing for who logged nothing', async (by) => {
    const tally = tallyTeam({ ...LIFE, by });
    expect(sumOf(await countCalls(() => tally.add('U2', [])))).toBeLessThan(10);
    expect(tally.report().total).toEqual({ entries: 0, seconds: 0, measures: [] });
  });

  it.each([
    ['day', 30_302],
    ['week', 4330],
    ['month', 996],
  ] as const)('by %s asks the calendar for its months, not for each of its days', async (by, count) => {
    const tally = tallyTeam({ ...LIFE, by });
    tally.add('U1', ENTRIES);
    let { rows } = tally.report();
    const calls = await countCalls(() => {
      rows = tally.report().rows;
    });
    expect(rows).toHaveLength(count);
    expect(rows).toEqual(reportOf(ENTRIES, { ...LIFE, by }).rows);
    expect(calls.get('time.ts')).toBeLessThan(1.1 * 996);
    expect(calls.get('reports/amounts.ts') ?? 0).toBe(0);
  });
});

describe('rows of tasks as a tree', () => {
  const amounts = (seconds: number) => ({ entries: 1, seconds, measures: [] });
  const task = (number: number, parent?: number) => ({
    number,
    title: `T${number}`,
    ownerId: 'U1',
    state: 'open' as const,
    ...(parent === undefined ? {} : { parent }),
  });

  it('give each task what lies below it, and its own; what was deleted counts for what it lay under', () => {
    const rows = [
      { kind: 'task' as const, task: 3, amounts: amounts(60) },
      { kind: 'task' as const, task: 9, amounts: amounts(5) },
      { kind: 'task' as const, task: 1, amounts: amounts(600) },
      { kind: 'task' as const, task: 8, amounts: amounts(7) },
      { kind: 'task' as const, amounts: amounts(1) },
    ];
    const shown = taskTreeRows(rows, {
      tasks: [task(1), task(2, 1), task(3, 2), task(4)],
      gone: new Map([[9, 2]]),
    });
    expect(
      shown.map((row) => row.kind === 'task' && [row.task, row.depth, row.amounts.seconds, row.own?.seconds]),
    ).toEqual([
      [1, 0, 665, 600],
      [2, 1, 65, 0],
      [3, 2, 60, 60],
      [8, undefined, 7, undefined],
      [undefined, undefined, 1, undefined],
    ]);
  });
});
