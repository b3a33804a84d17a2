import { describe, expect, it } from 'vitest';
import { botForEachTest } from '../support/bot-for-each-test.ts';
import type { BotRun } from '../support/bot-run.ts';

let run: BotRun;
botForEachTest((fresh) => {
  run = fresh;
});

describe('a command with a slip in what comes after it', () => {
  it.each([
    ['undo 3', 'I know `undo`, but not what comes after it.', '/track undo`'],
    ['list 5', 'I know `list`', '/track list last week`'],
    ['delete 2', 'I know `delete`', '/track delete`'],
    ['task done', '`task done` needs a word more.', '/track task done task-12`'],
    ['task move task-3', 'I know `task move`', '/track task move task-12 under task-3`'],
    ['tag rename prose', 'I know `tag rename`', '/track tag rename'],
    ['help nonsense', 'I know `help`', '/track help'],
  ])('%s is answered with how it goes, and with no line that would log it', async (line, said, example) => {
    const text = await run.track(line);
    expect(text).toContain(said);
    expect(text).toContain(example);
    expect(text.match(/(?<=\/track )[^`]+(?=`)/g)?.filter((each) => /^\d|\d[hm]$/.test(each))).toEqual([]);
    expect(await run.track('today')).toContain('Nothing logged today');
  });

  it.each([
    ['report last 0 days', '/track report last'],
    ['report since the launch', '/track report last month by tag`'],
    ['list between the meetings', '/track list last week`'],
    ['report week 53', '/track report last month by tag`'],
    ['report last 5 sprints', '/track report last month by tag`'],
    ['report #writing vs #reading', '/track report last month by tag`'],
    ['report year 2026', '/track report last month by tag`'],
    ['report "  "', '/track report last month by tag`'],
    ['team report week 53', '/track team report last week by member`'],
    ['team report last 0 days', '/track team report'],
    ['team report @ben @stint', '/track team report'],
    ['export csv by tag', '/track export csv last month`'],
    ['export pdf last month', '/track export csv last month`'],
    ['tags by month', '/track tags last month`'],
    ['list by tag', '/track list last week`'],
  ])(
    '%s, however long, is plainly none of work: no line is offered that would log it',
    async (line, example) => {
      const text = await run.track(line);
      expect(text).toContain(example);
      expect(text).not.toMatch(/\d+[hm] (?:team )?(?:report|leads|export|tags|list)|top \d+h/);
      expect(text).toContain('I know `');
    },
  );

  it.each([
    ['report by colour', 'not by “colour”', '/track report last month by tag`'],
    ['team report by colour', 'not by “colour”', '/track team report last week by member`'],
    ['team report share by member', '`share` is its last word', '/track team report last week by member`'],
    ['team report "client call"', 'nobody’s notes', '/track team report last week by member`'],
    ['report this month share by tag', '`share` is its last word', '/track report'],
  ])('%s says what is wrong, and lines that are right', async (line, said, example) => {
    const text = await run.track(line);
    expect(text).toContain(said);
    expect(text).toContain(example);
    expect(text).not.toContain('30m');
  });

  it.each(['<@UBOT00001>', '@user1', '@ben.2 and @kim'])(
    'team leads add %s, whom Slack does not know, asks who is meant',
    async (who) => {
      expect(await run.track(`team leads add ${who}`)).toContain('I can’t tell who is meant by');
    },
  );

  it.each([
    'report for client',
    'report client call',
    'report of the meeting with Kim and Jo',
    'weekly report',
    'team report for the client',
  ])('%s is offered as work to log too', async (line) => {
    expect(await run.track(line)).toContain(`/track 30m ${line}`);
  });

  it('may be work to log, and is offered as that too', async () => {
    expect(await run.track('report for client')).toContain('/track 30m report for client`');
  });
});

describe('a timer with a day and no time', () => {
  it.each(['tomorrow', '3 days ago', 'yesterday', 'last night', 'yesterday #writing'])(
    'start %s starts nothing',
    async (when) => {
      await run.track(`start ${when}`);
      expect(await run.track('status')).toContain('No timer runs');
    },
  );

  it('keeps a day among other words as a note', async () => {
    expect(await run.track('start notes of the friday review')).toContain('notes of the friday review');
  });
});

describe('a task without a title', () => {
  it.each(['~4h', '#docs', 'under task-1'])('task new %s makes and logs nothing', async (rest) => {
    await run.track('task new Guide');
    expect(await run.track(`task new ${rest}`)).toContain('A task needs a title');
    expect(await run.track('today')).toContain('Nothing logged today');
  });
});

describe('a start before that of the running timer', () => {
  it('is offered as the start of that one', async () => {
    await run.track('start #writing');
    run.clock.now += 60_000;
    expect(await run.track('start 20 minutes ago')).toContain('say that it began earlier');
    expect(await run.press('It began at 17:46')).toContain('Running since 17:46 · #writing');
    expect(await run.track('status')).toContain('since 17:46');
  });
});
