import { describe, expect, it } from 'vitest';
import { answerStandsUntil, asksIfWorking, likelyEnd, ranOverNight } from '../src/overnight.ts';
import { instantFromIso } from '../src/time.ts';
import { running } from './support/samples.ts';

const at = (text: string) => instantFromIso(text) ?? Number.NaN;
const timer = (start: string, zone: string) => running({ startedAt: at(start), zone });

describe('a timer', () => {
  it.each([
    ['Europe/Madrid', '2026-09-16T18:00+02:00', '2026-09-16T23:59+02:00', false, 'an evening of work'],
    ['Europe/Madrid', '2026-09-16T20:00+02:00', '2026-09-17T01:59+02:00', false, 'late work over midnight'],
    ['Europe/Madrid', '2026-09-16T20:00+02:00', '2026-09-17T02:00+02:00', true, 'six hours over midnight'],
    ['Europe/Madrid', '2026-09-16T00:00+02:00', '2026-09-16T12:00+02:00', false, 'twelve hours of one day'],
    [
      'Europe/Madrid',
      '2026-09-16T00:00+02:00',
      '2026-09-16T12:01+02:00',
      true,
      'more than twelve hours of one day',
    ],
    [
      'Asia/Kathmandu',
      '2026-09-16T23:59+05:45',
      '2026-09-17T05:58+05:45',
      false,
      'a zone of quarter hours, too short',
    ],
    ['Asia/Kathmandu', '2026-09-16T23:59+05:45', '2026-09-17T05:59+05:45', true, 'a zone of quarter hours'],
    [
      'America/New_York',
      '2026-03-07T23:30-05:00',
      '2026-03-08T06:29-04:00',
      false,
      'a night of 23 hours: real time counts',
    ],
    [
      'America/New_York',
      '2026-03-07T23:30-05:00',
      '2026-03-08T06:30-04:00',
      true,
      'a night of 23 hours, long enough',
    ],
    [
      'America/New_York',
      '2026-10-31T23:30-04:00',
      '2026-11-01T04:30-05:00',
      true,
      'a night of 25 hours: real time counts',
    ],
    [
      'Pacific/Auckland',
      '2026-09-16T20:00+12:00',
      '2026-09-17T02:00+12:00',
      true,
      'the other side of the date line',
    ],
  ] as const)('in %s from %s to %s: over night %s (%s)', (zone, start, now, expected, _why) => {
    expect(ranOverNight(timer(start, zone), at(now))).toBe(expected);
  });

  it('is asked about until an answer stands, and again after the next midnight', () => {
    const night = {
      ...timer('2026-09-16T20:00+02:00', 'Europe/Madrid'),
      state: 'running',
      version: 1,
    } as const;
    const morning = at('2026-09-17T09:00+02:00');
    expect(asksIfWorking(night, morning)).toBe(true);
    const keptUntil = answerStandsUntil(morning, 'Europe/Madrid');
    expect(keptUntil).toBe(at('2026-09-18T00:00+02:00'));
    expect(asksIfWorking({ ...night, keptUntil }, keptUntil - 1)).toBe(false);
    expect(asksIfWorking({ ...night, keptUntil }, keptUntil)).toBe(true);
    expect(asksIfWorking({ state: 'idle', version: 1 }, morning)).toBe(false);
  });

  it('keeps an answer until a midnight that the zone skips has passed', () => {
    // Beirut puts its clocks forward at midnight: the day begins at one o’clock.
    expect(answerStandsUntil(at('2026-03-28T09:00+02:00'), 'Asia/Beirut')).toBe(at('2026-03-29T01:00+03:00'));
  });
});

describe('the likely end of a forgotten timer', () => {
  const day = timer('2026-09-16T09:00+02:00', 'Europe/Madrid');
  const next = at('2026-09-17T08:00+02:00');

  it('is the last sign of the member on the day of the start', () => {
    const signs = ['2026-09-16T08:00+02:00', '2026-09-16T17:20:31+02:00', '2026-09-17T07:00+02:00'].map(at);
    expect(likelyEnd(day, signs, next)).toEqual({ at: at('2026-09-16T17:20+02:00'), isSeen: true });
  });

  it('is eight hours after the start where nothing tells, and never after midnight', () => {
    expect(likelyEnd(day, [], next)).toEqual({ at: at('2026-09-16T17:00+02:00'), isSeen: false });
    const late = timer('2026-09-16T22:10:30+02:00', 'Europe/Madrid');
    expect(likelyEnd(late, [], next)).toEqual({ at: at('2026-09-17T00:00+02:00'), isSeen: false });
  });
});
