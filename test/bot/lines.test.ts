import { describe, expect, it } from 'vitest';
import { readEntries } from '../../src/store/read-entries.ts';
import { botForEachTest } from '../support/bot-for-each-test.ts';
import { ANA, type BotRun } from '../support/bot-run.ts';

let run: BotRun;
botForEachTest((fresh) => {
  run = fresh;
});

const MEMBER = { workspaceId: 'T000000001', memberId: ANA.id };
const entries = async () =>
  (await readEntries(run.store, MEMBER, { since: '2026-09-01', until: '2026-09-30' })).entries;

describe('several lines in one log form', () => {
  it('are logged at once, beside the entry of the fields, and one undo takes back all', async () => {
    await run.track('30m #before');
    await run.track('');
    expect(
      await run.submit({
        time: '1h',
        tags: '#client',
        lines: '45m #writing first draft\n\n- 9:30-11 yesterday task-9\n/track 12 pages #reading',
      }),
    ).toEqual({});
    expect(run.lastText()).toBe(
      [
        ':white_check_mark: Logged 4 entries, *3h 15m, 12 pages* in all',
        '• *1h* · #client · today, Wed 16 Sep',
        '• *45m* · #writing · first draft · today, Wed 16 Sep',
        '• *1h 30m* 09:30–11:00 · task-9 · yesterday, Tue 15 Sep',
        '↳ You did not say am or pm, so I took the times that fit best.',
        '• *12 pages* · #reading · today, Wed 16 Sep',
        'Today: *2h 15m, 12 pages*',
        'Yesterday: *1h 30m*',
        'task-9 does not exist yet. What you logged on it is kept either way; `/track task new` makes one, and Edit in `/track list` moves it there.',
      ].join('\n'),
    );
    expect(run.buttons()).toEqual(['Undo', 'Switch to pm (09:30–11:00)']);
    const logged = run.lastMessage()?.ts ?? '';
    expect(await run.press('Switch to pm (09:30–11:00)')).toContain('21:30–23:00');
    await run.press('Undo');
    await run.pressIn(logged, 'Undo');
    expect(await entries()).toHaveLength(1);
    expect(await run.track('redo')).toContain('Brought back');
    expect(await entries()).toHaveLength(5);
  });

  it('may stand alone: fields that say nothing are no entry', async () => {
    await run.track('');
    expect(await run.submit({ lines: '45m #writing' })).toEqual({});
    expect(run.lastText()).toContain('Logged *45m*');
    expect(run.buttons()).toEqual(['Undo', 'Edit', 'Note']);
    await run.track('');
    expect(Object.keys(await run.submit({ note: 'a note to nothing', lines: '45m' }))).toEqual(['time']);
  });

  it('lie on the day of the form unless they name their own', async () => {
    await run.track('');
    await run.submit({
      date: '2026-09-14',
      lines: '45m #a\n9-11 #b\n30m yesterday #c\n10m today #d\nfriday 20m #e\n17:30-19 #f',
    });
    expect((await entries()).map(({ date, tags }) => `${tags[0]} ${date}`).sort()).toEqual([
      'a 2026-09-14',
      'b 2026-09-14',
      'c 2026-09-15',
      'd 2026-09-16',
      'e 2026-09-11',
      'f 2026-09-14',
    ]);
  });

  it('name what was guessed of each, and what overlaps among them', async () => {
    await run.track('');
    await run.submit({ lines: '2-4 #a\n15:00-16:30 #b' });
    expect(run.lastText()).toContain('↳ You did not say am or pm');
    expect(run.lastText().match(/overlap with/g)).toHaveLength(2);
  });

  it('offer to end each overlap and to mend each slip, one after the other', async () => {
    await run.track('45m #writing');
    await run.track('');
    await run.submit({ lines: '14:00-16:00 #writting\n15:00-16:30 #client' });
    expect(run.lastText()).toContain('↳ #writting is new. Did you mean #writing?');
    expect(run.buttons()).toEqual(['Undo', 'Crop 14:00–16:00', 'Use #writing']);
    const logged = run.lastMessage()?.ts ?? '';
    expect(await run.press('Crop 14:00–16:00')).toContain('Now it is:\n• *1h* 14:00–15:00 · #writting');
    await run.pressIn(logged, 'Use #writing');
    expect(run.lastText()).toContain('Not changed, somebody was faster:');
    await run.track('undo');
    await run.pressIn(logged, 'Use #writing');
    expect(run.lastText()).toContain('Changed: *2h*');
    expect((await entries()).map(({ tags }) => tags[0]).sort()).toEqual(['client', 'writing', 'writing']);
  });

  it('sent again offer the same', async () => {
    await run.track('45m #writing');
    await run.track('');
    const filled = { lines: '45m #writting\n30m #writting' };
    const view = run.form();
    await run.submit(filled);
    const said = run.lastText();
    expect(run.buttons()).toEqual(['Undo', 'Use #writing', 'Use #writing']);
    await run.resubmit(view, filled);
    expect(run.lastText()).toBe(said);
  });

  it.each([
    [
      'blah',
      'Line 1: I found no length of time: say how long it took, such as 30m or 9:30-11. Try: 30m blah',
    ],
    ['45m\n\nundo', 'Line 3: that is a command, and only work to log belongs here.'],
    ['45m\n2h tomorrow', 'Line 2:'],
    ['45m\n19-20', 'Line 2:'],
    ['a\nb\nc\nd\ne', 'So are 2 more.'],
    ['- \n  \n', 'There is no line here yet.'],
    [Array(99).fill('1m').join('\n'), 'These are 99 entries, and one form takes 98.'],
  ])('%j is told at its field, and nothing is kept', async (lines, said) => {
    await run.track('');
    const errors = await run.submit({ lines });
    expect(Object.keys(errors)).toEqual(['lines']);
    expect(errors['lines']).toContain(said);
    expect(await entries()).toEqual([]);
  });

  it('and the fields tell their slips together', async () => {
    await run.track('');
    const errors = await run.submit({ time: 'soon', tags: '!', lines: 'blah' });
    expect(Object.keys(errors).sort()).toEqual(['lines', 'tags', 'time']);
    await run.submit({ date: '2026-09-17', time: '', tags: '', lines: '45m' });
    expect(Object.keys(run.form()?.errors ?? {})).toEqual(['date']);
  });

  it('sent twice are kept once, and answered the same', async () => {
    const filled = { time: '1h', lines: '45m #writing\n30m yesterday' };
    await run.track('');
    const view = run.form();
    await run.submit(filled);
    const said = run.lastText();
    await run.resubmit(view, filled);
    expect(run.lastText()).toBe(said);
    expect(await entries()).toHaveLength(3);
  });

  it.each([
    ['other lines', { lines: '50m #writing\n30m yesterday' }],
    ['one line more', { lines: '45m #writing\n30m yesterday\n5m' }],
    ['one entry', { time: '5m', lines: '' }],
  ])('sent again saying %s keep what was said first', async (_, again) => {
    await run.track('');
    const view = run.form();
    await run.submit({ lines: '45m #writing\n30m yesterday' });
    await run.resubmit(view, again);
    expect((await entries()).map(({ seconds }) => seconds).sort()).toEqual([1800, 2700]);
  });

  it('sent again after they were taken back stay taken back', async () => {
    await run.track('');
    const view = run.form();
    const filled = { lines: '45m #writing\n30m yesterday' };
    await run.submit(filled);
    await run.track('undo');
    await run.resubmit(view, filled);
    expect(await entries()).toEqual([]);
    expect(run.lastText()).toContain('taken back since');
  });

  it('are as many as 98, and the answer still fits Slack', async () => {
    await run.track('');
    const lines = Array.from({ length: 98 }, (_, index) => `1m #${'ä'.repeat(9)}${index} <b> & more`);
    expect(await run.submit({ lines: lines.join('\n') })).toEqual({});
    expect(await entries()).toHaveLength(98);
    expect(run.lastText()).toContain('Logged 98 entries, *1h 38m* in all');
    await run.press('Undo');
    expect(await entries()).toEqual([]);
  });
});
