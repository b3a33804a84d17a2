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
   * or worse, however often it is tried.
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
      'page ',
      'sep ',
      'then ',
      'mon, ',
      '1 or ',
      'hundred ',
      '1 minuts ',
      'yestarday ',
      '9 may ',
      '9-11 - ',
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

/** Readings in a row, since the thread's own time is told in ticks of a few milliseconds. */
const READINGS = 10;
const TRIES = 8;

function growsLinearly(short: string, long: string): boolean {
  let shortTotal = 0;
  let longTotal = 0;
  for (let turn = 1; turn <= TRIES; turn += 1) {
    shortTotal += millisecondsOf(short);
    longTotal += millisecondsOf(long);
    if (longTotal < turn * READINGS + shortTotal * 12) return true;
  }
  return false;
}

/** The thread's own work on some readings: on a busy machine the clock tells how long others took. */
function millisecondsOf(text: string): number {
  const began = process.threadCpuUsage();
  for (let reading = 0; reading < READINGS; reading += 1) readLine(text, WEDNESDAY);
  const { user, system } = process.threadCpuUsage(began);
  return (user + system) / 1000;
}
