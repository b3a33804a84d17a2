import { expect, it } from 'vitest';
import { runWriters } from '../support/writers.ts';

/** One seed here; `npm run torture` takes twenty. */
it('50 writers lose nothing and double nothing', { timeout: 120_000 }, async () => {
  const { failures, faults } = await runWriters(1, { writers: 50, logs: 3, undoers: 10, changes: 2 });
  expect(failures).toEqual([]);
  expect(Math.min(faults.conflict, faults.lost)).toBeGreaterThan(100);
});
