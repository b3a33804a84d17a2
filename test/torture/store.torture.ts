import { describe, expect, it } from 'vitest';
import { runWriters } from '../support/writers.ts';

// TORTURE_SEEDS names the seeds, as in `1,2,3`, or how many of them there are to be.
const said = process.env['TORTURE_SEEDS'] ?? '20';
const seeds = said.includes(',')
  ? said.split(',').map(Number)
  : Array.from({ length: Number(said) }, (_, index) => index + 1);

describe('50 writers with conflicts and lost answers', () => {
  it.each(seeds)('lose nothing and double nothing, with seed %i', { timeout: 300_000 }, async (seed) => {
    const { failures } = await runWriters(seed, { writers: 50 });
    expect(failures).toEqual([]);
  });
});
