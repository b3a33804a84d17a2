import { describe, expect, it } from 'vitest';
import { botForEachTest } from '../support/bot-for-each-test.ts';
import { ANA, BEN, type BotRun } from '../support/bot-run.ts';

let run: BotRun;
botForEachTest((fresh) => {
  run = fresh;
});

describe('list and today', () => {
  it('show the day with its total and what each tag took', async () => {
    await run.track('45m #writing');
    await run.track('1h #writing #client');
    await run.track('12 pages #reading');
    expect(await run.track('today')).toBe(
      [
        '*Today, Wed 16 Sep: 1h 45m, 12 pages*',
        '• *45m* · #writing',
        '• *1h* · #writing · #client',
        '• *12 pages* · #reading',
        '#writing 1h 45m · #client 1h · #reading 0m (entries with several tags count in each)',
      ].join('\n'),
    );
  });

  it('page through many entries', async () => {
    for (let index = 1; index <= 11; index += 1) await run.track(`${index}m #n${index}`);
    expect(await run.track('list')).toContain('Entries from Thu 3 Sep to Wed 16 Sep: 11, 1h 6m in all');
    expect(run.buttons().filter((label) => label === 'Edit')).toHaveLength(8);
    const older = await run.press('Older (3 more)');
    expect(older).toContain('#n1');
    expect(run.buttons().filter((label) => label === 'Edit')).toHaveLength(3);
  });

  it.each([
    ['Delete', async () => run.press('Delete')],
    ['Copy to today', async () => run.choose('Copy to today')],
    [
      'Edit',
      async () => {
        await run.press('Edit');
        await run.submit({ note: 'the second page' });
      },
    ],
    [
      'Split…',
      async () => {
        await run.choose('Split…');
        await run.submit({ cut: '30s' });
      },
    ],
    [
      'Move to another day…',
      async () => {
        await run.choose('Move to another day…');
        await run.submit({ date: '2026-09-15' });
      },
    ],
  ])('stay on the page on which %s was pressed', async (_, act) => {
    for (let index = 1; index <= 20; index += 1) await run.track(`${index}m #n${index}`);
    await run.track('list 2026-09-14 to 2026-09-16');
    await run.press('Older (12 more)');
    await act();
    expect(run.lastText()).toContain('Entries from Mon 14 Sep to Wed 16 Sep');
    expect(run.buttons()).toContain('Newer (8 more)');
  });

  it('show the last page that there is, where the page that was asked for is gone', async () => {
    for (let index = 1; index <= 17; index += 1) await run.track(`task new Task ${index}`);
    await run.track('tasks');
    const shown = run.lastMessage()?.ts ?? '';
    await run.track('task delete task-17');
    await run.track('task delete task-16');
    await run.pressIn(shown, 'More (2)');
    const { messages } = run.slack.snapshot(ANA);
    expect(messages.find(({ ts }) => ts === shown)?.text).toContain('*Open tasks: 15*\n• *task-1* Task 1\n');
  });

  it('delete an entry, show the rest, and take the deletion back', async () => {
    await run.track('45m #writing');
    await run.track('list');
    const text = await run.press('Delete');
    expect(text).toContain('Deleted: *45m* · #writing · today, Wed 16 Sep');
    expect(text).toContain('No entries from');
    expect(await run.press('Undo')).toContain('Undone: the deletion.');
    expect(await run.track('today')).toContain('45m');
  });

  it('stay in sight when an entry is edited from there', async () => {
    await run.track('45m #writing');
    await run.track('30m #team');
    await run.track('list');
    await run.press('Edit');
    expect(await run.submit({ time: '50m' })).toEqual({});
    expect(run.lastText()).toContain('Changed: *50m*');
    expect(run.lastText()).toContain(': 2, 1h 35m in all');
    expect(run.buttons().filter((label) => label === 'Delete')).toHaveLength(2);
  });

  it('do nothing when the entry changed before Delete was pressed', async () => {
    await run.track('45m #writing');
    await run.track('list');
    const list = run.lastMessage()?.ts ?? '';
    await run.pressIn(list, 'Edit');
    const view = run.form();
    await run.track('list');
    await run.resubmit(view, { time: '50m' });
    await run.press('Delete');
    expect(run.lastText()).toContain('changed meanwhile');
    expect(await run.track('today')).toContain('50m');
  });

  it('show nobody else’s entries', async () => {
    await run.track('45m #writing');
    expect(await run.track('list', BEN)).toContain('No entries');
  });

  it('name their buttons in plain words for those who hear them', async () => {
    await run.track('45m #r&d <b>');
    await run.track('list');
    expect(JSON.stringify(run.lastMessage()?.blocks)).toContain('"accessibility_label":"Edit 45m');
    expect(JSON.stringify(run.lastMessage()?.blocks)).not.toMatch(/"accessibility_label":"[^"]*[*&]/);
  });

  it('take a period', async () => {
    await run.track('45m last friday #writing');
    expect(await run.track('list last week')).toContain('#writing');
    expect(await run.track('list today')).toContain('No entries of Wed 16 Sep');
  });
});
