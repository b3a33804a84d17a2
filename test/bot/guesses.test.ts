import { describe, expect, it } from 'vitest';
import { botForEachTest } from '../support/bot-for-each-test.ts';
import { ANA, type BotRun } from '../support/bot-run.ts';

let run: BotRun;
botForEachTest((fresh) => {
  run = fresh;
});

describe('a guess of the reader', () => {
  it('is named in the reply, and switched by one press, there and back', async () => {
    const text = await run.track('2-4 #writing');
    expect(text).toContain('14:00–16:00');
    expect(text).toContain('You did not say am or pm');
    expect(run.buttons()).toEqual(['Undo', 'Edit', 'Note', 'Switch to am']);
    expect(await run.press('Switch to am')).toContain('Changed: *2h* · today, Wed 16 Sep, 02:00–04:00');
    expect(await run.press('Switch back')).toContain('14:00–16:00');
    expect(await run.track('today')).toContain('*Today, Wed 16 Sep: 2h*');
  });

  it('switches once, however often it is pressed', async () => {
    await run.track('2-4 #writing');
    // The message is not replaced, as when Slack does not take the replacement: so the button can be pressed again.
    run.slack.faults.set('server_error');
    await run.press('Switch to am');
    await run.press('Switch to am');
    run.slack.faults.set('none');
    run.slack.log.clear();
    expect(await run.track('today')).toContain('02:00–04:00');
    await run.track('undo');
    expect(await run.track('today')).toContain('14:00–16:00');
  });
});

describe('a line that could mean two days', () => {
  it('is kept only when one of them is pressed, and then once', async () => {
    expect(await run.track('1h wednesday #writing')).toContain('Today is Wednesday');
    const [question] = run.slack.snapshot(ANA).messages;
    const labels = run.buttons();
    expect(labels).toHaveLength(2);
    expect(await run.track('today')).toContain('Nothing logged today');
    // Both buttons of the question, the message still standing: the first press is the answer.
    run.slack.faults.set('server_error');
    await run.pressIn(question?.ts ?? '', labels[1] ?? '');
    run.slack.faults.set('none');
    run.slack.log.clear();
    await run.pressIn(question?.ts ?? '', labels[0] ?? '');
    expect(run.slack.snapshot(ANA).messages[0]?.text).toContain('Logged *1h* · Wed 9 Sep');
    expect(await run.track('list')).toContain(': 1, 1h in all');
  });
});

describe('a line that may be a command or work to log', () => {
  it('is one of them, even when both buttons are pressed', async () => {
    await run.track('start of sprint notes 15m');
    const [question] = run.slack.snapshot(ANA).messages;
    const [first = '', second = ''] = run.buttons();
    run.slack.faults.set('server_error');
    await run.pressIn(question?.ts ?? '', first);
    run.slack.faults.set('none');
    run.slack.log.clear();
    await run.pressIn(question?.ts ?? '', second);
    expect(run.lastText()).toContain('You answered that already');
    expect(await run.track('list')).toContain(': 1, 15m in all');
    expect(await run.track('status')).toContain('No timer runs');
  });
});
