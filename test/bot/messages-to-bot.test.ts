import { describe, expect, it } from 'vitest';
import { readHome } from '../../src/store/home.ts';
import { botForEachTest } from '../support/bot-for-each-test.ts';
import { ANA, BEN, type BotRun } from '../support/bot-run.ts';

let run: BotRun;
botForEachTest(
  (fresh) => {
    run = fresh;
  },
  { isNew: true },
);

const HOW =
  ':wave: I act only on `/track`, here or in any channel: `/track 45m #writing` logs, `/track start #writing` starts a timer.\n`/track help` shows everything that works.';
const fromBot = () => run.slack.snapshot(ANA).messages.filter(({ author }) => author === 'app');
const direct = { type: 'message', channel: ANA.directMessageId, channel_type: 'im', user: ANA.id };

describe('a message to the bot', () => {
  it('that would read as a line is answered with that line to paste, and logs nothing', async () => {
    await run.say('45m #writing <b> & more', ANA, 'direct');
    expect(run.lastText()).toBe(
      ':wave: I act only on `/track`, so nothing was done. Paste this to do it: `/track 45m #writing &lt;b&gt; &amp; more`\n`/track help` shows everything that works.',
    );
    expect(run.lastMessage()).toMatchObject({ conversationId: ANA.directMessageId });
    expect(run.lastMessage()?.onlyFor).toBeUndefined();
    expect(await run.track('today')).toContain('Nothing logged today');
  });

  it.each(['hello?', '', `45m ${'x'.repeat(400)}`, '```code```'])(
    'that is anything else (%j) is told how',
    async (text) => {
      await run.slack.sendEvent({ ...direct, text, ts: '1.1' });
      expect(fromBot().map((message) => message.text)).toEqual([HOW]);
    },
  );

  it('makes nobody a member', async () => {
    await run.say('45m', ANA, 'direct');
    const member = { workspaceId: 'T000000001', memberId: ANA.id };
    expect((await readHome(run.store, member, '2026-09-16')).prefs).toBeUndefined();
  });

  it('in a channel is answered where only its writer sees it, without the mention', async () => {
    await run.say('@Stint start #writing');
    expect(run.lastText()).toContain('Paste this to do it: `/track start #writing`');
    expect(run.lastMessage()?.onlyFor).toBe(ANA.id);
    expect(run.slack.snapshot(BEN).messages.filter(({ author }) => author === 'app')).toEqual([]);
    expect(await run.track('status')).toContain('No timer runs');
  });

  it('in a thread is answered there', async () => {
    await run.slack.sendEvent({ ...direct, text: 'hello', ts: '2.1', thread_ts: '1.1' });
    expect(run.lastMessage()?.threadTs).toBe('1.1');
  });

  it('that is delivered again is answered once', async () => {
    await run.say('hello', ANA, 'direct');
    await run.repeatLastEvent();
    expect(fromBot()).toHaveLength(1);
  });

  it.each([
    ['of a bot', { bot_id: 'B1' }],
    ['that was edited', { subtype: 'message_changed' }],
    ['in a channel, without a mention', { channel_type: 'channel' }],
    ['of nobody', { user: undefined }],
    ['without a channel', { channel: 7 }],
    ['in a channel that is none', { channel: '../x' }],
  ])('%s is not answered', async (_, more) => {
    await run.slack.sendEvent({ ...direct, text: '45m', ts: '1.1', ...more });
    expect(fromBot()).toEqual([]);
  });
});
