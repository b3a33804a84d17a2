import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLine } from '../../src/phrase/read-line.ts';
import { contexts, FRAGMENTS, lines } from './fragments.ts';
import { expectSoundReading, texts } from './sound.ts';
import { WEDNESDAY } from './support.ts';

/** How long each of the two properties is tried; the torture run takes longer. */
const MILLISECONDS = 5000;
const fuzz = { seed: 20_260_916, numRuns: 200_000, interruptAfterTimeLimit: MILLISECONDS };

describe('hostile text', () => {
  it('never throws, and never makes an unsound entry of fragments of lines', {
    timeout: 30_000,
  }, () => {
    fc.assert(fc.property(lines, contexts, expectSoundReading), fuzz);
  });

  it('never throws on any Unicode text', { timeout: 30_000 }, () => {
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
