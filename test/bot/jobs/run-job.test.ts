import { describe, expect, it } from 'vitest';
import { TEAM } from '../../../playground/slack/workspace.ts';
import { errandJob } from '../../../src/bot/jobs/errand-job.ts';
import { readJob } from '../../../src/bot/jobs/job.ts';
import { runJob } from '../../../src/bot/jobs/run-job.ts';
import { handOut } from '../../../src/bot/schedule/hand-out.ts';
import { botForEachTest } from '../../support/bot-for-each-test.ts';
import { ANA, type BotRun } from '../../support/bot-run.ts';
import { runAt } from '../../support/run-at.ts';

let run: BotRun;
botForEachTest((fresh) => {
  run = fresh;
});

/** Monday 2026-09-21, 9:00 in Madrid. */
const MADRID_MORNING = Date.UTC(2026, 8, 21, 7);
const KEY = {
  bucket: MADRID_MORNING,
  errand: 'digest',
  member: { workspaceId: TEAM.id, memberId: ANA.id },
} as const;

const digests = () =>
  run.slack.snapshot(ANA).messages.filter(({ text }) => text.startsWith(':calendar: Your week'));

describe('a job', () => {
  it('reads back from a message as it was', () => {
    const job = errandJob(KEY, MADRID_MORNING);
    expect(readJob(JSON.stringify(job))).toEqual(job);
    const team = errandJob({ bucket: 0, errand: 'team digest', workspaceId: 'T1' }, 0);
    expect(readJob(JSON.stringify(team))).toEqual(team);
  });

  it.each([
    '',
    '{',
    '[]',
    '{"kind":"errand"}',
    '{"kind":"unknown","id":"a","until":1}',
    JSON.stringify({
      ...errandJob(KEY, 0),
      due: { ...KEY, member: { workspaceId: '../T1', memberId: 'U1' } },
    }),
    JSON.stringify({ ...errandJob(KEY, 0), due: { ...KEY, errand: 'team digest' } }),
  ])('that is none, as %s, is not read', (message) => {
    expect(readJob(message)).toBeUndefined();
  });

  it('that comes too late is dropped, and the log says so', async () => {
    await run.track('2h #writing');
    const job = errandJob(KEY, MADRID_MORNING);
    run.clock.now = job.until + 1;
    await runJob(run.worker, job);
    expect(digests()).toEqual([]);
    expect(run.logged).toContainEqual({
      level: 'warn',
      event: 'job dropped',
      job: 'errand',
      why: 'too late',
    });
  });

  it('that is delivered twice is done once', async () => {
    await run.track('2h #writing');
    run.clock.now = MADRID_MORNING;
    const job = errandJob(KEY, MADRID_MORNING);
    await Promise.all([runJob(run.worker, job), runJob(run.worker, job)]);
    await runJob(run.worker, job);
    expect(digests()).toHaveLength(1);
  });
});

describe('what is due', () => {
  it('is handed to the queue, and its message may be lost: the next tick finds it', async () => {
    await run.track('2h #writing');
    // What was due before is done.
    await runAt(run, MADRID_MORNING - 900_000);
    run.clock.now = MADRID_MORNING;
    expect(await handOut({ ...run.worker, enqueue: async () => undefined })).toBe(1);
    expect(digests()).toEqual([]);
    expect(await handOut(run.worker)).toBe(1);
    await run.jobs.idle();
    expect(digests()).toHaveLength(1);
    // The next quarter passes over it, whatever the queue still holds.
    run.clock.now += 900_000;
    expect(await handOut(run.worker)).toBe(0);
  });
});
