import { describe, expect, it } from 'vitest';
import type { Person } from '../../playground/slack/workspace.ts';
import { readEntries } from '../../src/store/read-entries.ts';
import { botForEachTest } from '../support/bot-for-each-test.ts';
import { ANA, BEN, type BotRun } from '../support/bot-run.ts';
import { forgePress } from '../support/forge.ts';

let run: BotRun;
botForEachTest((fresh) => {
  run = fresh;
});

const entriesOf = async (person: Person = ANA) => {
  const member = { workspaceId: 'T000000001', memberId: person.id };
  return (await readEntries(run.store, member, { since: '2020-01-01', until: '2026-12-31' })).entries;
};

/** Presses once more what was pressed last, to the letter, as a double click does: Slack did not take the replacement. */
async function twice(press: () => Promise<unknown>): Promise<void> {
  run.slack.faults.set('server_error');
  await press();
  run.slack.faults.set('none');
  run.slack.log.clear();
  await press();
}

const buttonValue = (label: string) => {
  const shown = JSON.stringify(run.lastMessage()?.blocks);
  const found = new RegExp(`"text":"${label}"[^}]*},"value":"((?:[^"\\\\]|\\\\.)*)"`).exec(shown)?.[1];
  if (found === undefined) throw new Error(`no ${label}`);
  return `${JSON.parse(`"${found}"`)}`;
};

/** Sends a press with any value, as a forged or foreign client could. */
async function forge(person: Person, action: Readonly<Record<string, unknown>>) {
  await forgePress(run, person, action);
  return run.lastText(person);
}

describe('delete', () => {
  it('takes the entry that was logged last, whatever its day, and shows which', async () => {
    await run.track('45m #writing');
    await run.track('1h 2026-03-12 #client');
    expect(await run.track('delete')).toBe(
      ':wastebasket: Deleted: *1h* · #client · Thu 12 Mar\nThu 12 Mar: *0m*',
    );
    expect(await run.press('Undo')).toContain('Undone: the deletion.');
    expect(await run.track('delete the last one')).toContain('Deleted: *1h* · #client');
    expect(await run.track('remove that')).toContain('Deleted: *45m* · #writing');
    expect(await run.track('delete')).toContain('no entry among your last changes');
  });

  it('takes one entry however often the request comes', async () => {
    await run.track('45m #writing');
    await run.track('30m #writing');
    await run.track('delete');
    await run.repeatLastCommand();
    expect(run.repeated()).toEqual([':wastebasket: Deleted already. `/track list` shows what is left.']);
    expect(await entriesOf()).toHaveLength(1);
    await run.track('delete');
    await run.repeatLastCommand();
    expect(run.repeated().at(-1)).toContain('Deleted already');
  });

  it('takes nobody else’s', async () => {
    await run.track('45m #writing');
    expect(await run.track('delete', BEN)).toContain('no entry among your last changes');
    expect(await entriesOf()).toHaveLength(1);
  });
});

describe('edit', () => {
  it('opens the form for the entry that was changed last', async () => {
    await run.track('1h 2026-03-12 #client');
    await run.track('45m #writing');
    await run.track('edit');
    expect(await run.submit({ time: '50m' })).toEqual({});
    expect(run.lastText()).toContain('Changed: *50m* · today, Wed 16 Sep\n#writing');
    await run.track('undo');
    await run.track('undo');
    await run.track('edit the last one');
    expect(run.formText()).toContain('#client');
  });

  it('says so where there is none, or the form does not open', async () => {
    expect(await run.track('edit')).toContain('no entry among your last changes');
    await run.track('45m #writing');
    run.slack.faults.set('rate_limited');
    expect(await run.track('edit')).toContain('Slack did not open the form');
    run.slack.faults.set('none');
    run.slack.log.clear();
  });
});

describe('the list', () => {
  it('turns its pages both ways', async () => {
    for (let index = 1; index <= 19; index += 1) await run.track(`${index}m #n${index}`);
    await run.track('list');
    expect(run.buttons().filter((label) => /older|newer/i.test(label))).toEqual(['Older (11 more)']);
    await run.press('Older (11 more)');
    expect(run.buttons().slice(-2)).toEqual(['Newer (8 more)', 'Older (3 more)']);
    const last = await run.press('Older (3 more)');
    expect(last).toContain('#n1');
    expect(run.buttons().slice(-1)).toEqual(['Newer (16 more)']);
    await run.press('Newer (16 more)');
    expect(await run.press('Newer (8 more)')).toContain('#n19');
  });

  it('copies an entry to today, as a length, once', async () => {
    await run.track('9:00-10:30 yesterday #writing task-12 12 pages the draft');
    await run.track('list');
    const list = run.lastMessage()?.ts;
    await twice(() => run.choose('Copy to today'));
    const text = run.slack.snapshot(ANA).messages.find(({ ts }) => ts === list)?.text ?? '';
    expect(text).toContain('Logged *1h 30m, 12 pages* · today, Wed 16 Sep\n#writing · task-12\n> the draft');
    expect(text).toContain(': 2, 3h, 24 pages in all');
    expect(await entriesOf()).toHaveLength(2);
    expect(await run.track('undo')).toContain('Undone: the log.');
    expect(await entriesOf()).toHaveLength(1);
  });

  it('copies it once more where that is chosen in the list that shows the first copy', async () => {
    await run.track('1h yesterday #writing');
    await run.track('list');
    for (const total of ['2, 2h', '3, 3h']) {
      run.clock.now += 5000;
      expect(await run.choose('Copy to today', { beside: 'Yesterday' })).toContain(`: ${total} in all`);
    }
  });

  it('splits an entry by a time of the clock or by a length, in one step', async () => {
    await run.track('9:00-11:00 #writing 12 pages the draft');
    await run.track('list');
    await run.choose('Split…');
    expect(await run.submit({ cut: 'soon' })).toEqual({
      cut: 'Write a time inside of the entry, such as 10:15, or a length, such as 30m.',
    });
    expect(await run.submit({ cut: '2h' })).toEqual({
      cut: 'Both parts need some time: cut somewhere inside.',
    });
    expect(await run.submit({ cut: '9:30', keeper: 'second' })).toEqual({});
    expect(run.lastText()).toContain(
      [
        ':scissors: Split in two:',
        '• *30m* 09:00–09:30 · #writing · today, Wed 16 Sep',
        '• *1h 30m, 12 pages* 09:30–11:00 · #writing · the draft · today, Wed 16 Sep',
        'Today: *2h, 12 pages*',
      ].join('\n'),
    );
    expect(await run.press('Undo')).toContain('Undone: the split.');
    await run.track('list');
    await run.choose('Split…');
    await run.submit({ cut: '90m' });
    expect(run.lastText()).toContain('• *1h 30m, 12 pages* 09:00–10:30');
    expect(run.lastText()).toContain('• *30m* 10:30–11:00');
  });

  it('splits a plain length, asks for no keeper where there is nothing to keep, and refuses what holds no time', async () => {
    await run.track('45m #writing');
    await run.track('list');
    await run.choose('Split…');
    expect(run.formText()).not.toContain('Its note and counts');
    expect(await run.submit({ cut: '10:15' })).toHaveProperty('cut');
    expect(await run.submit({ cut: '15m' })).toEqual({});
    expect(run.lastText()).toContain('• *15m* · #writing');
    expect(run.lastText()).toContain('• *30m* · #writing');
    await run.track('12 pages #reading');
    await run.track('list');
    expect(await run.choose('Split…')).toContain('holds no time that could be split');
  });

  it('shows a split form anew when the entry was changed meanwhile, and splits what then stands, once', async () => {
    await run.track('2-4 #writing');
    await run.track('list');
    await run.choose('Split…');
    await run.press('Switch to am');
    expect(await run.submit({ cut: '15m' })).toEqual({});
    expect(run.formText()).toContain('This entry was changed meanwhile');
    expect(run.formText()).toContain('02:00–04:00');
    const again = run.form();
    expect(JSON.stringify(again?.content)).toContain('"initial_value":"15m"');
    expect(await run.submit({})).toEqual({});
    await run.resubmit(again, { cut: '15m' });
    expect((await entriesOf()).map(({ seconds }) => seconds)).toEqual([900, 6300]);
  });

  it('moves an entry to another day: the same time of the clock there', async () => {
    await run.track('9:00-10:30 #writing');
    await run.track('list');
    await run.choose('Move to another day…');
    expect(await run.submit({ date: '2026-09-17' })).toEqual({ date: 'This day has not come yet.' });
    expect(await run.submit({ date: '2026-09-14' })).toEqual({});
    expect(run.lastText()).toContain('Changed: *1h 30m* · Mon 14 Sep, 09:00–10:30');
    expect(run.lastText()).toContain('Today: *0m*');
    expect(await run.press('Undo')).toContain('Undone: the edit.');
    expect(await entriesOf()).toMatchObject([{ date: '2026-09-16' }]);
  });

  it('moves nothing to where it would lie in the time to come, or at a time that is not there', async () => {
    await run.track('20:00-22:00 yesterday #writing');
    await run.track('list');
    await run.choose('Move to another day…');
    expect(await run.submit({ date: '2026-09-16' })).toEqual({
      date: 'On that day it would end in the time to come. Edit it to give it another time.',
    });
    await run.track('02:30-03:30 #night');
    await run.track('list');
    await run.choose('Move to another day…');
    expect(await run.submit({ date: '2026-03-29' })).toEqual({
      date: 'The clocks skipped its time on that day. Edit it to give it another one.',
    });
  });

  it('does nothing to an entry that is gone or was changed since, and says so', async () => {
    await run.track('45m #writing');
    await run.track('list');
    const list = run.lastMessage()?.ts ?? '';
    const value = JSON.stringify(run.lastMessage()?.blocks).match(/"value":"(copy .*?[^\\])"/)?.[1] ?? '';
    await run.track('edit');
    await run.submit({ time: '50m' });
    const option = { value: `${JSON.parse(`"${value}"`)}` };
    const pressed = { type: 'overflow', action_id: 'more-entry', selected_option: option };
    expect(await forge(ANA, pressed)).toContain('Nothing done: it was changed meanwhile. Now it is *50m*');
    await run.track('delete');
    expect(await forge(ANA, pressed)).toContain('isn’t here any more');
    expect(await forge(BEN, pressed)).toContain('isn’t here any more');
    expect(list).not.toBe('');
    expect(await entriesOf()).toEqual([]);
    expect(await entriesOf(BEN)).toEqual([]);
  });
});

describe('an overlap', () => {
  it('is ended by cropping the end of the earlier one, once', async () => {
    await run.track('9:00-10:00 #team');
    const text = await run.track('9:30-11:00 #writing');
    expect(text).toContain(':warning: 30m of it overlap with *1h* 09:00–10:00 · #team.');
    expect(run.buttons()).toEqual(['Undo', 'Edit', 'Note', 'Crop the earlier one']);
    await twice(() => run.press('Crop the earlier one'));
    expect(await run.track('today')).toContain('*Today, Wed 16 Sep: 2h*');
    expect(await run.track('undo')).toContain('Undone: the crop.');
    expect(await run.track('today')).toContain('*1h* 09:00–10:00 · #team');
  });

  it('says in full what was cropped', async () => {
    await run.track('10:00-12:00 #team');
    await run.track('9:00-10:30 #writing');
    expect(await run.press('Crop the earlier one')).toBe(
      [
        ':scissors: Cropped *2h* 10:00–12:00 · #team beside *1h 30m* 09:00–10:30 · #writing. Now it is:',
        '• *1h 30m* 10:30–12:00 · #team · today, Wed 16 Sep',
        'Today: *3h*',
      ].join('\n'),
    );
  });

  it('in the middle of a longer one splits that around this', async () => {
    await run.track('9:00-12:00 #team');
    await run.track('10:00-10:30 #call');
    const text = await run.press('Split the earlier one around this');
    expect(text).toContain('• *1h* 09:00–10:00 · #team');
    expect(text).toContain('• *1h 30m* 10:30–12:00 · #team');
    expect(text).toContain('Today: *3h*');
    expect(await run.press('Undo')).toContain('Undone: the crop.');
    expect(await entriesOf()).toHaveLength(2);
  });

  it('with one that would vanish crops this one, and with the same times leaves it to the person', async () => {
    await run.track('10:00-10:30 #call');
    await run.track('9:00-12:00 #team');
    expect(await run.press('Split this one around the earlier')).toContain('• *1h 30m* 10:30–12:00 · #team');
    await run.track('10:00-10:30 #again');
    expect(run.buttons().filter((label) => /crop|around/i.test(label))).toEqual([]);
  });

  it('is not cropped when one of the two was changed meanwhile', async () => {
    await run.track('9:00-10:00 #team');
    await run.track('9:30-11:00 #writing');
    const value = buttonValue('Crop the earlier one');
    await run.track('edit');
    await run.submit({ time: '9:45-11:00' });
    const before = await entriesOf();
    expect(await forge(ANA, { action_id: 'crop-entry-0', value })).toContain('Not cropped: one of the two');
    expect(await entriesOf()).toEqual(before);
  });

  it.each([
    '',
    'x',
    '{"c":"{}","k":"{}"}',
    '{"c":"{\\"d\\":\\"2026-09-16\\",\\"i\\":\\"x\\",\\"v\\":1}","k":"{\\"d\\":\\"2026-09-16\\",\\"i\\":\\"y\\",\\"v\\":1}"}',
  ])('with the forged value %s does nothing', async (value) => {
    await run.track('9:00-10:00 #team');
    const before = await entriesOf();
    expect(await forge(ANA, { action_id: 'crop-entry-0', value })).toContain('isn’t here any more');
    expect(await entriesOf()).toEqual(before);
  });

  it('of another member is nobody’s business', async () => {
    await run.track('9:00-10:00 #team');
    await run.track('9:30-11:00 #writing');
    const value = buttonValue('Crop the earlier one');
    expect(await forge(BEN, { action_id: 'crop-entry-0', value })).toContain('isn’t here any more');
    expect(await entriesOf()).toHaveLength(2);
  });
});
