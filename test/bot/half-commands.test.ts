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
