import { describe, expect, it } from 'vitest';
import { botForEachTest } from '../support/bot-for-each-test.ts';
import { BEN, type BotRun, NOW } from '../support/bot-run.ts';

const MINUTE = 60_000;

let run: BotRun;
botForEachTest((fresh) => {
  run = fresh;
});

describe('the timer in App Home', () => {
  it('is started by a form, stopped by a press, and started again', async () => {
    await run.openHome();
    await run.pressHome('Start the timer…');
    expect(run.formText()).toContain('Start the timer\n');
    expect(await run.submit({ what: '#writing first draft' })).toEqual({});
    expect(run.homeText()).toContain(':stopwatch: Running since *18:05* · #writing · first draft\n[Stop]');
    run.clock.now = NOW + 50 * MINUTE;
    expect(await run.pressHome('Stop')).toContain(
      'Stopped and logged *50m* · today, Wed 16 Sep, 18:05–18:55',
    );
    expect(run.homeText()).toContain('No timer runs.');
    expect(run.homeText()).toContain('Today, Wed 16 Sep: 50m');
    expect(await run.pressHome('Undo')).toContain('Undone: the stop.');
    expect(run.homeText()).toContain('Running since *18:05*');
    // The timer is as it was, so its button says what it said before, and is another press all the same.
    run.clock.now = NOW + 60 * MINUTE;
    expect(await run.pressHome('Stop')).toContain('Stopped and logged *1h*');
    expect(await run.track('list')).toContain(': 1, 1h in all');
  });

  it('keeps its form open where a line can’t be read, with an error at the field', async () => {
    await run.openHome();
    await run.pressHome('Start the timer…');
    expect(await run.submit({ what: 'at 25:00 #writing' })).toHaveProperty('what');
    expect(run.formText()).toContain('Start the timer');
    await run.submit({ what: '' });
    expect(run.homeText()).toContain('Running since *18:05*');
  });

  it('stops what another device started meanwhile, and shows both', async () => {
    await run.openHome();
    await run.pressHome('Start the timer…');
    await run.track('start #team');
    run.clock.now = NOW + 30 * MINUTE;
    await run.submit({ what: '#writing' });
    expect(run.homeText()).toContain('Stopped and logged *30m*');
    expect(run.homeText()).toContain('Running since *18:35* · #writing');
  });

  it('switches, is cancelled, and goes on with the last entry', async () => {
    await run.track('45m #client call');
    await run.openHome();
    expect(await run.pressHome('Resume')).toContain('Running since *18:05* · #client · call');
    run.clock.now = NOW + 10 * MINUTE;
    await run.pressHome('Switch…');
    await run.submit({ what: '#team' });
    expect(run.homeText()).toContain('Running since *18:15* · #team');
    expect(await run.pressHome('Cancel')).toContain('No timer runs.');
    expect(await run.track('list')).toContain(': 2, 55m in all');
  });

  it('that was stopped elsewhere is not stopped twice', async () => {
    await run.track('start #writing');
    await run.openHome();
    run.clock.now = NOW + 10 * MINUTE;
    await run.track('stop');
    expect(await run.pressHome('Stop')).toContain('That timer was stopped or changed since');
    expect(await run.track('list')).toContain(': 1, 10m in all');
  });

  it('asks after a night whether one is still working', async () => {
    await run.track('start #writing');
    run.clock.now = NOW + 15 * 60 * MINUTE;
    expect(await run.openHome()).toContain('*Still working?*');
    expect(await run.pressHome('Keep running')).toContain('It runs on');
    expect(run.homeText()).not.toContain('Still working?');
    expect(await run.openHome(BEN)).toContain('No timer runs.');
  });
});
