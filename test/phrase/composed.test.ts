import fc from 'fast-check';
import { describe, it } from 'vitest';
import { composed } from './composed.ts';
import { expectAsComposed } from './sound.ts';

describe('a line composed by the grammar', () => {
  it('is read as its parts say, whatever their order, spelling and zone', { timeout: 60_000 }, () => {
    fc.assert(fc.property(composed, expectAsComposed), {
      seed: 20_260_916,
      numRuns: 3000,
      interruptAfterTimeLimit: 5000,
    });
  });
});
