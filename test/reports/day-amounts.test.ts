import { expect, it } from 'vitest';
import type { Entry } from '../../src/entry.ts';
import { dayAmounts } from '../../src/reports/day-amounts.ts';
import { content } from '../support/samples.ts';

const entry = (said: Partial<Entry>): Entry => ({ ...content(said), id: 'a', version: 1 });

it('tells of every day of the period, the empty ones too, and of no other', () => {
  const entries = [
    entry({ date: '2026-09-13', seconds: 60 }),
    entry({ date: '2026-09-14', seconds: 60, measures: [{ unit: 'pages', value: 2 }] }),
    entry({ date: '2026-09-14', seconds: 120, measures: [{ unit: 'pages', value: 3 }] }),
    entry({ date: '2026-09-17', seconds: 60 }),
  ];
  expect(dayAmounts(entries, { since: '2026-09-14', until: '2026-09-16' })).toEqual([
    { date: '2026-09-14', entries: 2, seconds: 180, measures: [{ unit: 'pages', value: 5 }] },
    { date: '2026-09-15', entries: 0, seconds: 0, measures: [] },
    { date: '2026-09-16', entries: 0, seconds: 0, measures: [] },
  ]);
});

it.each([
  ['23 hours', '2026-03-23', '2026-03-29'],
  ['25 hours', '2026-10-19', '2026-10-25'],
])('has seven days in a week with one of %s', (_, since, until) => {
  const days = dayAmounts([entry({ date: until, seconds: 82_800 })], { since, until });
  expect(days).toHaveLength(7);
  expect(days.at(-1)).toMatchObject({ date: until, seconds: 82_800 });
});
