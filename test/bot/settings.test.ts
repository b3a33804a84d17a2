import { describe, expect, it } from 'vitest';
import { FIRST_SETTINGS } from '../../src/member.ts';
import { readHome } from '../../src/store/home.ts';
import { allowNaming, allowsNaming } from '../../src/store/members.ts';
import { writePrefs } from '../../src/store/prefs.ts';
import { botForEachTest } from '../support/bot-for-each-test.ts';
import { ANA, BEN, type BotRun } from '../support/bot-run.ts';

let run: BotRun;
botForEachTest((fresh) => {
  run = fresh;
});

const MEMBER = { workspaceId: 'T000000001', memberId: ANA.id };
const prefs = async () => (await readHome(run.store, MEMBER, '2026-09-16')).prefs;

const ALL = {
  zone: 'Asia/Tokyo',
  'week-start': '7',
  target: '7h30',
  'working-days': ['1', '2', '6'],
  'digest-day': '5',
  'digest-time': '17:30',
  reminder: 'on',
  'reminder-time': '16:00',
};

const ALL_SAVED = [
  ':gear: Settings saved:',
  '• Time zone: *Asia/Tokyo*',
  '• Week starts on: *Sunday*',
  '• Daily target: *7h 30m*',
  '• Working days: *Monday, Tuesday, Saturday*',
  '• Weekly digest: *Fridays at 17:30*',
  '• Reminder: *16:00* on working days, when short of the target',
  '• In the team digest: not named',
].join('\n');

describe('the settings form', () => {
  it('opens with what is set, says nothing else, and changes nothing by being saved as it is', async () => {
    await run.track('settings');
    expect(run.slack.snapshot(ANA).messages).toEqual([]);
    expect(JSON.stringify(run.form()?.content)).toContain('As in Slack (Europe/Madrid)');
    const before = await prefs();
    expect(await run.submit({})).toEqual({});
    expect(run.lastText()).toBe(
      [
        ':gear: Settings saved:',
        '• Time zone: *Europe/Madrid* (as in Slack)',
        '• Week starts on: *Monday*',
        '• Daily target: none',
        '• Working days: *Monday, Tuesday, Wednesday, Thursday, Friday*',
        '• Weekly digest: *Mondays at 09:00*',
        '• Reminder: off',
        '• In the team digest: not named',
      ].join('\n'),
    );
    expect(run.buttons()).toEqual(['Change settings']);
    expect({ ...(await prefs()), version: 0 }).toEqual({ ...before, version: 0 });
  });

  it('keeps times as the quarters of an hour at which something comes, and says so', async () => {
    await run.track('settings');
    const form = JSON.stringify(run.form()?.content);
    expect(form.split('On a quarter of an hour; another time is moved to the next one.')).toHaveLength(3);
    expect(await run.submit({ ...ALL, 'digest-time': '17:20', 'reminder-time': '23:50' })).toEqual({});
    const [said, ...lines] = run.lastText().split('\n');
    expect(said).toBe(':gear: Settings saved. I look every quarter of an hour, so not at 17:20 or 23:50.');
    expect(lines.join()).toMatch(/Fridays at 17:30.*Reminder: \*23:45\*/);
    await run.press('Change settings');
    await run.submit({ 'digest-day': 'off', reminder: 'off', 'reminder-time': '16:07' });
    expect(run.lastText()).toContain('Settings saved:');
  });

  it('keeps everything that can be set, and opens with it again from its answer', async () => {
    await run.track('settings');
    expect(await run.submit(ALL)).toEqual({});
    expect(run.lastText()).toBe(ALL_SAVED);
    expect(await prefs()).toMatchObject({
      zone: 'Asia/Tokyo',
      zoneChosen: true,
      weekStart: 7,
      dailyTarget: 27_000,
      workingDays: [1, 2, 6],
      digest: { weekday: 5, time: '17:30' },
      reminderTime: '16:00',
    });
    const messages = run.slack.snapshot(ANA).messages.length;
    await run.press('Change settings');
    expect(await run.submit({})).toEqual({});
    expect(run.lastText()).toBe(ALL_SAVED);
    expect(run.slack.snapshot(ANA).messages).toHaveLength(messages);
  });

  it('turns everything off that can be', async () => {
    await run.track('settings');
    await run.submit(ALL);
    await run.track('settings');
    await run.submit({ target: '', 'working-days': [], 'digest-day': 'off', reminder: 'off', zone: 'slack' });
    expect(await prefs()).toEqual({
      ...FIRST_SETTINGS,
      digest: undefined,
      zone: 'Europe/Madrid',
      weekStart: 7,
      workingDays: [],
      version: expect.any(Number),
    });
    expect(run.lastText()).toContain('• Working days: none\n• Weekly digest: off\n• Reminder: off');
  });

  it('decides the day of what is logged from then on, and of nothing before', async () => {
    await run.track('45m #writing');
    await run.track('settings');
    await run.submit({ zone: 'Asia/Tokyo' });
    expect(await run.track('30m #writing')).toContain('today, Thu 17 Sep');
    expect(await run.track('list 2026-09-16')).toContain('45m');
  });

  it('offers following Slack first, then the zones that fit', async () => {
    await run.track('settings');
    expect((await run.options('zone', ''))[0]).toBe('As in Slack');
    expect(await run.options('zone', 'new york')).toEqual(['America/New York']);
    expect(await run.options('zone', 'slack')).toEqual(['As in Slack']);
  });

  it.each([
    [{ target: 'a lot' }, { target: 'Write a length of time, such as 45m, 1h 30m or 1.5h.' }],
    [{ target: '25h' }, { target: 'That is more than 24 hours.' }],
    [{ zone: 'Mars/Olympus' }, { zone: 'Please choose a time zone from the list.' }],
    [{ zone: '+02:00' }, { zone: 'Please choose a time zone from the list.' }],
    [{ reminder: 'on' }, { target: 'A reminder needs a target to know when you are short of it.' }],
    [
      { reminder: 'on', target: '8h', 'working-days': [] },
      {
        'working-days': 'A reminder comes on working days. Please tick one, or turn it off below.',
      },
    ],
  ])('stays open on %j, with the error at its field', async (filled, errors) => {
    await run.track('settings');
    const before = await prefs();
    expect(await run.submit(filled)).toEqual(errors);
    expect(run.form()).toBeDefined();
    expect(await prefs()).toEqual(before);
  });

  it('sent twice is saved once, and answers the same', async () => {
    await run.track('settings');
    const view = run.form();
    await run.submit(ALL);
    const saved = await prefs();
    await run.resubmit(view, ALL);
    expect(run.lastText()).toBe(ALL_SAVED);
    expect(await prefs()).toEqual(saved);
  });

  it('shows what another device changed meanwhile, keeps what was chosen, and saves on the second try', async () => {
    await run.track('settings');
    const seen = await prefs();
    if (seen === undefined) throw new Error('no prefs');
    await writePrefs(run.store, MEMBER, seen, { ...seen, dailyTarget: 3600 });
    expect(await run.submit({ target: '7h30', 'working-days': [] })).toEqual({});
    const shown = run.formText();
    expect(shown).toContain('Your settings were changed meanwhile');
    expect(shown).toContain('Daily target: *1h*');
    expect(JSON.stringify(run.form()?.content)).toContain('"initial_value":"7h30"');
    expect((await prefs())?.dailyTarget).toBe(3600);
    await run.submit({});
    expect(run.form()).toBeUndefined();
    expect(await prefs()).toMatchObject({ dailyTarget: 27_000, workingDays: [] });
  });

  it('is each member’s own', async () => {
    await run.track('settings');
    await run.submit(ALL);
    await run.track('settings', BEN);
    expect(JSON.stringify(run.form(BEN)?.content)).toContain('As in Slack (America/New York)');
  });

  it('says whether the team digest may name its member, and writes only what was changed in it', async () => {
    const allowed = () => allowsNaming(run.store, MEMBER);
    await run.track('settings');
    await run.submit({ 'team-naming': 'named' });
    expect(run.lastText()).toContain('• In the team digest: *named*, where an admin lets it');
    expect(await allowed()).toBe(true);
    await run.track('settings');
    await allowNaming(run.store, MEMBER, false);
    await run.submit({ target: '8h' });
    expect(await allowed()).toBe(false);
    expect(run.lastText()).toContain('• In the team digest: not named');
  });

  it('is no change that undo knows', async () => {
    await run.track('settings');
    await run.submit(ALL);
    expect(await run.track('undo')).not.toContain('Undone');
    expect(await prefs()).toMatchObject({ zone: 'Asia/Tokyo' });
  });

  it('opened from App Home is answered there', async () => {
    await run.openHome();
    await run.pressHome('Settings');
    await run.submit({ target: '8h' });
    expect(run.form()).toBeUndefined();
    expect(run.homeText()).toContain('• Daily target: *8h*');
    expect(run.slack.snapshot(ANA).messages).toEqual([]);
  });
});
