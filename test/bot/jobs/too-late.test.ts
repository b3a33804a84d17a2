import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TEAM } from '../../../playground/slack/workspace.ts';
import type { Job } from '../../../src/bot/jobs/job.ts';
import { runJob } from '../../../src/bot/jobs/run-job.ts';
import { beginToErase, endErasing, leavingOf } from '../../../src/store/erase-member.ts';
import { scanItems } from '../../../src/store/layer/scan.ts';
import { ANA, type BotRun, runBot } from '../../support/bot-run.ts';
import { MINUTE } from '../../support/run-at.ts';

const MEMBER = { workspaceId: TEAM.id, memberId: ANA.id };
const TOO_LATE =
  'The file you asked for could not be put together in time, so it does not come. Please ask for it again.';

let run: BotRun;
let promised: Job[];
beforeEach(async () => {
  promised = [];
  run = await runBot({ enqueue: async (job) => void promised.push(job) });
  await run.track('2h #writing');
  await run.track('export csv today');
});
afterEach(() => run.stop());

const told = () => run.slack.snapshot(ANA).messages.filter(({ text }) => text === TOO_LATE);
const files = () => run.slack.snapshot(ANA).messages.filter(({ text }) => text.includes('Your export'));

async function deliver(times = 1): Promise<void> {
  for (let time = 0; time < times; time += 1) for (const job of promised) await runJob(run.worker, job);
}

describe('a job that comes too late', () => {
  it('is told of where it was asked for, as long as Slack takes that, once', async () => {
    run.clock.now += 26 * MINUTE;
    await deliver(3);
    expect(told()).toHaveLength(1);
    expect(files()).toEqual([]);
    expect(run.logged.filter(({ why }) => why === 'too late')).toHaveLength(3);
  });

  it('is told of directly after that, once', async () => {
    run.clock.now += 3 * 24 * 60 * MINUTE;
    await deliver(3);
    expect(told()).toHaveLength(1);
    expect(run.slack.log.entries().map(({ name }) => name)).toContain('chat.postMessage');
  });

  it('is not told of where it was done before, and only its delivery comes again', async () => {
    await deliver();
    expect(files()).toHaveLength(1);
    run.clock.now += 26 * MINUTE;
    await deliver();
    expect(told()).toEqual([]);
  });

  it('is not told to whoever was forgotten meanwhile, and leaves no row of them', async () => {
    await beginToErase(run.store, MEMBER);
    await endErasing(run.store, MEMBER, (await leavingOf(run.store, MEMBER)) ?? 0);
    run.clock.now += 26 * MINUTE;
    await deliver();
    expect(told()).toEqual([]);
    const rows = (await scanItems(run.store)).filter(({ pk }) => `${pk}`.includes(ANA.id));
    expect(rows).toEqual([]);
  });

  it('tells the log where it can be told nobody', async () => {
    run.clock.now += 40 * MINUTE;
    run.slack.faults.set('server_error');
    await deliver();
    expect(told()).toEqual([]);
    expect(run.logged).toContainEqual({ level: 'warn', event: 'answer not told', job: 'export' });
  });
});
