import { describe, expect, it } from 'vitest';
import type { EntryContent } from '../../src/entry.ts';
import { digestOf, digestSince, digestWeek } from '../../src/reports/digest.ts';

const REQUEST = { today: '2026-09-21', weekStart: 1, workingDays: [1, 2, 3, 4, 5] } as const;

function on(date: string, hours: number, ...tags: string[]): EntryContent {
  return { date, zone: 'UTC', seconds: hours * 3600, measures: [], tags };
}

describe('the week of a digest', () => {
  it.each([
    ['on Monday the one that is over', '2026-09-21', 1, '2026-09-14'],
    ['on Wednesday still that one', '2026-09-23', 1, '2026-09-14'],
    ['on Friday the one that goes on', '2026-09-25', 1, '2026-09-21'],
    ['on Sunday too', '2026-09-27', 1, '2026-09-21'],
    ['on Monday, where weeks begin on Sunday', '2026-09-21', 7, '2026-09-13'],
  ] as const)('is %s', (_name, today, weekStart, since) => {
    expect(digestWeek({ today, weekStart }).since).toBe(since);
  });

  it('is told beside the one before', () => {
    expect(digestSince(REQUEST)).toBe('2026-09-07');
  });
});

describe('a digest', () => {
  it('is none where nothing was logged', () => {
    expect(digestOf([on('2026-09-13', 2), on('2026-09-21', 2)], REQUEST)).toBeUndefined();
  });

  it('tells the working days without entries, and the target of those that have come', () => {
    const digest = digestOf([on('2026-09-14', 8), on('2026-09-19', 1)], { ...REQUEST, dailyTarget: 3600 });
    expect(digest?.missing).toEqual(['2026-09-15', '2026-09-16', '2026-09-17', '2026-09-18']);
    expect(digest?.target).toBe(5 * 3600);
    const friday = { ...REQUEST, today: '2026-09-25', dailyTarget: 3600 };
    const going = digestOf([on('2026-09-21', 8)], friday);
    expect(going?.missing).toEqual(['2026-09-22', '2026-09-23', '2026-09-24']);
    expect(going?.target).toBe(5 * 3600);
  });

  it('compares a week that goes on with as much of the one before', () => {
    const friday = { ...REQUEST, today: '2026-09-25' };
    const entries = [on('2026-09-14', 1), on('2026-09-18', 2), on('2026-09-19', 4), on('2026-09-21', 8)];
    expect(digestOf(entries, friday)?.before).toMatchObject({ seconds: 3 * 3600 });
  });

  it.each([
    [
      'the tag that changed most',
      [on('2026-09-08', 2, 'team'), on('2026-09-08', 6, 'writing'), on('2026-09-15', 5, 'team')],
      { kind: 'change', tag: 'writing', seconds: 0, more: -6 * 3600 },
    ],
    [
      'the tag with most of the time, where there is nothing to compare with',
      [on('2026-09-14', 3, 'writing'), on('2026-09-15', 1, 'team')],
      { kind: 'most', tag: 'writing', percent: 75 },
    ],
    [
      'the longest day, where the tags are even',
      [on('2026-09-14', 3, 'a'), on('2026-09-14', 1, 'c'), on('2026-09-15', 3, 'b')],
      { kind: 'longest day', date: '2026-09-14', seconds: 4 * 3600 },
    ],
    [
      'nothing, where two days are as long and the tags even',
      [on('2026-09-14', 3, 'a'), on('2026-09-15', 3, 'b'), on('2026-09-16', 1, 'c')],
      undefined,
    ],
    ['nothing, of one day', [on('2026-09-14', 3)], undefined],
  ] as const)('says what stands out: %s', (_name, entries, standout) => {
    expect(digestOf(entries, REQUEST)?.standout).toEqual(standout);
  });
});
