import { describe, expect, it } from 'vitest';
import { GENERAL } from '../../playground/slack/workspace.ts';
import { noteOfMessage } from '../../src/bot/shortcuts/message-note.ts';
import { botForEachTest } from '../support/bot-for-each-test.ts';
import { ANA, BEN, type BotRun } from '../support/bot-run.ts';

let run: BotRun;
botForEachTest((fresh) => {
  run = fresh;
});

describe('the shortcut Log time', () => {
  it('opens the log form and tells the answer in it, with buttons that work there', async () => {
    expect(await run.shortcut('log-time')).toContain('Log time');
    expect(await run.submit({ time: 'soon' })).toHaveProperty('time');
    await run.submit({ time: '45m', tags: '#writing' });
    expect(run.formText()).toBe(
      [
        'Logged',
        ':white_check_mark: Logged *45m* · today, Wed 16 Sep',
        '#writing',
        'Today: *45m*',
        '[Undo] [Edit] [Note]',
      ].join('\n'),
    );
    expect(run.slack.snapshot(ANA).messages).toEqual([]);
    expect(await run.pressInForm('Undo')).toContain('Undone: the log.');
    expect(await run.track('today')).toContain('Nothing logged today');
  });

  it('leads from its answer to the edit form and back, as often as one likes', async () => {
    await run.shortcut('log-time');
    await run.submit({ time: '45m' });
    for (const time of ['1h', '45m', '1h']) {
      expect(await run.pressInForm('Edit')).toContain('Edit entry');
      await run.submit({ time });
      expect(run.formText()).toContain(`Changed: *${time}*`);
    }
    expect(await run.track('list')).toContain(': 1, 1h in all');
  });
});

describe('the shortcut Log time for this', () => {
  it('puts the message and its link into the note, and answers where the message is', async () => {
    await run.slack.send(BEN, GENERAL.id, 'Could you look at <this> & that?');
    const ts = run.slack.snapshot(ANA).messages.at(-1)?.ts ?? '';
    await run.messageShortcut('log-message', ts);
    await run.submit({ time: '20m' });
    expect(run.lastText()).toBe(
      [
        ':white_check_mark: Logged *20m* · today, Wed 16 Sep',
        '> Could you look at &lt;this&gt; &amp; that?',
        `> https://stint-hq.slack.com/archives/${GENERAL.id}/p${ts.replace('.', '')}`,
        'Today: *20m*',
      ].join('\n'),
    );
    expect(run.form()).toBeUndefined();
  });
});

describe('the note of a message', () => {
  const message = { domain: 'acme', channelId: 'C1', ts: '1789574700.000100', text: '' };

  it.each([
    ['', 'https://acme.slack.com/archives/C1/p1789574700000100'],
    [
      'Ask <@U0BEN00001> in <#C2> or <#C3|team>, see <https://example.com|the page> &amp; <!here>',
      'Ask @somebody in #channel or #team, see https://example.com & @here\nhttps://acme.slack.com/archives/C1/p1789574700000100',
    ],
  ])('of %j', (text, note) => {
    expect(noteOfMessage({ ...message, text })).toBe(note);
  });

  it('in a thread links into the thread, and is cut where it is long', () => {
    const note = noteOfMessage({ ...message, threadTs: '1789570000.000200', text: '長い'.repeat(2000) });
    expect(note).toContain('?thread_ts=1789570000.000200&cid=C1');
    expect(note.length).toBeLessThan(400);
  });
});
