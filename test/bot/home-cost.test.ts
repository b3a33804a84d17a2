import { describe, expect, it } from 'vitest';
import { costOf, HOME_COSTS, homeCosts, memberWith } from '../support/home-cost.ts';

describe('App Home', () => {
  it.each([100, 2000])('of a member with %i entries costs the same', async (past) => {
    expect(await homeCosts(past)).toEqual(HOME_COSTS);
  });

  it('costs a request for each of the last five tasks, and never reads them all', async () => {
    const run = await memberWith(0);
    for (let index = 2; index <= 12; index += 1) {
      await run.track(`task new Number ${index}`);
      await run.track(`5m task-${index}`);
    }
    expect(await costOf(run, () => run.openHome())).toEqual([8, 1, 4.5]);
    expect(run.problems()).toEqual([]);
    await run.stop();
  });
});
