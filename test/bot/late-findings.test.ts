import { describe, expect, it } from 'vitest';
import { zoneOptions } from '../../src/bot/options/zone-options.ts';
import { escapeText, inlineCode } from '../../src/bot/slack/escape.ts';
import { botForEachTest } from '../support/bot-for-each-test.ts';
import type { BotRun } from '../support/bot-run.ts';

let run: BotRun;
botForEachTest((fresh) => {
  run = fresh;
});

describe('what was typed', () => {
  it('is never cut at a stop: the timer runs on', async () => {
    await run.track(`start ${'a'.repeat(1900)}`);
    run.clock.now += 60_000;
    expect(await run.track(`stop ${'b'.repeat(1900)}`)).toContain('3801 characters together');
    expect(await run.track('stop done')).toContain('Stopped and logged *1m*');
  });

  it('stays in a form whose entry is gone', async () => {
    await run.track('45m #writing');
    await run.press('Edit');
    await run.track('undo');
    expect(await run.submit({ note: 'typed for long' })).toEqual({
      time: expect.stringContaining('copy what you typed'),
    });
  });

  it('may begin with the command itself, as people copy it from an answer', async () => {
    expect(await run.track('/track 45m #writing')).toContain('Logged *45m* · today, Wed 16 Sep\n#writing\n');
  });
});

describe('a search', () => {
  it.each([
    ['kyiv', 'Europe/Kyiv'],
    ['Kolkata', 'Asia/Kolkata'],
    ['são paulo', 'America/Sao Paulo'],
  ])('for the zone %s finds %s', (typed, zone) => {
    expect(zoneOptions(typed).map(({ text }) => text)).toContain(zone);
  });

  it('for a task puts whole words before their beginnings', async () => {
    for (const title of ['Sprint 9 review', 'Sprint 90 review', 'Sprint 91 review'])
      await run.track(`task new ${title}`);
    await run.track('');
    expect((await run.options('task', 'sprint 9'))[0]).toBe('task-1 Sprint 9 review');
  });
});

describe('text that is written from the right', () => {
  it('stands by itself beside figures, and is copied as it is', () => {
    expect(escapeText('عنوان')).toBe('\u2068عنوان\u2069');
    expect(inlineCode('45m عنوان')).toBe('`45m عنوان`');
    expect(escapeText('Title <1>')).toBe('Title &lt;1&gt;');
  });
});
