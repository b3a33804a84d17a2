import fc from 'fast-check';
import { describe, it } from 'vitest';
import { composed } from '../phrase/composed.ts';
import { contexts, lines } from '../phrase/fragments.ts';
import { expectAsComposed, expectSoundReading, texts } from '../phrase/sound.ts';

/** A third of the seconds for each property; another seed each time, told by fast-check when one fails. */
const SECONDS = Number(process.env['TORTURE_FUZZ_SECONDS'] ?? 60);
const fuzz = { numRuns: 1_000_000_000, interruptAfterTimeLimit: (SECONDS * 1000) / 3 };

describe('the reader, for long', () => {
  it('never throws, and never makes an unsound entry of fragments of lines', {
    timeout: SECONDS * 1000 + 60_000,
  }, () => {
    fc.assert(fc.property(lines, contexts, expectSoundReading), fuzz);
  });

  it('reads lines composed by the grammar as their parts say', { timeout: SECONDS * 1000 + 60_000 }, () => {
    fc.assert(fc.property(composed, expectAsComposed), fuzz);
  });

  it('never throws on any Unicode text', { timeout: SECONDS * 1000 + 60_000 }, () => {
    fc.assert(fc.property(texts, contexts, expectSoundReading), fuzz);
  });
});
