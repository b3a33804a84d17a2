import { describe, expect, it } from 'vitest';
import { botForEachTest } from '../support/bot-for-each-test.ts';
import { ANA, BEN, type BotRun } from '../support/bot-run.ts';

let run: BotRun;
botForEachTest((fresh) => {
  run = fresh;
});

const DAY_MS = 86_400_000;

describe('a form for a new note', () => {
  it('opens where nothing was said, keeps the note once, and says what is missing at its field', async () => {
    await run.track('note');
    const view = run.form();
    expect(await run.submit({})).toEqual({ text: 'Please complete this required field.' });
    expect(await run.submit({ text: 'call Kim back', tags: '#client' })).toEqual({});
    expect(run.lastText()).toContain('Noted · today, Wed 16 Sep · #client\n> call Kim back');
    await run.resubmit(view, { text: 'call Kim back', tags: '#client' });
    expect(await run.track('notes kim')).toContain(': 1*');
    await run.track('undo');
    expect(await run.track('notes kim')).not.toContain('> call Kim back');
    await run.resubmit(view, { text: 'call Kim back', tags: '#client' });
    expect(run.lastText()).toContain('That was noted before, and taken back since: “call Kim back”');
  });

  it('sent twice with another day is one note, as it said last, and a later change stands', async () => {
    await run.track('note');
    const view = run.form();
    await run.submit({ text: 'call Kim' });
    await run.resubmit(view, { text: 'call Kim', date: '2026-09-15' });
    expect(run.lastText()).toContain(':memo: Changed · yesterday, Tue 15 Sep\n> call Kim');
    await run.resubmit(view, { text: 'call Kim', date: '2026-09-14' });
    expect(await run.track('notes kim')).toContain(': 1*');
    expect(run.lastText()).toContain('yesterday, Tue 15 Sep');
  });
});

describe('note', () => {
  it('is kept on today and echoed with the ways back', async () => {
    expect(await run.track('note call Kim back #client')).toBe(
      [
        ':memo: Noted · today, Wed 16 Sep · #client',
        '> call Kim back #client',
        'Only you see it. `/track notes` finds it again.',
      ].join('\n'),
    );
    expect(run.buttons()).toEqual(['Undo', 'Edit', 'Delete']);
    await run.repeatLastCommand();
    expect(run.repeated()).toEqual([run.lastText()]);
    expect(await run.track('notes')).toContain(': 1*');
  });

  it('stands on a task, whether it is there or not yet', async () => {
    await run.track('task new Write the guide');
    expect(await run.track('note task-1 ask for the figures')).toContain(
      'Noted · today, Wed 16 Sep · task-1 Write the guide\n> task-1 ask for the figures',
    );
    expect(await run.track('note task-9 later')).toContain(
      'task-9 does not exist yet. Your note is kept either way.',
    );
    expect(await run.track('notes task-1')).toContain('*Notes on task-1 from');
    expect(run.lastText()).toContain(': 1*');
  });

  it('is undone and brought back exactly, and says so when it comes again after that', async () => {
    await run.track('note remember the milk');
    await run.press('Undo');
    expect(run.lastText()).toContain('Undone: the note.\n• gone: note “remember the milk”');
    await run.track('note something else');
    await run.track('undo');
    await run.repeatLastCommand();
    expect(await run.track('redo')).toContain('• back: note “something else”');
  });

  it('is edited in a form: its words, day, tags and task, with the way back', async () => {
    await run.track('note remember the milk #home');
    await run.press('Edit');
    expect(await run.submit({ text: ' ' })).toEqual({
      text: 'A note needs words. To take one away, close this and press Delete.',
    });
    expect(await run.submit({ text: 'oat milk', date: '2026-09-15', tags: '#shop', task: '3' })).toEqual({});
    expect(run.lastText()).toContain(
      ':memo: Changed · yesterday, Tue 15 Sep · #shop · task-3\n> oat milk\ntask-3 does not exist yet.',
    );
    expect(await run.press('Undo')).toContain('Undone: the edit of a note.');
    expect(await run.track('notes')).toContain('today, Wed 16 Sep · #home\n> remember the milk #home');
    expect(await run.track('redo')).toContain('Brought back: the edit of a note.');
    expect(await run.track('notes')).toContain('yesterday, Tue 15 Sep · #shop · task-3\n> oat milk');
  });

  it('that was changed while its form was open is shown first, with what was typed still there', async () => {
    await run.track('note one');
    await run.press('Edit');
    const first = run.form();
    await run.submit({ text: 'two' });
    await run.resubmit(first, { text: 'three' });
    expect(run.lastText()).toContain('> two');
    await run.track('notes');
    await run.press('Edit');
    const open = run.form();
    await run.track('undo');
    await run.submit({ text: 'four' });
    expect(JSON.stringify(run.form()?.content)).toContain('This note was changed meanwhile. Now it is “one”');
    expect(JSON.stringify(run.form()?.content)).toContain('"initial_value":"four"');
    expect(open?.id).toBe(run.form()?.id);
    await run.submit({});
    expect(await run.track('notes')).toContain('> four');
  });

  it('is deleted by a press, once, with the way back', async () => {
    await run.track('note remember the milk');
    const message = run.lastMessage()?.ts ?? '';
    await run.track('notes');
    const list = run.lastMessage()?.ts ?? '';
    await run.pressIn(message, 'Delete');
    expect(textOf(message)).toBe(':wastebasket: Deleted the note “remember the milk” · today, Wed 16 Sep');
    await run.pressIn(list, 'Delete');
    expect(textOf(list)).toContain('That note isn’t here any more.');
    await run.pressIn(message, 'Undo');
    expect(textOf(message)).toContain('Undone: the deletion of a note.');
    expect(await run.track('notes')).toContain('remember the milk');
  });

  it('that changed since is not deleted by an old button', async () => {
    await run.track('note one');
    const message = run.lastMessage()?.ts ?? '';
    await run.track('notes');
    const list = run.lastMessage()?.ts ?? '';
    await run.pressIn(message, 'Edit');
    await run.submit({ text: 'two' });
    await run.pressIn(list, 'Delete');
    expect(textOf(list)).toContain('Not deleted, it was changed meanwhile. Now · today, Wed 16 Sep\n> two');
    expect(await run.track('notes')).toContain('> two');
  });
});

describe('notes', () => {
  it('finds days’, tasks’ and entries’ notes together, newest first, each with where it stands', async () => {
    run.clock.now -= DAY_MS;
    await run.track('note on the café #sea');
    run.clock.now += DAY_MS;
    await run.track('45m #writing at the CAFE with Kim');
    await run.track('1h #writing nothing of that');
    expect(await run.track('notes cafe')).toBe(
      [
        '*Notes with “cafe” from Fri 19 Jun to Wed 16 Sep: 2*',
        'today, Wed 16 Sep · *45m* · #writing',
        '> at the CAFE with Kim',
        'yesterday, Tue 15 Sep · #sea',
        '> on the café #sea',
      ].join('\n'),
    );
    expect(await run.track('notes #writing')).toContain(': 2*');
    expect(await run.track('notes kim yesterday')).toBe(
      'No notes with “kim” of Tue 15 Sep.\n`/track note remember the milk` writes one.',
    );
  });

  it('goes 90 days back, and on from there by a press, over empty years', async () => {
    for (const days of [400, 200, 120]) {
      run.clock.now -= days * DAY_MS;
      await run.track(`note ${days} days old`);
      run.clock.now += days * DAY_MS;
    }
    expect(await run.track('notes old')).toContain('No notes with “old” from Fri 19 Jun to Wed 16 Sep.');
    expect(run.buttons()).toEqual(['Older (until Tue 19 May)']);
    expect(await run.press('Older (until Tue 19 May)')).toContain('120 days old');
    expect(run.lastText()).toContain('200 days old');
    expect(run.buttons().at(-1)).toBe('Older (until Tue 12 Aug 2025)');
    expect(await run.press('Older (until Tue 12 Aug 2025)')).toContain('400 days old');
    expect(run.buttons()).toEqual(['Edit', 'Delete']);
  });

  it('pages through many', async () => {
    for (let index = 1; index <= 11; index += 1) await run.track(`note number ${index}.`);
    expect(await run.track('notes number')).toContain('… and 3 older');
    expect(await run.press('Older (3 more)')).toContain('number 1.');
    expect(run.buttons()).toHaveLength(6);
  });

  it('pages through those with the longest tag there can be, whatever its letters', async () => {
    // Each of these letters is two characters of a string.
    const tag = `#${'\u{10428}'.repeat(50)}`;
    for (let index = 1; index <= 9; index += 1) await run.track(`note number ${index}. ${tag}`);
    await run.track('note another');
    expect(await run.track(`notes ${tag}`)).toContain('… and 1 older');
    expect(await run.press('Older (1 more)')).toContain('number 1.');
    expect(run.lastText()).not.toContain('another');
  });

  it('shortens a long note around the words, and shows the whole by a press', async () => {
    const text = `${'<&> '.repeat(500)}the zebra${' <&>'.repeat(247)}`;
    await run.track('note short');
    await run.press('Edit');
    await run.submit({ text });
    expect(run.buttons()).toEqual(['Undo', 'Show', 'Edit', 'Delete']);
    const found = await run.track('notes ZEBRA');
    expect(found).toContain('the zebra');
    expect(found.length).toBeLessThan(1200);
    await run.press('Show');
    const shown = JSON.stringify(run.lastMessage()?.blocks);
    expect(shown.match(/&amp;/g)).toHaveLength(747);
    expect(run.buttons()).toEqual(['Edit', 'Delete']);
  });

  it('shows the whole of an entry’s note too, and edits it there', async () => {
    await run.track('45m');
    await run.press('Note');
    await run.submit({ note: `${'long '.repeat(100)}zebra` });
    await run.track('notes zebra');
    expect(await run.press('Show')).toContain('today, Wed 16 Sep · *45m*\nlong long');
    await run.press('Edit');
    await run.submit({ note: 'short' });
    expect(run.lastText()).toContain('Changed: *45m*');
  });

  it('shows nobody’s notes but one’s own, and reads no forged button', async () => {
    await run.track('note a secret');
    await run.track('note a secret of Ben’s', BEN);
    expect(await run.track('notes secret')).toContain(': 1*');
    expect(await run.track(`notes @${BEN.name}`)).toBe(
      'Notes are seen by nobody but who wrote them. `/track notes` finds yours.',
    );
  });

  it('asks where a line may be work to log', async () => {
    expect(await run.track('notes 45m for the minutes')).toContain(
      'That may be the command “notes”, or work to log.',
    );
  });
});

function textOf(ts: string): string | undefined {
  return run.slack.snapshot(ANA).messages.find((message) => message.ts === ts)?.text;
}

describe('what notes cost', () => {
  it('stays within the budget: two units to keep one, one unit to find those of a day', async () => {
    const before = { ...run.tally };
    await run.track('note remember the milk #home');
    const written = { ...run.tally };
    await run.track('notes today');
    expect([written.requests - before.requests, written.write - before.write]).toEqual([2, 2]);
    // The home read, and the day’s notes: strongly, since one may be a second old.
    expect([run.tally.requests - written.requests, run.tally.read - written.read]).toEqual([2, 2]);
  });
});
