import { describe, expect, it } from 'vitest';
import { runWriters } from './writers.ts';

/**
 * Runs the writers with every other seed of TORTURE_SEEDS, which names the seeds (`1,2,3`) or says how many there are
 * to be: two files take half of them each, so that two cores have work.
 */
export function tortureWriters(half: 0 | 1): void {
  const said = process.env['TORTURE_SEEDS'] ?? '20';
  const all = said.includes(',')
    ? said.split(',').map(Number)
    : Array.from({ length: Number(said) }, (_, index) => index + 1);
  const seeds = all.filter((_, index) => index % 2 === half);
  describe.skipIf(seeds.length === 0)('50 writers with conflicts and lost answers', () => {
    it.each(seeds)('lose nothing and double nothing, with seed %i', { timeout: 300_000 }, async (seed) => {
      const { failures } = await runWriters(seed, { writers: 50, logs: 12 });
      expect(failures).toEqual([]);
    });
  });
}
