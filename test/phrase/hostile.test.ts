import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLine } from '../../src/phrase/read-line.ts';
import type { LogReading, ReadContext } from '../../src/phrase/reading.ts';
import { readingJson } from '../../src/phrase/reading-json.ts';
import { localDateOf } from '../../src/time.ts';
import { contexts, FRAGMENTS, lines } from './fragments.ts';
import { WEDNESDAY } from './support.ts';

/** Seconds of fuzzing; `npm run torture` gives more. */
const SECONDS = Number(process.env['FUZZ_SECONDS'] ?? 3);
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_260_916);
const fuzz = { seed: SEED, numRuns: SECONDS * 100_000, interruptAfterTimeLimit: (SECONDS * 1000) / 2 };

/** What holds of every entry that a line makes, whatever the line. */
function expectSound({ content, assumed }: LogReading, { now, zone }: ReadContext): void {
  const { seconds, clock, date, measures, note } = content;
  expect(date <= localDateOf(now, zone)).toBe(true);
  expect(seconds !== undefined || measures.length > 0).toBe(true);
  if (seconds !== undefined) {
    expect(Number.isSafeInteger(seconds) && seconds > 0 && seconds <= 25 * 3600).toBe(true);
    expect(assumed.includes('long')).toBe(seconds > 12 * 3600);
  }
  if (clock !== undefined) {
    expect(clock.endedAt <= now).toBe(true);
    expect((clock.endedAt - clock.startedAt) / 1000).toBe(seconds);
    expect(localDateOf(clock.startedAt, zone)).toBe(date);
  }
  expect(note === undefined || note === note.trim()).toBe(true);
}

function expectSoundReading(text: string, context: ReadContext): void {
  const reading = readLine(text, context);
  if (reading.kind === 'log') expectSound(reading, context);
  if (reading.kind === 'error') expect(reading.message.length).toBeGreaterThan(0);
  if (reading.kind === 'ask') {
    expect(reading.choices.length).toBeGreaterThan(0);
    for (const choice of reading.choices)
      if (choice.reading.kind === 'log') expectSound(choice.reading, context);
  }
  expect(() => JSON.stringify(readingJson(reading))).not.toThrow();
}

describe('hostile text', () => {
  it('never throws, and never makes an unsound entry of fragments of lines', {
    timeout: SECONDS * 2000 + 20_000,
  }, () => {
    fc.assert(fc.property(lines, contexts, expectSoundReading), fuzz);
  });

  it('never throws on any Unicode text', { timeout: SECONDS * 2000 + 20_000 }, () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
    );
    fc.assert(fc.property(texts, contexts, expectSoundReading), fuzz);
  });

  /**
   * A text four times as long may take twelve times as long, and no more. An expression that goes wrong takes sixteen times
   * or worse, however often it is tried; what a busy machine adds to one try is gone in another.
   */
  it('takes no more than linear time on a fragment repeated', { timeout: 120_000 }, () => {
    const shapes = [
      ...FRAGMENTS,
      '1,',
      '1.',
      '.',
      ',',
      '1 ',
      'a ',
      'a-',
      '1-',
      '1/',
      '1 1/2',
      '  ',
      '((',
      '<<',
      '""',
      '\\"',
      '::',
      ':a',
      '&',
      '~1',
      '*',
      'http://',
      'a@',
      'a@b.',
      '0',
      '\u0301',
      'ﷺ',
    ];
    for (const shape of shapes) {
      for (const [before, after] of [
        ['', ''],
        ['1h ', '!'],
      ] as const) {
        const text = (length: number) => (before + shape.repeat(length)).slice(0, length) + after;
        expect([shape, growsLinearly(text(480), text(1920))]).toEqual([shape, true]);
      }
    }
  });
});

const TRIES = 40;

function growsLinearly(short: string, long: string): boolean {
  let fastestShort = Number.POSITIVE_INFINITY;
  let fastestLong = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < TRIES; turn += 1) {
    fastestShort = Math.min(fastestShort, millisecondsOf(short));
    fastestLong = Math.min(fastestLong, millisecondsOf(long));
    if (turn > 0 && fastestLong < 1 + fastestShort * 12) return true;
  }
  return false;
}

function millisecondsOf(text: string): number {
  const began = performance.now();
  readLine(text, WEDNESDAY);
  return performance.now() - began;
}
