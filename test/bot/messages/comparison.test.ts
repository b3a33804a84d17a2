import { describe, expect, it } from 'vitest';
import { comparisonWords } from '../../../src/bot/messages/comparison.ts';
import type { Amounts } from '../../../src/reports/amounts.ts';

const WEEK = { since: '2026-09-14', until: '2026-09-20' };
const [OVER, INSIDE] = ['2026-09-21', '2026-09-18'];
const [HOURS, FEWER] = [held(7200), held(3600)];
const PAGES = held(0, 120);
const NOTHING: Amounts = { entries: 0, seconds: 0, measures: [] };

function held(seconds: number, pages = 0): Amounts {
  return { entries: 1, seconds, measures: pages === 0 ? [] : [{ unit: 'pages', value: pages }] };
}

describe('how a period compares', () => {
  it.each([
    [HOURS, FEWER, OVER, '1h more than in the week before (1h).'],
    [FEWER, HOURS, OVER, '1h less than in the week before (2h).'],
    [HOURS, HOURS, OVER, 'The same time as in the week before (2h).'],
    [NOTHING, HOURS, OVER, '2h less than in the week before (2h).'],
    [HOURS, held(3600, 42), OVER, '1h more than in the week before (1h, 42 pages).'],
    [HOURS, NOTHING, OVER, 'Nothing in the week before.'],
    [NOTHING, NOTHING, OVER, ''],
    // Units are something, and no time.
    [HOURS, PAGES, OVER, 'In the week before: 120 pages.'],
    [held(0, 30), PAGES, OVER, 'In the week before: 120 pages.'],
    [NOTHING, PAGES, OVER, 'In the week before: 120 pages.'],
    [PAGES, NOTHING, OVER, 'Nothing in the week before.'],
    // Of a week that goes on, only as much of the one before counts.
    [HOURS, FEWER, INSIDE, '1h more than by the same day of the week before (1h).'],
    [HOURS, NOTHING, INSIDE, 'Nothing by the same day of the week before.'],
    [HOURS, PAGES, INSIDE, 'By the same day of the week before: 120 pages.'],
  ])('%j after %j on %s: %s', (total, before, today, said) => {
    expect(comparisonWords({ period: WEEK, total, before }, today, 'the week before')).toBe(said);
  });
});
