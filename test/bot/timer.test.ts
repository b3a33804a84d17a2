import { describe, expect, it } from 'vitest';
import { botForEachTest } from '../support/bot-for-each-test.ts';
import { BEN, type BotRun, NOW } from '../support/bot-run.ts';

let run: BotRun;
botForEachTest((fresh) => {
  run = fresh;
});

const MINUTE = 60_000;

describe('the timer', () => {
  it('starts, tells how long it runs, stops and logs', async () => {
    expect(await run.track('start #writing the guide')).toContain(
      'Running since 18:05 · #writing · the guide',
    );
    run.clock.now = NOW + 50 * MINUTE;
    expect(await run.track('status')).toContain('Running for *50m* since 18:05');
    expect(await run.track('stop')).toBe(
      [
        ':white_check_mark: Stopped and logged *50m* · today, Wed 16 Sep, 18:05–18:55',
        '#writing',
        '> the guide',
        'Today: *50m*',
      ].join('\n'),
    );
    expect(await run.track('status')).toContain('No timer runs');
  });

  it('starts in the past and stops at a time', async () => {
    expect(await run.track('start 20 minutes ago #writing')).toContain('Running since 17:45');
    expect(await run.track('stop at 18:00')).toContain('Stopped and logged *15m*');
  });

  it('stops the running one when another starts, and shows both', async () => {
    await run.track('start #writing');
    run.clock.now = NOW + 30 * MINUTE;
    const text = await run.track('start #team');
    expect(text).toContain('Stopped and logged *30m* · today, Wed 16 Sep, 18:05–18:35\n#writing');
    expect(text).toContain('Today: *30m*');
    expect(text).toContain('Running since 18:35 · #team');
    expect(await run.press('Undo')).toContain('Undone: the switch');
    expect(await run.track('status')).toContain('since 18:05 · #writing');
  });

  it('adds what is said at the stop', async () => {
    await run.track('start #writing');
    run.clock.now = NOW + 30 * MINUTE;
    const text = await run.track('stop #client finished it');
    expect(text).toContain('#writing · #client');
    expect(text).toContain('finished it');
  });

  it('does not invent an entry where none runs', async () => {
    expect(await run.track('stop')).toContain('No timer runs, so there is nothing to stop.');
    expect(await run.track('stop', BEN)).toContain('No timer runs');
  });

  it('credits nobody with more than a day', async () => {
    await run.track('start #writing');
    run.clock.now = NOW + 26 * 60 * MINUTE;
    expect(await run.track('stop')).toContain('more than a day');
    const today = await run.track('today');
    expect(today).toContain('Nothing logged today');
    expect(today).toContain('say when you stopped');
    expect(await run.track('list')).toContain('No entries');
  });
});
