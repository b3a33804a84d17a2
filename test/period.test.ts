import { describe, expect, it } from 'vitest';
import { datesOf, monthsIn, periodBefore } from '../src/period.ts';
import { addDays } from '../src/time.ts';

describe('the period before', () => {
  it.each([
    ['a day', '2026-09-15..2026-09-15', '2026-09-16', '2026-09-14..2026-09-14'],
    ['a week that is over', '2026-09-07..2026-09-13', '2026-09-16', '2026-08-31..2026-09-06'],
    [
      'a week that goes on, by the same day',
      '2026-09-14..2026-09-20',
      '2026-09-16',
      '2026-09-07..2026-09-09',
    ],
    ['a week on its last day', '2026-09-14..2026-09-20', '2026-09-20', '2026-09-07..2026-09-13'],
    ['a month', '2026-08-01..2026-08-31', '2026-09-16', '2026-07-01..2026-07-31'],
    [
      'a month after a longer one, on its last day',
      '2026-02-01..2026-02-28',
      '2026-02-28',
      '2026-01-01..2026-01-31',
    ],
    ['a month after a shorter one', '2026-03-01..2026-03-31', '2026-03-30', '2026-02-01..2026-02-28'],
    ['a quarter over the year’s end', '2026-01-01..2026-03-31', '2026-09-16', '2025-10-01..2025-12-31'],
    ['a leap year', '2024-01-01..2024-12-31', '2026-09-16', '2023-01-01..2023-12-31'],
    ['any days', '2026-09-04..2026-09-08', '2026-09-16', '2026-08-30..2026-09-03'],
    ['days to come', '2026-10-01..2026-10-02', '2026-09-16', '2026-09-29..2026-09-30'],
  ])('of %s', (_name, period, today, before) => {
    const [since = '', until = ''] = period.split('..');
    const found = periodBefore({ since, until }, today);
    expect(`${found.since}..${found.until}`).toBe(before);
  });
});

describe('the days of a period', () => {
  it.each([
    ['2024-02-28', ['2024-02-28', '2024-02-29', '2024-03-01', '2024-03-02']],
    ['0000-02-27', ['0000-02-27', '0000-02-28', '0000-02-29', '0000-03-01']],
    ['0099-12-30', ['0099-12-30', '0099-12-31', '0100-01-01', '0100-01-02']],
    ['9999-12-28', ['9999-12-28', '9999-12-29', '9999-12-30', '9999-12-31']],
  ])('from %s are those of the calendar', (since, days) => {
    expect(datesOf({ since, until: addDays(since, 3) })).toEqual(days);
  });
});

describe('whole months', () => {
  it.each([
    ['2026-02-01', '2026-02-28', 1],
    ['2024-02-01', '2024-02-28', undefined],
    ['2025-12-01', '2026-02-28', 3],
    ['2026-02-02', '2026-03-01', undefined],
  ])('from %s to %s', (since, until, months) => {
    expect(monthsIn({ since, until })).toBe(months);
  });
});
