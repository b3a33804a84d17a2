import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAwake, nextQuestion, nightOf } from '../src/night-question.ts';
import { answerStandsUntil, asksIfWorking } from '../src/overnight.ts';
import { type Instant, instantFromIso, isoOf, type Zone } from '../src/time.ts';
import type { RunningTimer } from '../src/timer.ts';
import { running } from './support/samples.ts';

const at = (text: string) => instantFromIso(text) ?? Number.NaN;

/** Every question about a timer that nobody answers, in local words. */
function questions(timer: RunningTimer, zone: Zone): readonly Instant[] {
  const asked: Instant[] = [];
  for (let last = timer.startedAt; ; ) {
    const next = nextQuestion(timer, zone, last);
    if (next === undefined) return asked;
    asked.push(next);
    last = next;
  }
}

describe('a timer that nobody stops', () => {
  it.each([
    [
      '09:00',
      '2026-09-16T09:00+02:00',
      ['2026-09-16T19:00:01Z', '2026-09-18T06:00:00Z', '2026-09-19T06:00:00Z'],
    ],
    [
      '10:30',
      '2026-09-16T10:30+02:00',
      ['2026-09-17T06:00:00Z', '2026-09-18T06:00:00Z', '2026-09-19T06:00:00Z'],
    ],
    [
      '14:00',
      '2026-09-16T14:00+02:00',
      ['2026-09-17T06:00:00Z', '2026-09-18T06:00:00Z', '2026-09-19T06:00:00Z'],
    ],
    [
      '04:00',
      '2026-09-16T04:00+02:00',
      ['2026-09-16T14:00:01Z', '2026-09-18T06:00:00Z', '2026-09-19T06:00:00Z'],
    ],
  ])('since %s is asked about on three nights, while its member is awake', (_, start, expected) => {
    const timer = running({ startedAt: at(start), zone: 'Europe/Madrid' });
    expect(questions(timer, 'Europe/Madrid').map((asked) => isoOf(asked))).toEqual(expected);
  });

  it('is asked about on the clock of where its member is now', () => {
    const timer = running({ startedAt: at('2026-09-16T14:00+02:00'), zone: 'Europe/Madrid' });
    const [first = 0] = questions(timer, 'America/New_York');
    expect(isoOf(first)).toBe('2026-09-16T22:00:00Z');
  });

  it('is asked about anew after each answer, from the next morning on', () => {
    const timer = running({ startedAt: at('2026-09-16T14:00+02:00'), zone: 'Europe/Madrid' });
    const keptUntil = answerStandsUntil(at('2026-09-17T08:10+02:00'), timer.zone);
    expect(questions({ ...timer, keptUntil }, timer.zone).map((asked) => isoOf(asked))).toEqual([
      '2026-09-18T06:00:00Z',
      '2026-09-19T06:00:00Z',
      '2026-09-20T06:00:00Z',
    ]);
  });

  it('is never asked about before it looks forgotten, at night, or twice in a night, wherever and whenever', () => {
    const zone = fc.constantFrom(
      'Europe/Madrid',
      'America/New_York',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
    );
    fc.assert(
      fc.property(zone, zone, fc.integer({ min: 0, max: 366 * 1440 }), (own, other, minutes) => {
        const timer = running({ startedAt: Date.UTC(2026, 0, 1) + minutes * 60_000, zone: own });
        const asked = questions(timer, other);
        expect(asked).toHaveLength(3);
        expect(new Set(asked.map((each) => nightOf(each, other))).size).toBe(3);
        for (const each of asked) {
          expect(asksIfWorking({ ...timer, state: 'running', version: 1 }, each)).toBe(true);
          expect(isAwake(each, other)).toBe(true);
        }
      }),
      { seed: 17, numRuns: 400 },
    );
  });
});
