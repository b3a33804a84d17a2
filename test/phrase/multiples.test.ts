import { describe, expect, it } from 'vitest';
import { readLine } from '../../src/phrase/read-line.ts';
import { briefly, WEDNESDAY } from './support.ts';

describe('a length with how often it was', () => {
  it.each([
    ['2x 45m', '1h 30m', '45m', 2],
    ['2 x 45m', '1h 30m', '45m', 2],
    ['2 × 45m', '1h 30m', '45m', 2],
    ['3 times 20m', '1h', '20m', 3],
    ['2*45m', '1h 30m', '45m', 2],
    ['45m x2', '1h 30m', '45m', 2],
    ['30m x 3', '1h 30m', '30m', 3],
    ['12 x 1h', '12h', '1h', 12],
  ])('%j may be %s in all, or %s with a count', (text, all, each, value) => {
    const reading = readLine(`${text} #gym`, WEDNESDAY);
    const choices = reading.kind === 'ask' ? reading.choices : [];
    expect(choices.map(({ reading: choice }) => choice.kind === 'log' && choice.content)).toMatchObject([
      { seconds: secondsOf(all), measures: [], tags: ['gym'] },
      { seconds: secondsOf(each), measures: [{ value, unit: 'times' }], tags: ['gym'] },
    ]);
  });

  it.each([
    // One time is no question, nor is what no entry could hold.
    ['1x 45m', 'log 2700 2026-09-16'],
    ['2x 20h', 'log 72000 2026-09-16'],
    ['13 x 20h', 'error invalid'],
    ['45m x2y', 'log 2700 2026-09-16'],
    ['2x #gym 45m', 'log 2700 2026-09-16'],
    ['5 km 45m', 'log 2700 2026-09-16'],
  ])('%j is no such question: %s', (text, expected) => {
    expect(briefly(text)).toBe(expected);
  });
});

function secondsOf(length: string): number | undefined {
  const reading = readLine(length, WEDNESDAY);
  return reading.kind === 'log' ? reading.content.seconds : undefined;
}
