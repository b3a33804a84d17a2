import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntryContent } from '../../src/entry.ts';
import { searchedWords } from '../../src/find-words.ts';
import { type Grouping, type GroupRow, groupEntries } from '../../src/reports/groups.ts';
import { reportOf, usualGrouping } from '../../src/reports/report.ts';
import { roundSeconds } from '../../src/rounding.ts';
import { addDays } from '../../src/time.ts';

const TODAY = '2026-09-16';
const WEEK = { since: '2026-09-14', until: '2026-09-20' };

const entry = fc.record({
  date: fc.integer({ min: -20, max: 0 }).map((days) => addDays(TODAY, days)),
  zone: fc.constant('Europe/Madrid'),
  seconds: fc.integer({ min: 1, max: 36_000 }),
  measures: fc.constantFrom([], [{ unit: 'pages', value: 12 }], [{ unit: 'km', value: 0.1 }]),
  tags: fc.subarray(['writing', 'client', 'team']),
  task: fc.constantFrom(1, 2, 3),
});

function report(entries: readonly EntryContent[], by: Grouping, period = WEEK) {
  return reportOf(entries, { period, by, filter: { tags: [] }, today: TODAY, weekStart: 1 });
}

const secondsIn = (rows: readonly GroupRow[]) => rows.reduce((sum, { amounts }) => sum + amounts.seconds, 0);

describe('the total of a report', () => {
  it('counts each entry of the period once, whatever rows it is in', () => {
    const groupings = fc.constantFrom<Grouping>('day', 'week', 'month', 'tag', 'task', 'unit');
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 40 }), groupings, (entries, by) => {
        const { total, rows, overlap } = report(entries, by);
        const mine = entries.filter(({ date }) => date >= WEEK.since);
        expect(total.entries).toBe(mine.length);
        expect(total.seconds).toBe(mine.reduce((sum, { seconds }) => sum + seconds, 0));
        expect(secondsIn(rows)).toBe(total.seconds + overlap);
        if (by !== 'tag') expect(overlap).toBe(0);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it('of the period before ends on the same day as far as this one has come', () => {
    const on = (date: string): EntryContent => ({ date, zone: 'UTC', seconds: 60, measures: [], tags: [] });
    const { before } = report([on('2026-09-07'), on('2026-09-09'), on('2026-09-10')], 'day');
    expect(before).toEqual({
      period: { since: '2026-09-07', until: '2026-09-09' },
      total: { entries: 2, seconds: 120, measures: [] },
    });
  });
});

describe('a report of words', () => {
  const said = (note: string): EntryContent => ({
    date: TODAY,
    zone: 'UTC',
    seconds: 60,
    measures: [],
    tags: [],
    note,
  });
  const entries = ['Client Call', 'call the CLIENT', 'Café', 'unrelated'].map(said);

  it.each([
    ['', 4],
    ['client', 2],
    ['client call', 2],
    ['"client call"', 1],
    ['cafe', 1],
    ['lient', 0],
    ['nothing', 0],
  ])('%j is about the entries whose notes hold them all, whatever their case and accents', (typed, count) => {
    const filter = { tags: [], words: searchedWords(typed) };
    const { total } = reportOf(entries, { period: WEEK, by: 'day', filter, today: TODAY, weekStart: 1 });
    expect(total.entries).toBe(count);
  });
});

describe('a rounded report', () => {
  const roundings = fc.record({
    step: fc.integer({ min: 60, max: 7200 }),
    way: fc.constantFrom('nearest' as const, 'up' as const, 'down' as const),
  });

  it('rounds each entry, so that its rows add up and its total is the same however it is put together', () => {
    const groupings = fc.constantFrom<Grouping>('day', 'week', 'month', 'tag', 'task', 'unit');
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 30 }), groupings, roundings, (entries, by, rounding) => {
        const request = { period: WEEK, filter: { tags: [] }, today: TODAY, weekStart: 1 as const, rounding };
        const { total, rows, overlap, rounded } = reportOf(entries, { ...request, by });
        const mine = entries.filter(({ date }) => date >= WEEK.since);
        expect(secondsIn(rows)).toBe(total.seconds + overlap);
        expect(total).toEqual(reportOf(entries, { ...request, by: 'day' }).total);
        expect(total.seconds % rounding.step).toBe(0);
        expect(rounded?.exact).toBe(mine.reduce((sum, { seconds }) => sum + seconds, 0));
        const most = rounding.way === 'nearest' ? rounding.step / 2 : rounding.step;
        expect(Math.abs(total.seconds - (rounded?.exact ?? 0))).toBeLessThanOrEqual(mine.length * most);
      }),
      { seed: 6, numRuns: 200 },
    );
  });

  it.each([
    ['nearest', 450, 900],
    ['nearest', 449, 0],
    ['nearest', 900, 900],
    ['up', 1, 900],
    ['up', 900, 900],
    ['up', 901, 1800],
    ['down', 899, 0],
    ['down', 900, 900],
  ] as const)('takes %s of %i seconds for %i', (way, seconds, rounded) => {
    expect(roundSeconds(seconds, { step: 900, way })).toBe(rounded);
  });
});

describe('rows', () => {
  it('are the days that have come, the empty ones too', () => {
    const rows = report([], 'day').rows;
    expect(rows.map((row) => row.kind === 'day' && row.date)).toEqual([
      '2026-09-14',
      '2026-09-15',
      '2026-09-16',
    ]);
  });

  it.each([
    [1, ['2026-08-28..2026-08-30', '2026-08-31..2026-09-06', '2026-09-07..2026-09-10']],
    [7, ['2026-08-28..2026-08-29', '2026-08-30..2026-09-05', '2026-09-06..2026-09-10']],
  ] as const)('are weeks that begin on the member’s day %i, cut to the period', (weekStart, weeks) => {
    const period = { since: '2026-08-28', until: '2026-09-10' };
    const rows = groupEntries([], 'week', { period, weekStart });
    expect(rows.map((row) => row.kind === 'week' && `${row.period.since}..${row.period.until}`)).toEqual(
      weeks,
    );
  });

  it('are months cut to the period', () => {
    const period = { since: '2025-12-15', until: '2026-02-10' };
    const rows = groupEntries([], 'month', { period, weekStart: 1 });
    expect(rows.map((row) => row.kind === 'month' && `${row.period.since}..${row.period.until}`)).toEqual([
      '2025-12-15..2025-12-31',
      '2026-01-01..2026-01-31',
      '2026-02-01..2026-02-10',
    ]);
  });

  it('by unit hold time by itself and each unit by itself', () => {
    const both: EntryContent = {
      date: TODAY,
      zone: 'UTC',
      seconds: 600,
      measures: [{ unit: 'pages', value: 12 }],
      tags: [],
    };
    const { seconds: _, ...counted } = both;
    expect(report([both, counted], 'unit').rows.map(({ amounts }) => amounts)).toEqual([
      { entries: 1, seconds: 600, measures: [] },
      { entries: 2, seconds: 0, measures: [{ unit: 'pages', value: 24 }] },
    ]);
  });
});

describe('a period without a grouping', () => {
  it.each([
    [TODAY, TODAY, 'tag'],
    ['2026-09-01', '2026-09-30', 'day'],
    ['2026-07-01', '2026-09-30', 'week'],
    ['2026-01-01', '2026-12-31', 'month'],
  ])('from %s to %s is put together by %s', (since, until, by) => {
    expect(usualGrouping({ since, until })).toBe(by);
  });
});
