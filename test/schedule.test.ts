import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUCKET_MS, bucketOf, dueDate, nextDue, quarterTime, type Timetable } from '../src/schedule.ts';
import { instantFromIso, isoOf, wallTimeOf, weekdayOf } from '../src/time.ts';

const MADRID: Timetable = {
  zone: 'Europe/Madrid',
  digest: { weekday: 1, time: '09:00' },
  reminderTime: '17:30',
  dailyTarget: 28_800,
  workingDays: [1, 2, 3, 4, 5],
};

function next(errand: 'digest' | 'reminder', after: string, timetable = MADRID): string | undefined {
  const due = nextDue(errand, timetable, instantFromIso(after) ?? 0);
  return due === undefined ? undefined : isoOf(due);
}

describe('when a digest is due', () => {
  it.each([
    ['before it', '2026-09-14T06:59:59Z', 'Europe/Madrid', '2026-09-14T07:00:00Z'],
    ['at the very moment, a week later', '2026-09-14T07:00:00Z', 'Europe/Madrid', '2026-09-21T07:00:00Z'],
    ['over the end of summer time', '2026-10-20T00:00:00Z', 'Europe/Madrid', '2026-10-26T08:00:00Z'],
    ['over the beginning of it', '2026-03-24T00:00:00Z', 'Europe/Madrid', '2026-03-30T07:00:00Z'],
    ['in a zone at a quarter', '2026-09-14T00:00:00Z', 'Asia/Kathmandu', '2026-09-14T03:15:00Z'],
    [
      'on the far side of the date line',
      '2026-09-13T18:59:00Z',
      'Pacific/Kiritimati',
      '2026-09-13T19:00:00Z',
    ],
  ])('%s', (_name, after, zone, due) => {
    expect(next('digest', after, { ...MADRID, zone })).toBe(due);
  });

  it('comes later where the clocks skip its time, and once where they show it twice', () => {
    const sunday = { ...MADRID, digest: { weekday: 7, time: '02:30' } } as const;
    expect(next('digest', '2026-03-28T00:00:00Z', sunday)).toBe('2026-03-29T01:30:00Z');
    expect(next('digest', '2026-10-24T00:00:00Z', sunday)).toBe('2026-10-25T00:30:00Z');
    expect(next('digest', '2026-10-25T00:30:00Z', sunday)).toBe('2026-11-01T01:30:00Z');
  });

  it('never, where it is off', () => {
    const { digest: _, ...off } = MADRID;
    expect(next('digest', '2026-09-14T00:00:00Z', off)).toBeUndefined();
  });
});

describe('when a reminder is due', () => {
  it('comes on working days, at its own time', () => {
    expect(next('reminder', '2026-09-18T15:00:00Z')).toBe('2026-09-18T15:30:00Z');
    expect(next('reminder', '2026-09-18T15:30:00Z')).toBe('2026-09-21T15:30:00Z');
  });

  it('never, without a target or a working day', () => {
    const { dailyTarget: _, ...aimless } = MADRID;
    expect(next('reminder', '2026-09-14T00:00:00Z', aimless)).toBeUndefined();
    expect(next('reminder', '2026-09-14T00:00:00Z', { ...MADRID, workingDays: [] })).toBeUndefined();
  });
});

describe('the quarters of an hour', () => {
  it('hold each time once, and never before it', () => {
    const zones = fc.constantFrom(
      'Europe/Madrid',
      'America/New_York',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
    );
    const times = fc.record({ hour: fc.nat(23), minute: fc.nat(59) });
    const start = Date.UTC(2026, 0, 1);
    fc.assert(
      fc.property(zones, times, fc.nat(365 * 96), (zone, { hour, minute }, quarter) => {
        const time = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        const timetable = { ...MADRID, zone, digest: { weekday: 3, time } } as const;
        const due = nextDue('digest', timetable, start + quarter * BUCKET_MS) ?? 0;
        const bucket = bucketOf(due);
        expect(bucket - due).toBeGreaterThanOrEqual(0);
        expect(bucket - due).toBeLessThan(BUCKET_MS);
        expect(weekdayOf(wallTimeOf(due, zone).date)).toBe(3);
        expect(dueDate('digest', timetable, bucket)).toBe(wallTimeOf(due, zone).date);
        expect(dueDate('digest', timetable, bucket + BUCKET_MS)).toBeUndefined();
        expect(dueDate('digest', timetable, bucket - BUCKET_MS)).toBeUndefined();
      }),
      { seed: 11, numRuns: 300 },
    );
  });
});

describe('a time of day', () => {
  it.each([
    ['09:00', '09:00'],
    ['09:07', '09:15'],
    ['17:50', '18:00'],
    ['00:01', '00:15'],
    ['23:45', '23:45'],
    ['23:46', '23:45'],
    ['23:59', '23:45'],
  ])('%s is kept at %s, on the same day', (time, quarter) => {
    expect(quarterTime(time)).toBe(quarter);
  });
});
