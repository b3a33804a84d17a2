import { describe, expect, it } from 'vitest';
import { readNotes } from '../../src/store/notes.ts';
import { readEntries } from '../../src/store/read-entries.ts';
import { botForEachTest } from '../support/bot-for-each-test.ts';
import { ANA, type BotRun } from '../support/bot-run.ts';

let run: BotRun;
botForEachTest((fresh) => {
  run = fresh;
});

const member = { workspaceId: 'T000000001', memberId: ANA.id };
const EVER = { since: '2020-01-01', until: '2026-12-31' };

/** Opens a form, sends it, and sends it again to the letter, as Slack does when the answer got lost. */
async function sendTwice(filled: Parameters<BotRun['submit']>[0]): Promise<string> {
  const view = run.form();
  expect(await run.submit(filled)).toEqual({});
  run.clock.now += 5000;
  await run.resubmit(view, filled);
  return run.lastText();
}

describe('a form that is sent again, to the letter', () => {
  it.each(['9:00-11:00 #writing', '2h #writing'])('splits %j once', async (line) => {
    await run.track(line);
    await run.track('list');
    await run.choose('Split…');
    expect(await sendTwice({ cut: '30m' })).toContain('That is done already.');
    const { entries } = await readEntries(run.store, member, EVER);
    expect(entries.map(({ seconds }) => seconds).toSorted()).toEqual([1800, 5400]);
  });

  it('moves an entry once', async () => {
    await run.track('2h #writing');
    await run.track('list');
    await run.choose('Move to another day…');
    expect(await sendTwice({ date: '2026-09-14' })).toContain('That is done already.');
    const { entries } = await readEntries(run.store, member, EVER);
    expect(entries.map(({ date }) => date)).toEqual(['2026-09-14']);
  });

  it('says of a note on a day where it can be seen', async () => {
    await run.track('note call Kim');
    await run.press('Edit');
    expect(await sendTwice({ date: '2026-09-14' })).toContain('`/track notes` shows how things stand');
  });

  it.each([
    [
      'of a new task',
      'task new',
      { title: 'Thesis', note: 'by June' },
      { title: 'The thesis', note: 'by June' },
    ],
    [
      'of a new task, said otherwise',
      'task new',
      { title: 'Thesis', note: 'by June' },
      { title: 'Thesis', note: 'by July' },
    ],
  ])('keeps one note %s', async (_, line, first, again) => {
    await run.track(line);
    const view = run.form();
    expect(await run.submit(first)).toEqual({});
    await run.resubmit(view, again);
    const { notes } = await readNotes(run.store, member, EVER);
    expect(notes.map(({ text }) => text)).toEqual([again.note]);
    expect(run.lastText()).toContain(`Noted: “${again.note}”`);
  });
});
