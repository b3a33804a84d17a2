import { expect, it } from 'vitest';
import { HOME_COSTS, homeCosts } from '../support/home-cost.ts';

it('App Home of a member with 20,000 entries costs what one with 100 costs', async () => {
  expect(await homeCosts(20_000)).toEqual(HOME_COSTS);
});
