import { describe, expect, it } from 'vitest';
import { blockActions, payloadRequest } from '../../playground/slack/payloads.ts';
import { lambdaContext, signedEvent } from '../../playground/slack/signed-event.ts';
import { SIGNING_SECRET } from '../../playground/slack/slack.ts';
import type { Person } from '../../playground/slack/workspace.ts';
import { readHome } from '../../src/store/home.ts';
import { logEntries } from '../../src/store/log-entries.ts';
import { writePrefs } from '../../src/store/prefs.ts';
import { botForEachTest } from '../support/bot-for-each-test.ts';
import { ANA, BEN, type BotRun } from '../support/bot-run.ts';
import { content } from '../support/samples.ts';

let run: BotRun;
botForEachTest((fresh) => {
  run = fresh;
});

const MEMBER = { workspaceId: 'T000000001', memberId: ANA.id };
const published = () => run.slack.log.entries().filter(({ name }) => name === 'views.publish').length;

/** A press in a member's Home with any value, as a second click, a late one or a forged client sends it. */
async function send(action: { action_id: string; value: string; block_id?: string }, person: Person = ANA) {
  const view = run.slack.snapshot(person).home;
  if (view === undefined) throw new Error('no Home is published');
  const pressed = { type: 'button', block_id: 'entry', action_ts: '1.1', ...action };
  const payload = blockActions(person, { kind: 'view', view }, pressed, 'T.1', {});
  const request = signedEvent(payloadRequest(payload), SIGNING_SECRET, run.clock.now);
  return () => run.handler(request, lambdaContext());
}

const shownValue = (actionId: string, person = ANA) => {
  const shown = JSON.stringify(run.slack.snapshot(person).home?.content);
  const found = shown.match(
    new RegExp(`"action_id":"${actionId}"[^}]*},"value":"((?:[^"\\\\]|\\\\.)*)"`),
  )?.[1];
  if (found === undefined) throw new Error(`no ${actionId} in the Home`);
  return `${JSON.parse(`"${found}"`)}`;
};

describe('App Home', () => {
  it('welcomes somebody new and tells what to do', async () => {
    const shown = await run.openHome();
    expect(shown).toContain(':wave: *Welcome to Stint.* Three lines to try: `/track 45m #writing`');
    expect(shown.slice(shown.indexOf('No timer'))).toBe(
      [
        'No timer runs.',
        '[Log time] [Start the timer…] [Settings]',
        'Today, Wed 16 Sep: 0m',
        'Nothing logged yet.',
        'In any conversation: `/track 45m #writing` logs, `/track help` shows all the rest.',
      ].join('\n'),
    );
    await run.track('45m #writing');
    expect(await run.openHome()).not.toContain('Welcome');
  });

  it('shows the timer, today with its total, the week by day, tasks and tags', async () => {
    await run.track('task new Write the guide');
    await run.track('9:00-11:30 #writing task-1 first draft');
    await run.track('5h monday #client');
    await run.track('12 pages #reading');
    await run.track('start #team');
    expect(await run.openHome()).toBe(
      [
        ':stopwatch: Running since *18:05* · #team',
        '[Stop] [Switch…] [Cancel]',
        '[Log time] [Settings]',
        'Today, Wed 16 Sep: 2h 30m, 12 pages',
        '*12 pages* · #reading',
        '[Edit] [Delete]',
        '*2h 30m* 09:00–11:30 · #writing · task-1 · first draft',
        '[Edit] [Delete]',
        'This week, Mon 14 – Sun 20 Sep: 7h 30m, 12 pages',
        'Mon 14 ██████████████ 5h',
        'Tue 15                0m',
        'Wed 16 ███████        2h 30m, 12 pages',
        'Mon 14: 5h · Tue 15: 0m · Wed 16: 2h 30m, 12 pages',
        'Open tasks',
        '*task-1* Write the guide [Log]',
        'Log on a tag',
        '[#reading] [#writing] [#client]',
        'In any conversation: `/track 45m #writing` logs, `/track help` shows all the rest.',
      ].join('\n'),
    );
  });

  it('puts the day beside its target on a working day', async () => {
    await run.track('2h #writing');
    const { prefs } = await readHome(run.store, MEMBER, '2026-09-16');
    if (prefs === undefined) throw new Error('no prefs');
    await writePrefs(run.store, MEMBER, prefs, { ...prefs, dailyTarget: 8 * 3600 });
    const shown = await run.openHome();
    expect(shown).toContain('Today, Wed 16 Sep: 2h of 8h');
    expect(shown).toContain('Wed 16 ███▌           2h');
    run.clock.now = Date.UTC(2026, 8, 20, 10);
    expect(await run.openHome()).toContain('Today, Sun 20 Sep: 0m\n');
  });

  it('begins the week on the member’s day', async () => {
    await run.track('2h on 13 september #writing');
    expect(await run.openHome()).not.toContain('This week');
    const { prefs } = await readHome(run.store, MEMBER, '2026-09-16');
    if (prefs === undefined) throw new Error('no prefs');
    await writePrefs(run.store, MEMBER, prefs, { ...prefs, weekStart: 7 });
    expect(await run.openHome()).toContain('This week, Sun 13 – Sat 19 Sep: 2h');
  });

  it('holds a day of 500 entries, notes of any length and script, and many tags', async () => {
    await run.track('1m');
    for (let batch = 0; batch < 10; batch += 1) {
      const entries = Array.from({ length: 50 }, (_, index) =>
        content({
          seconds: 60,
          note: '長い<&'.repeat(batch === 9 ? 500 : 1),
          tags: [`tag-${batch}-${index}`],
          task: index + 1,
        }),
      );
      await logEntries(run.store, MEMBER, `batch ${batch}`, entries);
    }
    const shown = await run.openHome();
    expect(shown).toContain('Today, Wed 16 Sep: 8h 21m');
    expect(shown).toContain('… and 486 more: `/track list today` shows them all.');
    expect(shown.split('\n').filter((line) => line === '[Edit] [Delete]')).toHaveLength(15);
    await run.pressHome('Delete');
    expect(run.homeText()).toContain('Deleted:');
  });

  it('is published when it changed, and not otherwise', async () => {
    await run.track('45m #writing');
    await run.openHome();
    await run.openHome();
    expect(published()).toBe(1);
    await run.track('30m #team');
    expect(published()).toBe(1);
    expect(await run.openHome()).toContain('#team');
    expect(published()).toBe(2);
  });

  it('is left alone when another tab of the app is opened, and unknown events are taken', async () => {
    await run.slack.openHome(ANA, 'messages');
    await run.slack.sendEvent({ type: 'nobody_knows_this', user: ANA.id });
    await run.slack.sendEvent({ type: 'app_home_opened', user: 'not an id', tab: 'home' });
    expect(published()).toBe(0);
  });

  it('shows each member their own', async () => {
    await run.track('45m #secret');
    await run.openHome();
    expect(await run.openHome(BEN)).not.toContain('secret');
    expect(run.homeText()).toContain('#secret');
  });
});

describe('what is pressed in App Home', () => {
  it('is answered there, once, with the way back', async () => {
    await run.track('45m #writing');
    await run.openHome();
    const messages = run.slack.snapshot(ANA).messages.length;
    expect(await run.pressHome('Delete')).toContain(
      ':wastebasket: Deleted: *45m* · #writing · today, Wed 16 Sep\nToday: *0m*\n[Undo]',
    );
    expect(run.homeText()).toContain('Nothing logged yet.');
    expect(await run.pressHome('Undo')).toContain('Undone: the deletion.');
    expect(run.homeText()).toContain('*45m* · #writing\n[Edit] [Delete]');
    expect(await run.openHome()).not.toContain('Undone');
    expect(run.slack.snapshot(ANA).messages).toHaveLength(messages);
  });

  it('may be pressed again later, the very same button', async () => {
    await run.track('45m #writing');
    await run.openHome();
    await run.pressHome('Delete');
    await run.pressHome('Undo');
    expect(await run.pressHome('Delete')).toContain('Deleted: *45m*');
    expect(run.homeText()).toContain('Nothing logged yet.');
    expect(await run.track('today')).toContain('Nothing logged today');
  });

  it('twice does once', async () => {
    await run.track('45m #writing');
    await run.openHome();
    const press = await send({ action_id: 'delete-here', value: shownValue('delete-here') });
    await press();
    await press();
    expect(await run.track('undo')).toContain('Undone: the deletion');
    expect(await run.track('undo')).toContain('Undone: the log');
  });

  it('late, when the entry was changed elsewhere, does nothing but say so', async () => {
    await run.track('45m #writing');
    await run.openHome();
    const press = await send({ action_id: 'delete-here', value: shownValue('delete-here') });
    await run.press('Edit');
    await run.submit({ time: '50m' });
    await press();
    expect(run.homeText()).toContain('Not deleted: it was changed meanwhile. Now it is *50m*');
    await run.track('undo');
    await run.track('undo');
    await press();
    expect(run.homeText()).toMatch(/isn’t here any more|is done already/);
  });

  it('by somebody else, with the very value, does nothing and gives nothing away', async () => {
    await run.track('45m #secret');
    await run.openHome();
    await run.openHome(BEN);
    const value = shownValue('delete-here');
    const gone = JSON.stringify({ ...JSON.parse(value), i: 'nobodys-id' });
    await (await send({ action_id: 'delete-here', value: gone }, BEN))();
    const reference = run.homeText(BEN);
    for (const action_id of ['delete-here', 'edit-entry', 'note-entry']) {
      await (await send({ action_id, value }, BEN))();
      expect(run.homeText(BEN)).toBe(reference);
    }
    expect(run.form(BEN)).toBeUndefined();
    expect(await run.track('today')).toContain('45m');
  });

  it.each([
    ['delete-here', 'not json'],
    ['delete-here', '{"d":"2026-02-30","i":"x","v":1}'],
    ['undo', '{"k":"me#home","v":1}'],
    ['nobody-knows-this', 'x'],
  ])('with the forged value %s %s changes nothing', async (action_id, value) => {
    await run.track('45m #writing');
    await run.openHome();
    await (await send({ action_id, value }))();
    expect(await run.track('today')).toContain('Today, Wed 16 Sep: 45m');
  });

  it('opens the log form, which is answered there', async () => {
    await run.openHome();
    await run.pressHome('Log time');
    expect(await run.submit({ time: 'soon' })).toHaveProperty('time');
    expect(await run.submit({ time: '1h', tags: 'writing' })).toEqual({});
    expect(run.form()).toBeUndefined();
    expect(run.homeText()).toContain(':white_check_mark: Logged *1h* · today, Wed 16 Sep');
    expect(run.homeText()).toContain('*1h* · #writing\n[Edit] [Delete]');
    expect(run.slack.snapshot(ANA).messages).toEqual([]);
    expect(await run.pressHome('Undo')).toContain('Undone: the log.');
  });

  it('opens the log form with the tag or the task in it', async () => {
    await run.track('task new Write the guide');
    await run.track('45m #writing task-1');
    await run.openHome();
    await run.pressHome('#writing');
    expect(JSON.stringify(run.form()?.content)).toContain('"initial_value":"#writing"');
    await run.closeForm();
    await run.pressHome('Log');
    expect(JSON.stringify(run.form()?.content)).toContain('task-1 Write the guide');
    await run.submit({ time: '15m' });
    expect(run.homeText()).toContain('Logged *15m* · today, Wed 16 Sep\ntask-1 Write the guide');
  });

  it('edits an entry, which is answered there', async () => {
    await run.track('45m #writing');
    await run.openHome();
    await run.pressHome('Edit');
    await run.submit({ time: '1h' });
    expect(run.homeText()).toContain('Changed: *1h*');
    expect(run.homeText()).toContain('Today, Wed 16 Sep: 1h');
  });
});

describe('when Slack does not take App Home', () => {
  it.each(['server_error', 'rate_limited'] as const)(
    'with %s, what was done stands, and the next opening mends it',
    async (fault) => {
      await run.track('45m #writing');
      await run.openHome();
      run.slack.faults.set(fault);
      await run.pressHome('Delete');
      run.slack.faults.set('none');
      run.slack.log.clear();
      expect(run.homeText()).toContain('*45m*');
      expect(await run.openHome()).toContain('Nothing logged yet.');
      expect(await run.track('today')).toContain('Nothing logged today');
    },
  );
});
