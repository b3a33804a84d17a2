import { expect, it } from 'vitest';
import { runWriters } from '../support/writers.ts';

it.each([1, 2])(
  '50 writers lose nothing and double nothing, with seed %i',
  { timeout: 120_000 },
  async (seed) => {
    const { failures, faults } = await runWriters(seed, { writers: 50, logs: 3, undoers: 10, changes: 2 });
    expect(failures).toEqual([]);
    expect(Math.min(faults.conflict, faults.lost)).toBeGreaterThan(100);
  },
);
