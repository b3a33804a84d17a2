import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { TEAM } from '../../playground/slack/workspace.ts';
import type { EntryContent } from '../../src/entry.ts';
import { addDays } from '../../src/time.ts';
import { botForEachTest } from '../support/bot-for-each-test.ts';
import { ANA, BEN, type BotRun, runBot } from '../support/bot-run.ts';
import { putEntries } from '../support/put-entries.ts';
import { content } from '../support/samples.ts';

const MEMBER = { workspaceId: TEAM.id, memberId: ANA.id };
const FOLLOWS = ':hourglass_flowing_sand: That is a lot of entries: your report follows here in a moment.';

/** More than five megabytes, on 250 days. */
let many: readonly EntryContent[];
beforeAll(() => {
  many = Array.from({ length: 2000 }, (_, index) =>
    content({
      date: addDays('2026-01-01', Math.floor(index / 8)),
      seconds: 60,
      note: `${index % 2 === 0 ? 'secretword' : 'other'} `.padEnd(2900, 'x'),
    }),
  );
});

let run: BotRun;

describe('a report over more entries than a request has time for', () => {
  botForEachTest((fresh) => {
    run = fresh;
  });

  it('is announced at once and follows, by words and buttons too, with nothing typed in the queue or the log', async () => {
    await putEntries(run.store, MEMBER, many);
    const before = run.tally.requests;
    await run.track('report this year by tag');
    await run.jobs.idle();
    const texts = run.slack.snapshot(ANA).messages.map(({ text }) => text);
    expect(texts).toContain(FOLLOWS);
    expect(texts.at(-1)).toContain('*2026: 33h 20m*');
    expect(run.tally.requests - before).toBeLessThan(20);
    await run.press('By month');
    await run.jobs.idle();
    expect(run.lastText()).toContain('Sep: 56m');
    await run.track('report this year by tag secretword');
    await run.jobs.idle();
    expect(run.lastText()).toContain('*“secretword” · 2026: 16h 40m*');
    expect(JSON.stringify(run.logged)).not.toContain('secretword');
  });

  it('is made once, however often its request and its job are delivered, and shared once', async () => {
    await putEntries(run.store, MEMBER, many);
    await run.track('report this year by tag share');
    await run.repeatLastCommand();
    await run.jobs.idle();
    const shared = run.slack.snapshot(BEN).messages.filter(({ text }) => text.includes('2026'));
    expect(shared.map(({ text }) => text.split('\n')[0])).toEqual([`<@${ANA.id}> *2026: 33h 20m*`]);
  });
});

describe('a report that can’t be brought later', () => {
  afterEach(() => run.stop());

  it('since the queue does not take it is not promised, and the log says so', async () => {
    run = await runBot({
      enqueue: async () => {
        throw new Error('busy');
      },
    });
    await putEntries(run.store, MEMBER, many);
    expect(await run.track('report this year by tag')).toBe(
      ':warning: That is a lot of entries, and I could not begin to add them up this time. Please ask again in a moment, or for a shorter period: `/track report this month`.',
    );
    expect(await run.track('export csv today')).toBe(
      ':warning: Your file could not be begun this time. Please ask again in a moment: `/track export csv`.',
    );
    const told = run.logged.filter(({ event }) => event === 'job not queued');
    expect(told.map(({ level, job, problem }) => [level, job, problem])).toEqual([
      ['error', 'report', 'Error'],
      ['error', 'export', 'Error'],
    ]);
  });

  it.each(['report this year by tag', 'export csv yesterday'])(
    'since Slack does not take the answer to %s is told of by the log',
    async (line) => {
      let isGone = false;
      run = await runBot({
        through: (real) => async (input, init) => {
          const isAnswer = `${input instanceof Request ? input.url : input}`.includes('/response/');
          return isGone && isAnswer ? new Response('', { status: 404 }) : real(input, init);
        },
      });
      await putEntries(run.store, MEMBER, many);
      await run.track(line);
      isGone = true;
      await run.jobs.idle();
      expect(run.logged).toContainEqual(
        expect.objectContaining({ level: 'warn', event: 'answer not told', job: line.split(' ')[0] }),
      );
    },
  );
});
