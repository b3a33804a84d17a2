import { expect, it } from 'vitest';
import { runBot } from '../support/bot-run.ts';
import { type Cost, costOf } from '../support/home-cost.ts';

it('the timer and the corrections keep their budgets, the reading of the member included', async () => {
  const run = await runBot();
  const cost = (work: () => Promise<unknown>): Promise<Cost> => {
    run.clock.now += 60_000;
    return costOf(run, work);
  };
  const track = (line: string) => cost(() => run.track(line));
  await run.track('45m #writing');
  await run.track('start #writing');
  expect(await track('status')).toEqual([1, 0, 1]);
  expect(await track('cancel')).toEqual([2, 5, 1]);
  // Whatever lets a timer run puts the question of the night on the clockwork: two units.
  expect(await track('start #writing')).toEqual([2, 7, 1]);
  expect(await track('switch #writing')).toEqual([2, 9, 1]);
  expect(await cost(() => run.press('Stop'))).toEqual([2, 7, 1]);
  // The last entry is found by the list of changes: the newest change, and the entry that it left.
  expect(await track('resume')).toEqual([5, 7, 4]);
  run.clock.now += 15 * 3_600_000;
  expect(await track('stop')).toEqual([1, 0, 1]);
  expect(await cost(() => run.press('Keep running'))).toEqual([2, 7, 1]);
  await run.track('cancel');
  await run.track('2026-09-01 9:00-10:00 #writing');
  expect(await track('edit')).toEqual([3, 0, 3]);
  expect(await cost(() => run.submit({ time: '9:00-11:00' }))).toEqual([4, 5, 3]);
  expect(await track('delete')).toEqual([6, 5, 5]);
  await run.track('2026-09-16 9:00-10:00 #writing');
  await run.track('2026-09-16 9:30-11:00 #writing');
  expect(await cost(() => run.press('Crop the earlier one'))).toEqual([2, 7, 1]);
  await run.track('list');
  expect(await cost(() => run.choose('Copy to today'))).toEqual([3, 5, 2]);
  expect(await cost(() => run.choose('Split…'))).toEqual([1, 0, 1]);
  expect(await cost(() => run.submit({ cut: '10m' }))).toEqual([3, 7, 2]);
  expect(run.problems()).toEqual([]);
  expect(run.lastText()).toContain('Split in two');
  await run.stop();
});
