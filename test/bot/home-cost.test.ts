import { describe, expect, it } from 'vitest';
import { newTask } from '../../src/store/tasks.ts';
import { ANA } from '../support/bot-run.ts';
import { costOf, HOME_COSTS, homeCosts, memberWith } from '../support/home-cost.ts';

describe('App Home', () => {
  it.each([100, 2000])('of a member with %i entries costs the same', async (past) => {
    expect(await homeCosts(past)).toEqual(HOME_COSTS);
  });

  it('costs one request for the newest tasks, one for each older one worked on lately, five at most', async () => {
    const run = await memberWith(0);
    for (let index = 2; index <= 7; index += 1) {
      await run.track(`task new Number ${index}`);
      await run.track(`5m task-${index}`);
    }
    expect(await costOf(run, () => run.openHome())).toEqual([3, 1, 1.5]);
    const own = { workspaceId: 'T000000001', memberId: ANA.id };
    for (let index = 8; index <= 30; index += 1) {
      await newTask(run.store, own, `task ${index}`, { title: `Number ${index}`, tags: [] });
    }
    expect(await costOf(run, () => run.openHome())).toEqual([8, 1, 4]);
    expect(run.homeText()).toContain('Open tasks\n*task-7* Number 7');
    expect(run.problems()).toEqual([]);
    await run.stop();
  });
});
