import { describe, expect, it } from 'vitest';
import { botForEachTest } from '../support/bot-for-each-test.ts';
import { ANA, BEN, type BotRun } from '../support/bot-run.ts';

let run: BotRun;
botForEachTest((fresh) => {
  run = fresh;
});

describe('undo and redo', () => {
  it('take back the last change and bring it back, many steps', async () => {
    await run.track('45m #writing');
    await run.track('1h #team');
    expect(await run.track('undo')).toContain('gone: *1h* · #team');
    expect(run.lastText()).toContain('Today: *45m*');
    expect(await run.track('undo')).toContain('Today: *0m*');
    expect(await run.track('undo')).toContain('There is nothing to undo');
    expect(await run.track('redo')).toContain('back: *45m* · #writing');
    expect(await run.track('redo')).toContain('Today: *1h 45m*');
    expect(await run.track('redo')).toContain('There is nothing to redo');
  });

  it('work from the button of a confirmation, which is replaced in place', async () => {
    await run.track('45m #writing');
    const messages = run.slack.snapshot(ANA).messages.length;
    expect(await run.press('Undo')).toContain('Undone: the log.');
    expect(run.slack.snapshot(ANA).messages).toHaveLength(messages);
    expect(run.buttons()).toEqual([]);
    expect(await run.track('today')).toContain('Nothing logged today');
  });

  it('leave newer changes alone when an older confirmation is pressed', async () => {
    await run.track('45m #writing');
    await run.track('1h #team');
    const [older] = run.slack.snapshot(ANA).messages;
    await run.pressIn(older?.ts ?? '', 'Undo');
    expect(await run.track('today')).toContain('*Today, Wed 16 Sep: 1h*');
  });

  it('refuse a confirmation whose entry was changed since', async () => {
    await run.track('45m #writing');
    const [confirmation] = run.slack.snapshot(ANA).messages;
    await run.track('list');
    await run.press('Edit');
    await run.submit({ time: '50m' });
    await run.pressIn(confirmation?.ts ?? '', 'Undo');
    expect(run.slack.snapshot(ANA).messages[0]?.text).toContain('Not undone');
    expect(await run.track('today')).toContain('50m');
  });

  it('belong to each member alone', async () => {
    await run.track('45m #writing');
    expect(await run.track('undo', BEN)).toContain('There is nothing to undo');
    expect(await run.track('today')).toContain('45m');
  });
});
