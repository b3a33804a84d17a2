import { describe, expect, it } from 'vitest';
import { botForEachTest } from '../support/bot-for-each-test.ts';
import { ANA, BEN, type BotRun } from '../support/bot-run.ts';

let run: BotRun;
botForEachTest((fresh) => {
  run = fresh;
});

describe('an undo that can’t be done', () => {
  it('says what stands now of a task that somebody else changed', async () => {
    await run.track('task new Guide');
    await run.track('task rename task-1 Handbook');
    await run.track('task rename task-1 Manual', BEN);
    expect(await run.track('undo')).toBe(
      [
        'Not undone: somebody else has changed what the new title was about, so it stays as it is now.',
        '• now: *task-1* Manual (open)',
        'The next `/track undo` takes the change before it.',
      ].join('\n'),
    );
  });

  it('says what stands now of a task whose deletion is to be done again, since somebody else changed it', async () => {
    await run.track('task new Guide');
    await run.track('task delete task-1');
    await run.track('undo');
    await run.track('task rename task-1 Manual', BEN);
    const said = await run.track('redo');
    expect(said).toContain('• now: *task-1* Manual (open)');
    expect(await run.track('task-1')).toContain('Manual');
  });

  it('says what stands now of an entry that was edited since', async () => {
    await run.track('45m #writing');
    const { ts = '' } = run.lastMessage() ?? {};
    await run.track('edit');
    await run.submit({ time: '1h' });
    await run.pressIn(ts, 'Undo');
    expect(JSON.stringify(run.slack.snapshot(ANA).messages)).toContain(
      '• now: *1h* · #writing · today, Wed 16 Sep',
    );
  });
});
