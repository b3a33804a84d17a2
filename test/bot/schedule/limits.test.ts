import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { errandJob } from '../../../src/bot/jobs/errand-job.ts';
import type { Job } from '../../../src/bot/jobs/job.ts';
import { runJob } from '../../../src/bot/jobs/run-job.ts';
import { tick } from '../../../src/bot/schedule/tick.ts';
import { ANA, BEN, type BotRun, runBot } from '../../support/bot-run.ts';
import { at, DAY, MINUTE, runAt } from '../../support/run-at.ts';

let run: BotRun;
beforeEach(async () => {
  run = await runBot();
});
afterEach(() => run.stop());

/** 9:00 in New York, 15:00 in Madrid: both have their digest then. */
const MONDAY = at('2026-09-21T13:00:00Z');

const digests = (person = ANA) =>
  run.slack.snapshot(person).messages.filter(({ text }) => text.startsWith(':calendar: Your week'));

async function bothDue(): Promise<void> {
  await run.track('2h #writing');
  await run.track('digest monday 15:00');
  await run.track('1h #team', BEN);
  run.clock.now = at('2026-09-21T07:00:00Z');
  await runAt(run, run.clock.now);
}

describe('where Slack asks to wait', () => {
  it('nothing is asked of it until then, and then all comes, once', async () => {
    await bothDue();
    run.slack.faults.set('rate_limited');
    const outcomes = await runAt(run, MONDAY);
    expect(outcomes.filter((each) => each === 'digest later Slack asked to wait')).toHaveLength(2);
    run.slack.faults.set('none');
    expect(await runAt(run, MONDAY + 29_000)).toEqual([]);
    expect(await runAt(run, MONDAY + 31_000)).toEqual(['digest sent', 'digest sent']);
    expect([digests().length, digests(BEN).length]).toEqual([1, 1]);
  });

  it('the queue is given the errand again for then, without waiting for the next tick', async () => {
    await bothDue();
    run.slack.faults.set('rate_limited');
    run.clock.now = MONDAY;
    const delays: (number | undefined)[] = [];
    const worker = {
      ...run.worker,
      enqueue: async (_: Job, after?: number) => void delays.push(after),
    };
    for (const key of await tick(worker)) await runJob(worker, errandJob(key, run.clock.now));
    // The second one asks nothing of Slack any more.
    expect(delays).toEqual([30_000, 30_000]);
    expect(run.logged.filter(({ event }) => event === 'message not posted')).toHaveLength(1);
  });
});

describe.each(['is_archived', 'account_inactive', 'token_revoked'] as const)(
  'where Slack says %s',
  (fault) => {
    it('the errand is skipped, the log says why, and the week after it comes again', async () => {
      await bothDue();
      run.slack.faults.set(fault);
      const outcomes = await runAt(run, MONDAY);
      expect(outcomes.filter((each) => each === `digest skipped ${fault}`)).toHaveLength(2);
      expect(run.logged).toContainEqual(
        expect.objectContaining({ event: 'errand skipped', errand: 'digest', why: fault }),
      );
      run.slack.faults.set('none');
      expect(await runAt(run, MONDAY + 5 * MINUTE)).toEqual([]);
      run.clock.now = MONDAY + DAY;
      await run.track('2h #writing');
      await run.track('2h #writing', BEN);
      const later = await runAt(run, MONDAY + 7 * DAY);
      expect(later.filter((each) => each === 'digest sent')).toHaveLength(2);
    });
  },
);
