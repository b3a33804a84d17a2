import { describe, expect, it } from 'vitest';
import { dayPeriod } from '../../src/period.ts';
import { editEntry } from '../../src/store/change-entry.ts';
import { readEntries } from '../../src/store/read-entries.ts';
import { botForEachTest } from '../support/bot-for-each-test.ts';
import { ANA, BEN, type BotRun } from '../support/bot-run.ts';

const MEMBER = { workspaceId: 'T000000001', memberId: ANA.id };

let run: BotRun;
botForEachTest((fresh) => {
  run = fresh;
});

describe('the log form', () => {
  it('opens with /track alone, says nothing else, and logs what it says', async () => {
    await run.track('');
    expect(run.slack.snapshot(ANA).messages).toEqual([]);
    expect(run.form()?.content).toMatchObject({ callback_id: 'log-form', title: { text: 'Log time' } });
    expect(
      await run.submit({
        time: '1h30',
        date: '2026-09-15',
        tags: 'writing, #client',
        measures: '12 pages',
        note: 'Part one\nPart two',
      }),
    ).toEqual({});
    expect(run.form()).toBeUndefined();
    expect(run.lastText()).toBe(
      [
        ':white_check_mark: Logged *1h 30m, 12 pages* · yesterday, Tue 15 Sep',
        '#writing · #client',
        '> Part one',
        '> Part two',
        'Yesterday: *1h 30m, 12 pages*',
      ].join('\n'),
    );
  });

  it('takes clock times and a count without time', async () => {
    await run.track('');
    await run.submit({ time: '9:30-11' });
    expect(run.lastText()).toContain('today, Wed 16 Sep, 09:30–11:00');
    await run.track('');
    await run.submit({ measures: '5 km' });
    expect(run.lastText()).toContain('Logged *5 km*');
  });

  it.each([
    ['tags', Array.from({ length: 58 }, (_, index) => `t${'x'.repeat(45)}${1000 + index}`).join(' ')],
    [
      'tags',
      Array.from({ length: 999 }, (_, index) => `t${index}`.slice(0, 3))
        .join(',')
        .slice(0, 3000),
    ],
    [
      'measures',
      Array.from({ length: 3000 / 8 }, (_, index) => `1p${index + 1000},`)
        .join(' ')
        .slice(0, 3000),
    ],
    ['note', '#'.repeat(3000)],
  ])('keeps no %s that it could not show again to be edited', async (field, text) => {
    await run.track('');
    const errors = await run.submit({ time: '45m', [field]: text });
    if (errors[field] !== undefined) return;
    expect(errors).toEqual({});
    await run.press('Edit');
    expect(run.form()?.content).toMatchObject({ title: { text: 'Edit entry' } });
    await run.submit({ time: '50m' });
    expect(run.lastText()).toContain('Changed: *50m');
  });

  it.each([
    [{}, 'time'],
    [{ time: 'a while' }, 'time'],
    [{ time: '0m' }, 'time'],
    [{ time: '26h' }, 'time'],
    [{ time: '9-11 #writing' }, 'time'],
    [{ time: '45m 12 pages' }, 'time'],
    [{ time: '45m', measures: '12 pages task-3' }, 'measures'],
    [{ time: '45m', measures: '12 pages yesterday' }, 'measures'],
    [{ time: '45m', task: '999999999' }, 'task'],
    [{ time: '1h', date: '2026-09-17' }, 'date'],
    [{ time: '1h', tags: '#!' }, 'tags'],
    [{ time: '1h', measures: 'many' }, 'measures'],
  ])('keeps %j open with an error at %s', async (filled, field) => {
    await run.track('');
    expect(Object.keys(await run.submit(filled))).toEqual([field]);
    expect(run.form()).toBeDefined();
    expect(await run.track('today')).toContain('Nothing logged today');
  });

  it('speaks of what stands in the field, not of how it is read', async () => {
    await run.track('');
    expect(await run.submit({ time: 'half' })).toEqual({
      time: 'That is not a time I can read. For example 45m, 1h 30m, or 9:30-11.',
    });
    expect(Object.values(await run.submit({ time: '25h' })).join()).not.toContain('2026');
    expect(Object.values(await run.submit({ time: '10-9:75' })).join()).not.toContain('2026');
  });

  it('tells every wrong field at once', async () => {
    await run.track('');
    const errors = await run.submit({ time: 'soon', tags: '!', measures: 'lots' });
    expect(Object.keys(errors).sort()).toEqual(['measures', 'tags', 'time']);
  });

  it.each([
    ['the same', { time: '1h' }, ': 1, 1h in all'],
    ['another length', { time: '50m' }, ': 1, 50m in all'],
    ['another day', { time: '1h', date: '2026-09-15' }, ': 1, 1h in all'],
    ['another length and day', { time: '50m', date: '2026-09-15' }, ': 1, 50m in all'],
  ])('sent twice, saying %s, is one entry: what it says last', async (_, again, total) => {
    await run.track('');
    const view = run.form();
    await run.submit({ time: '1h' });
    await run.resubmit(view, again);
    expect(await run.track('list')).toContain(total);
  });
});

describe('a log form that is delivered once more, late', () => {
  it('does not write over what was changed since', async () => {
    await run.track('');
    const view = run.form();
    await run.submit({ time: '1h' });
    await run.press('Edit');
    await run.submit({ time: '2h' });
    await run.resubmit(view, { time: '1h' });
    expect(await run.track('list')).toContain(': 1, 2h in all');
  });
});

describe('the edit form', () => {
  it('opens with what stands there, tells an error at its field, and saves in place', async () => {
    await run.track('45m #writing first draft');
    const messages = run.slack.snapshot(ANA).messages.length;
    await run.press('Edit');
    expect(JSON.stringify(run.form()?.content)).toContain('"initial_value":"45m"');
    expect(await run.submit({ time: 'half' })).toHaveProperty('time');
    expect(await run.submit({ time: '1h', tags: '#client' })).toEqual({});
    expect(run.lastText()).toBe(
      [
        ':white_check_mark: Changed: *1h* · today, Wed 16 Sep',
        '#client',
        '> first draft',
        'Today: *1h*',
      ].join('\n'),
    );
    expect(run.slack.snapshot(ANA).messages).toHaveLength(messages);
    expect(run.buttons()).toEqual(['Undo', 'Edit', 'Note']);
    expect(await run.press('Undo')).toContain('now: *45m*');
  });

  it('moves an entry to another day', async () => {
    await run.track('45m #writing');
    await run.press('Edit');
    await run.submit({ date: '2026-09-14' });
    expect(run.lastText()).toContain('Mon 14 Sep');
    expect(await run.track('today')).toContain('Nothing logged today');
  });

  it('shows what changed meanwhile, keeps what was typed, and saves on the second try', async () => {
    await run.track('45m #writing');
    await run.press('Edit');
    const [entry] = (await readEntries(run.store, MEMBER, dayPeriod('2026-09-16'))).entries;
    if (entry === undefined) throw new Error('nothing was logged');
    await editEntry(run.store, MEMBER, 'another device', entry, { ...entry, note: 'from another device' });
    expect(await run.submit({ time: '1h' })).toEqual({});
    const content = JSON.stringify(run.form()?.content);
    expect(content).toContain('changed meanwhile');
    expect(content).toContain('"initial_value":"1h"');
    expect(await run.submit({})).toEqual({});
    expect(run.form()).toBeUndefined();
    expect(run.lastText()).toContain('Changed: *1h*');
  });

  it('says so when the entry is gone', async () => {
    await run.track('45m #writing');
    await run.press('Edit');
    await run.track('undo');
    expect(await run.submit({ time: '1h' })).toEqual({
      time: expect.stringContaining('isn’t here any more'),
    });
    expect(await run.track('today')).toContain('Nothing logged today');
  });
});

describe('the note form', () => {
  it('writes, changes and takes away a note', async () => {
    await run.track('45m #writing');
    await run.press('Note');
    await run.submit({ note: 'Chapter <one> & two' });
    expect(run.lastText()).toContain('> Chapter &lt;one&gt; &amp; two');
    await run.press('Note');
    expect(JSON.stringify(run.form()?.content)).toContain('"initial_value":"Chapter <one> & two"');
    await run.submit({ note: '' });
    expect(run.lastText()).not.toContain('Chapter');
  });

  it('does not write over a note that came meanwhile without saying so', async () => {
    await run.track('45m #writing');
    await run.press('Note');
    const [entry] = (await readEntries(run.store, MEMBER, dayPeriod('2026-09-16'))).entries;
    if (entry === undefined) throw new Error('nothing was logged');
    await editEntry(run.store, MEMBER, 'another device', entry, { ...entry, note: 'FIRST' });
    await run.submit({ note: 'SECOND' });
    const shown = JSON.stringify(run.form()?.content);
    expect(shown).toContain('FIRST');
    expect(shown).toContain('"initial_value":"SECOND"');
    await run.submit({});
    expect(run.lastText()).toContain('> SECOND');
  });

  it('takes 3,000 characters', async () => {
    await run.track('45m');
    await run.press('Note');
    await run.submit({ note: 'ä'.repeat(3000) });
    expect(run.lastText()).toContain('ä');
  });
});

describe('a task that a line named first', () => {
  it('is created from the reply under that very number', async () => {
    await run.track('45m task-12');
    await run.press('Create task-12');
    expect(run.form()?.content).toMatchObject({ title: { text: 'Create task-12' } });
    await run.submit({ title: 'Write the guide' });
    expect(run.lastText()).toBe(
      [
        ':white_check_mark: Created *task-12* Write the guide',
        ':white_check_mark: Logged on it: *45m* · today, Wed 16 Sep',
        'task-12 Write the guide',
        'Today: *45m*',
      ].join('\n'),
    );
    expect(run.buttons()).toEqual(['Undo', 'Edit', 'Note']);
    expect(await run.track('task new Another')).toContain('task-13');
  });

  it('gets the next free number where its own can no longer be made, and the entry follows', async () => {
    await run.track('45m task-2');
    await run.track('task new One');
    await run.track('task new Two');
    await run.track('undo');
    await run.press('Create task-2');
    expect(run.form()?.content).toMatchObject({ title: { text: 'Create task-3' } });
    expect(JSON.stringify(run.form()?.content)).toContain('task-2 can’t be made any more');
    await run.submit({ title: 'Two again' });
    expect(run.slack.snapshot(ANA).messages[0]?.text).toContain('task-3 Two again');
    expect(await run.track('today')).toContain('task-3');
  });

  it('gets the next free number where its own lies far beyond it, so that a slip uses up no numbers', async () => {
    await run.track('task new One');
    await run.track('10m task-999999');
    await run.press('Create task-999999');
    expect(run.form()?.content).toMatchObject({ title: { text: 'Create task-2' } });
    expect(JSON.stringify(run.form()?.content)).toContain(
      'task-999999 can’t be made, since it lies far beyond the numbers given so far. The next free one is *task-2*, and your entry moves to it.',
    );
    await run.submit({ title: 'Big' });
    expect(run.lastText()).toBe(
      [
        ':white_check_mark: Created *task-2* Big',
        ':white_check_mark: Changed: *10m* · today, Wed 16 Sep',
        'task-2 Big',
        'Today: *10m*',
      ].join('\n'),
    );
    expect(await run.track('task new After', BEN)).toContain('Created *task-3* After');
  });

  it('is shown where somebody else made it meanwhile', async () => {
    await run.track('45m task-90');
    await run.track('30m task-90', BEN);
    await run.press('Create task-90');
    await run.submit({ title: 'Shared' });
    expect(await run.press('Create task-90', BEN)).toContain('task-90 Shared');
    expect(run.form(BEN)).toBeUndefined();
    expect(await run.track('tasks')).toContain('Open tasks: 1');
  });

  it('is not made for an entry that was taken back meanwhile', async () => {
    await run.track('45m task-12');
    await run.press('Create task-12');
    await run.track('undo');
    await run.submit({ title: 'Nobody needs it' });
    expect(await run.track('tasks')).toContain('No open tasks');
  });

  it('may be another one that exists', async () => {
    await run.track('task new Write the guide');
    await run.track('45m task-99');
    await run.press('Choose a task');
    const options = await run.options('task', 'guide');
    expect(options).toEqual(['task-1 Write the guide']);
    await run.submit({ task: '1' });
    expect(run.lastText()).toContain('task-1 Write the guide');
  });
});

describe('the field for tags', () => {
  it('calls to mind those that were used lately, but for those that are put away', async () => {
    const shown = () => JSON.stringify(run.form()?.content);
    await run.track('');
    expect(shown()).not.toContain('Lately:');
    await run.track('45m #writing');
    await run.track('30m #client #old');
    await run.track('tag archive old');
    for (const line of ['', 'edit', 'note']) {
      await run.track(line);
      expect(shown()).toContain('Lately: #client #writing"');
    }
  });
});
