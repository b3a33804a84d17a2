import { describe, expect, it } from 'vitest';
import type { Person } from '../../playground/slack/workspace.ts';
import { escapeText } from '../../src/bot/slack/escape.ts';
import { readHome } from '../../src/store/home.ts';
import { botForEachTest } from '../support/bot-for-each-test.ts';
import { ANA, BEN, type BotRun, NOW } from '../support/bot-run.ts';
import { forgePress } from '../support/forge.ts';

let run: BotRun;
botForEachTest((fresh) => {
  run = fresh;
});

const MINUTE = 60_000;
const MEMBER = { workspaceId: 'T000000001', memberId: ANA.id };

/** Sends a press with any value, as a forged or foreign client could. */
const forge = async (person: Person, action: Readonly<Record<string, unknown>>) => {
  await forgePress(run, person, action);
  return run.lastText(person);
};

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

  it('starts in the past by a clock time whose half of the day is named and switched, there and back', async () => {
    const text = await run.track('start at 5 #writing');
    expect(text).toContain('Running since 17:00 · #writing');
    expect(text).toContain('You did not say am or pm');
    expect(run.buttons()).toEqual(['Stop', 'Switch…', 'Cancel', 'Undo', 'Switch to am']);
    expect(await run.press('Switch to am')).toContain('Running since 05:00 · #writing');
    expect(await run.press('Switch to pm')).toContain('Running since 17:00 · #writing');
    expect(await run.track('undo')).toContain(
      'Undone: the timer’s other start.\n• the timer runs as it did before',
    );
    expect(await run.track('status')).toContain('since 05:00');
  });

  it('switches at a clock time, and both sides follow when its half of the day is switched', async () => {
    await run.track('start at 03:00 #writing');
    await run.track('status');
    await run.press('Keep running');
    const text = await run.track('switch at 5 #team');
    expect(text).toContain('Running since 17:00 · #team');
    expect(text).toContain('Stopped and logged *14h* · today, Wed 16 Sep, 03:00–17:00');
    const switched = await run.press('Switch to am');
    expect(switched).toContain('Running since 05:00 · #team');
    expect(switched).toContain('*2h* · today, Wed 16 Sep, 03:00–05:00');
    expect(await run.press('Undo')).toContain('Undone: the timer’s other start.');
    expect(await run.track('today')).toContain('*14h* 03:00–17:00');
  });

  it('stops at the half of the day that lies in its run, and says so where both do', async () => {
    await run.track('start at 14:00 #writing');
    expect(await run.track('stop at 5')).not.toContain('am or pm');
    await run.track('undo');
    await run.track('cancel');
    await run.track('start at 04:00 #writing');
    const text = await run.track('stop at 5');
    expect(text).toContain('*1h* · today, Wed 16 Sep, 04:00–05:00');
    expect(text).toContain('You did not say am or pm');
    expect(await run.press('Switch to pm')).toContain('Changed: *13h* · today, Wed 16 Sep, 04:00–17:00');
  });

  it('is stopped, switched and cancelled by its buttons', async () => {
    await run.track('start #writing 12 pages');
    run.clock.now = NOW + 10 * MINUTE;
    await run.press('Switch…');
    expect(await run.submit({ what: '30 minutes ago #team' })).toEqual({
      what: 'The timer that runs started later than that.',
    });
    expect(await run.submit({ what: '#team task-0' })).toHaveProperty('what');
    expect(await run.submit({ what: '#team call' })).toEqual({});
    expect(run.lastText()).toContain('Running since 18:15 · #team · call');
    expect(run.lastText()).toContain('Stopped and logged *10m, 12 pages*');
    run.clock.now = NOW + 20 * MINUTE;
    expect(await run.press('Stop')).toContain(
      'Stopped and logged *10m* · today, Wed 16 Sep, 18:15–18:25\n#team',
    );
    await run.track('start #mail');
    run.clock.now = NOW + 25 * MINUTE;
    expect(await run.press('Cancel')).toBe(
      ':wastebasket: Cancelled: *5m* since 18:25 · #mail. Nothing was logged.',
    );
    expect(await run.press('Undo')).toContain('Undone: the cancelled timer.\n• the timer runs again');
    expect(await run.track('status')).toContain('since 18:25 · #mail');
  });

  it('is cancelled by a command, once', async () => {
    expect(await run.track('cancel')).toContain('There is nothing to cancel.\nNo timer runs.');
    await run.track('start #writing');
    run.clock.now = NOW + 50 * MINUTE;
    expect(await run.track('cancel')).toContain(
      'Cancelled: *50m* since 18:05 · #writing. Nothing was logged.',
    );
    await run.repeatLastCommand();
    expect(run.repeated()).toEqual([':wastebasket: Cancelled. Nothing was logged.']);
    expect(await run.track('undo')).toContain('the cancelled timer');
  });

  it('does not start before the one that runs, and gives the line back', async () => {
    await run.track('start #writing');
    expect(await run.track('start at 17:00 #team call')).toBe(
      [
        'Not started: a timer runs since 18:05, which is later than that. Stop it first, or say that it began earlier.',
        'You typed: `/track start at 17:00 #team call`',
        ':stopwatch: Running for *0m* since 18:05 · #writing. `/track stop` logs it.',
      ].join('\n'),
    );
    expect(await run.track('stop finished it')).toContain(
      'an entry needs at least a second.\nYou typed: `/track stop finished it`',
    );
    expect(await run.track('stop at 17:00')).toContain('runs since 18:05, which is later than that.');
    expect(await run.track('status')).toContain('#writing');
  });

  it('gives what was counted at its start and at its stop to the entry', async () => {
    await run.track('start #writing 12 pages');
    expect(await run.track('status')).toContain('· 12 pages · #writing');
    run.clock.now = NOW + 30 * MINUTE;
    expect(await run.track('stop 3 pages 2 km')).toContain('Stopped and logged *30m, 2 km, 15 pages*');
  });

  it('knows the buttons of an old one, which do nothing', async () => {
    await run.track('start #writing');
    const old = run.lastMessage()?.ts ?? '';
    await run.track('cancel');
    await run.track('start #team');
    for (const label of ['Stop', 'Cancel', 'Switch…']) {
      run.slack.faults.set('server_error');
      await run.pressIn(old, label);
      run.slack.faults.set('none');
      run.slack.log.clear();
      expect(run.form()).toBeUndefined();
      expect(await run.track('status')).toContain('· #team');
    }
    await run.pressIn(old, 'Stop');
    expect(run.slack.snapshot(ANA).messages[0]?.text).toContain(
      'was stopped or changed since, so nothing was done',
    );
    expect(await run.track('list')).toContain('No entries');
  });

  it('is nobody else’s business', async () => {
    await run.track('start #writing');
    const { version } = (await readHome(run.store, MEMBER, '2026-09-15')).timer;
    await run.track('start #mail', BEN);
    for (const action_id of ['stop-timer', 'stop-timer-now', 'cancel-timer', 'keep-timer', 'switch-timer']) {
      expect(await forge(BEN, { action_id, value: JSON.stringify({ v: version }) })).toContain(
        'nothing was done',
      );
    }
    expect(run.form(BEN)).toBeUndefined();
    expect(await run.track('status', BEN)).toContain('· #mail');
    expect(await run.track('status')).toContain('· #writing');
  });

  it('keeps its start where a forged one is asked for', async () => {
    await run.track('start at 5 #writing');
    const { version: v } = (await readHome(run.store, MEMBER, '2026-09-15')).timer;
    for (const a of [1, NOW + MINUTE, NOW - 50 * 60 * MINUTE]) {
      await forge(ANA, { action_id: 'retime-timer-0', value: JSON.stringify({ v, a }) });
    }
    expect(await run.track('status')).toContain('since 17:00');
  });

  it('stops once when Stop is pressed twice, and says what it became', async () => {
    await run.track('start #writing');
    const started = run.lastMessage()?.ts ?? '';
    run.clock.now = NOW + 10 * MINUTE;
    // The message is not replaced, as when Slack does not take the replacement: so the button can be pressed again.
    run.slack.faults.set('server_error');
    await run.pressIn(started, 'Stop');
    run.slack.faults.set('none');
    run.slack.log.clear();
    await run.pressIn(started, 'Stop');
    expect(run.lastText()).toContain('Stopped and logged *10m*');
    expect(await run.track('list')).toContain(': 1, 10m in all');
  });

  it('is one, however many start, stop, resume and cancel at once', async () => {
    await run.track('45m #writing');
    await Promise.all(
      ['start #a', 'start #b', 'resume', 'cancel', 'stop', 'resume', 'start #c'].map((line) =>
        run.track(line),
      ),
    );
    const { timer } = await readHome(run.store, MEMBER, '2026-09-15');
    if (timer.state === 'running') await run.track('cancel');
    expect(await run.track('status')).toContain('No timer runs');
  });
});

describe('resume', () => {
  it('starts what the last entry was for, however far back its day lies', async () => {
    expect(await run.track('resume')).toContain('nothing to resume yet');
    await run.track('45m #writing');
    await run.track('1h 2026-03-12 #client task-12 the offer');
    expect(await run.track('resume')).toContain('Running since 18:05 · #client · task-12 · the offer');
    await run.repeatLastCommand();
    expect(run.repeated().at(-1)).toContain('Running since 18:05 · #client');
    expect(await run.track('undo')).toContain('Undone: the start of the timer.');
  });

  it('leaves a timer that runs alone, and offers to switch', async () => {
    await run.track('45m #client');
    await run.track('start #writing');
    run.clock.now = NOW + 10 * MINUTE;
    expect(await run.track('resume')).toBe(
      ':stopwatch: A timer runs already: *10m* since 18:05 · #writing.\nYour last entry was #client.',
    );
    const text = await run.press('Switch to that');
    expect(text).toContain('Running since 18:15 · #client');
    expect(text).toContain('Stopped and logged *10m*');
  });
});

describe('a timer over night', () => {
  const MORNING = NOW + 14 * 60 * MINUTE + 55 * MINUTE;
  const forget = async (line = 'start #writing') => {
    await run.track(line);
    run.clock.now = MORNING;
  };

  it('is asked about instead of a stop, which names its length as a choice', async () => {
    await forget();
    expect(await run.track('stop')).toBe(
      ':crescent_moon: *Still working?* Your timer has run for *14h 55m* since Wed 16 Sep, 18:05 · #writing. Nothing is logged until you say so.',
    );
    expect(run.buttons()).toEqual(['Keep running', 'Stopped at…', 'Stop now: 14h 55m', 'Discard']);
    expect(await run.track('list')).toContain('No entries');
    expect(await run.press('Stop now: 14h 55m')).toContain(
      'Stopped and logged *14h 55m* · yesterday, Wed 16 Sep',
    );
  });

  it('stops when it is said to have, with all that was said with the stop', async () => {
    await forget();
    await run.track('stop 3 pages #draft finished it');
    expect(run.lastText()).toContain('You typed: `/track stop 3 pages #draft finished it`');
    await run.press('Stopped at…');
    expect(await run.submit({ ended: '08:99' })).toEqual({ ended: '08:99 is no time: minutes go up to 59.' });
    expect(await run.submit({ ended: '9:30' })).toEqual({});
    const text = run.lastText();
    expect(text).toContain('Stopped and logged *3h 25m, 3 pages* · yesterday, Wed 16 Sep, 18:05–21:30');
    expect(text).toContain('#writing · #draft');
    expect(text).toContain('> finished it');
  });

  it('has its likely end filled in: the last sign of its member', async () => {
    await run.track('start #writing');
    run.clock.now = NOW + 95 * MINUTE;
    await run.track('10m #mail');
    run.clock.now = MORNING;
    await run.track('stop');
    await run.press('Stopped at…');
    expect(JSON.stringify(run.form()?.content)).toContain('"initial_value":"19:40"');
    expect(await run.submit({})).toEqual({});
    expect(run.lastText()).toContain('Stopped and logged *1h 35m*');
  });

  it('asks above the answer to any other line, which is done all the same', async () => {
    await forget();
    const text = await run.track('45m #mail');
    expect(text).toContain('Still working?');
    expect(text).toContain('Logged *45m*');
    const logged = run.lastMessage()?.ts;
    expect(await run.press('Keep running')).toContain('It runs on: *14h 55m*');
    expect(run.slack.snapshot(ANA).messages.find(({ ts }) => ts === logged)?.text).toContain('Logged *45m*');
    expect(await run.track('5m #mail')).not.toContain('Still working?');
    expect(await run.track('status')).toContain('Running for *14h 55m*');
    run.clock.now = MORNING + 15 * 60 * MINUTE + MINUTE;
    expect(await run.track('today')).toContain('Still working?');
  });

  it('is asked again when the answer is taken back', async () => {
    await forget();
    await run.track('status');
    await run.press('Keep running');
    expect(await run.press('Undo')).toContain('Undone: your answer that you are still working.');
    expect(await run.track('status')).toContain('Still working?');
    expect(await run.press('Discard')).toContain('Cancelled: *14h 55m*');
    expect(await run.track('status')).toContain('No timer runs');
  });

  it.each([
    ['start R&D for @Ben <soon>', 'Once you have answered, send it again: '],
    ['switch R&D for @Ben <soon>', 'Once you have answered, send it again: '],
    ['stop R&D for @Ben <soon>', 'You typed: '],
  ])('gives back %s as it was typed, to be pasted', async (line, before) => {
    await forget();
    expect(await run.track(line)).toContain(
      `${before}\`/track ${escapeText(line.replace('@Ben', '@ben'))}\``,
    );
  });

  it('has in its form what was typed with the stop, as it was typed', async () => {
    await forget();
    await run.track('stop R&D for @Ben <soon>');
    await run.press('Stopped at…');
    expect(JSON.stringify(run.form()?.content)).toContain('"initial_value":"R&D for @ben <soon>"');
  });

  it('is discarded again in the same message after that was taken back', async () => {
    await forget();
    await run.track('today');
    const question = run.lastMessage()?.ts ?? '';
    for (const _ of ['first', 'after the undo']) {
      await run.pressIn(question, 'Discard');
      expect(run.lastText()).toContain('Cancelled: *14h 55m*');
      expect(await run.track('status')).toContain('No timer runs');
      expect(await run.track('undo')).toContain('Undone: the cancelled timer.');
    }
  });

  it('is not logged by a start or a switch either, and the line comes back', async () => {
    await forget();
    const text = await run.track('start #team call');
    expect(text).toContain('Still working?');
    expect(text).toContain('send it again: `/track start #team call`');
    expect(await run.track('list')).toContain('No entries');
    expect(await run.track('stop at 19:00')).toContain('Stopped and logged *55m*');
  });

  it('of more than a day has to be told when it ended', async () => {
    await run.track('start #writing');
    run.clock.now = NOW + 26 * 60 * MINUTE;
    expect(await run.track('stop')).toContain('more than a day');
    expect(run.buttons()).toEqual(['Keep running', 'Stopped at…', 'Discard']);
    await run.press('Keep running');
    expect(await run.track('stop')).toContain('more than a day');
    await run.press('Stopped at…');
    expect(await run.submit({ ended: '6:30pm' })).toEqual({});
    expect(run.lastText()).toContain('Stopped and logged *25m* · yesterday, Wed 16 Sep, 18:05–18:30');
  });

  it('that was changed meanwhile is not stopped by an old form', async () => {
    await forget();
    await run.track('stop');
    await run.press('Stopped at…');
    const form = run.form();
    await run.track('cancel');
    await run.resubmit(form, { ended: '19:00', more: '#draft' });
    const texts = run.slack.snapshot(ANA).messages.map(({ text }) => text);
    expect(texts.find((text) => text.includes('nothing was done'))).toContain(
      'You typed: `/track stop at 19:00 #draft`',
    );
    expect(await run.track('list')).toContain('No entries');
  });
});
