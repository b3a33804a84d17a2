import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EVERYTHING, type Manifest, readManifest } from '../../../playground/slack/manifest.ts';
import { APP, GENERAL } from '../../../playground/slack/workspace.ts';
import { callSlack } from '../../support/fake-app.ts';
import { ANA, BEN, runSlack, type SlackRun } from '../../support/slack-run.ts';

const SHORTCUT = { name: 'Log time', description: 'Opens the form' };
const MANIFEST: Manifest = {
  ...EVERYTHING,
  events: ['app_home_opened', 'message.im', 'app_mention'],
  shortcuts: [
    { ...SHORTCUT, type: 'global', callbackId: 'log' },
    { ...SHORTCUT, type: 'message', callbackId: 'log-this' },
  ],
};

let run: SlackRun;
beforeEach(async () => {
  run = await runSlack({ manifest: MANIFEST });
});
afterEach(() => run.stop());

const heard = () => run.app.heard.at(-1);
const home = (person = ANA) => run.slack.snapshot(person).home;
const call = (method: string, params: object) => {
  if (!run.app.options) throw new Error('the app has not been made');
  return callSlack(run.app.options, method, params);
};
const view = (title: string) => ({
  type: 'home',
  blocks: [{ type: 'header', text: { type: 'plain_text', text: title } }],
});
const publish = (title: string, hash?: string, person = ANA) =>
  call('views.publish', { user_id: person.id, view: view(title), ...(hash && { hash }) });
const shown = (title: string) => ({ content: { blocks: [{ text: { text: title } }] } });

describe('a shortcut', () => {
  test('of the workspace brings a trigger and nothing else to answer by', async () => {
    expect(await run.slack.shortcut(ANA, 'log')).toBe(true);
    expect(heard()).toMatchObject({
      type: 'shortcut',
      callback_id: 'log',
      trigger_id: expect.any(String),
      user: { id: ANA.id, team_id: 'T000000001' },
      team: { id: 'T000000001' },
    });
    for (const name of ['response_url', 'channel', 'message']) expect(heard()).not.toHaveProperty(name);
  });

  test('of a message brings the message, where it stands, and a way to answer', async () => {
    await run.slack.send(BEN, GENERAL.id, 'Can you review this?');
    const [message] = run.slack.snapshot(ANA).messages;
    expect(await run.slack.messageShortcut(ANA, `${message?.ts}`, 'log-this')).toBe(true);
    expect(heard()).toMatchObject({
      type: 'message_action',
      callback_id: 'log-this',
      trigger_id: expect.any(String),
      response_url: expect.any(String),
      message_ts: message?.ts,
      channel: { id: GENERAL.id, name: 'general' },
      message: { user: BEN.id, text: 'Can you review this?', ts: message?.ts },
    });
  });

  test('is only one that the manifest declares, in its own place, and on a message that the member sees', async () => {
    await call('chat.postEphemeral', { channel: GENERAL.id, user: BEN.id, text: 'Psst' });
    const [unseen] = run.slack.snapshot(BEN).messages;
    expect(await run.slack.shortcut(ANA, 'log-this')).toBe(false);
    expect(await run.slack.shortcut(ANA, 'nothing')).toBe(false);
    expect(await run.slack.messageShortcut(BEN, `${unseen?.ts}`, 'log')).toBe(false);
    expect(await run.slack.messageShortcut(ANA, `${unseen?.ts}`, 'log-this')).toBe(false);
    expect(await run.slack.messageShortcut(ANA, '1.2', 'log-this')).toBe(false);
    expect(run.app.heard).toEqual([]);
    expect(run.slack.snapshot(ANA).shortcuts.map(({ callbackId }) => callbackId)).toEqual([
      'log',
      'log-this',
    ]);
  });
});

describe('the Home', () => {
  test('is published over a known state only, where the app names its hash', async () => {
    const first = await publish('One');
    expect(await publish('Two', first.view.hash)).toMatchObject({ ok: true });
    expect(await publish('Late', first.view.hash)).toMatchObject({ ok: false, error: 'hash_conflict' });
    expect(home()).toMatchObject(shown('Two'));
    expect(home()?.hash).not.toBe(first.view.hash);
    expect(await publish('Three')).toMatchObject({ ok: true });
    expect(home()).toMatchObject(shown('Three'));
  });

  test('is won by one of two that have read the same state', async () => {
    const { view: read } = await publish('One');
    const answers = await Promise.all(['Two', 'Three'].map((title) => publish(title, read.hash)));
    expect(answers.filter(({ error }) => error === 'hash_conflict')).toHaveLength(1);
    expect(home()).toMatchObject(shown(answers[0]?.ok ? 'Two' : 'Three'));
  });

  test('shows what was published last, however fast it came', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => publish(`State ${index}`)));
    expect(home()).toMatchObject(shown('State 19'));
  });

  test('is each member’s own', async () => {
    const { view: anas } = await publish('Ana');
    await publish('Ben', undefined, BEN);
    expect(await publish('Ben again', anas.hash, BEN)).toMatchObject({ error: 'hash_conflict' });
    expect([home(ANA), home(BEN)]).toMatchObject([shown('Ana'), shown('Ben')]);
  });

  test('sends a press with the view, its hash and its state, and no way to answer but the view', async () => {
    await run.slack.openHome(ANA);
    const published = home();
    const target = { viewId: published?.id, blockId: 'quick', actionId: 'log' };
    expect(await run.slack.act(BEN, target, {}, {})).toBe(false);
    expect(await run.slack.act(ANA, target, {}, {})).toBe(true);
    expect(heard()).toMatchObject({
      type: 'block_actions',
      container: { type: 'view', view_id: published?.id },
      view: { id: published?.id, type: 'home', hash: published?.hash, state: { values: {} } },
      actions: [{ action_id: 'log', block_id: 'quick', type: 'button', value: 'log' }],
      trigger_id: expect.any(String),
    });
    for (const name of ['response_url', 'channel', 'message']) expect(heard()).not.toHaveProperty(name);
  });
});

describe('a modal', () => {
  test('is updated over a known state only, where the app names its hash, and never once it is closed', async () => {
    await run.slack.send(ANA, GENERAL.id, '/track');
    const open = run.slack.snapshot(ANA).modals.at(-1);
    const update = (hash: string | undefined) =>
      call('views.update', { view_id: open?.id, hash, view: { ...open?.content, title: title('Other') } });
    expect(await update(open?.hash)).toMatchObject({ ok: true });
    expect(await update(open?.hash)).toMatchObject({ error: 'hash_conflict' });
    expect(run.slack.snapshot(ANA).modals).toMatchObject([{ content: { title: { text: 'Other' } } }]);
    await run.slack.close(ANA, `${open?.id}`);
    expect(await update(undefined)).toMatchObject({ error: 'not_found' });
  });
});

describe('an event', () => {
  test('says which tab was opened, and brings the Home that was there', async () => {
    await run.slack.openHome(ANA, 'messages');
    expect(heard().event).toEqual({
      type: 'app_home_opened',
      user: ANA.id,
      channel: ANA.directMessageId,
      tab: 'messages',
      event_ts: expect.any(String),
    });
    await run.slack.openHome(ANA);
    await run.slack.openHome(ANA);
    expect(heard().event).toMatchObject({ tab: 'home', view: { type: 'home', hash: expect.any(String) } });
  });

  test('comes of all that is written to the app, and in a channel only of its name', async () => {
    await run.slack.send(ANA, ANA.directMessageId, 'hello & welcome');
    expect(heard().event).toMatchObject({
      type: 'message',
      channel_type: 'im',
      channel: ANA.directMessageId,
      user: ANA.id,
      text: 'hello &amp; welcome',
      ts: run.slack.snapshot(ANA).messages[0]?.ts,
    });
    const before = run.app.heard.length;
    await run.slack.send(ANA, GENERAL.id, 'hello @ben, not mail@stint');
    expect(run.app.heard).toHaveLength(before);
    await run.slack.send(BEN, GENERAL.id, 'hello @Stint');
    expect(heard().event).toMatchObject({
      type: 'app_mention',
      channel: GENERAL.id,
      user: BEN.id,
      text: `hello <@${APP.botUserId}>`,
    });
  });

  test('never comes of what the app says itself, nor to an app that does not ask', async () => {
    await call('chat.postMessage', { channel: ANA.id, text: `<@${APP.botUserId}> speaks` });
    expect(run.app.heard).toEqual([]);
    const deaf = await runSlack({ manifest: { ...MANIFEST, events: ['message.channels'] } });
    await deaf.slack.send(ANA, ANA.directMessageId, 'hello @stint');
    await deaf.slack.send(ANA, GENERAL.id, 'hello @stint');
    await deaf.slack.openHome(ANA);
    expect(deaf.app.heard).toEqual([]);
    await deaf.stop();
  });

  test('cannot come of what an app does not let members write', async () => {
    const closed = await runSlack({ manifest: { ...MANIFEST, isWritable: false } });
    await closed.slack.send(ANA, ANA.directMessageId, 'hello');
    expect([closed.app.heard, closed.slack.snapshot(ANA).messages]).toEqual([[], []]);
    expect(closed.slack.snapshot(ANA).isWritable).toBe(false);
    await closed.stop();
  });
});

describe('a manifest', () => {
  const text = (events: readonly string[], scopes: readonly string[]) =>
    JSON.stringify({
      features: {
        app_home: { home_tab_enabled: true },
        shortcuts: [{ ...SHORTCUT, type: 'global', callback_id: 'log' }],
      },
      oauth_config: { scopes: { bot: scopes } },
      settings: { event_subscriptions: { bot_events: events } },
    });

  test('says what the app is sent and offers', () => {
    expect(readManifest(text(['message.im'], ['im:history']))).toEqual({
      hasHome: true,
      isWritable: false,
      events: ['message.im'],
      shortcuts: [{ ...SHORTCUT, type: 'global', callbackId: 'log' }],
      scopes: ['im:history'],
    });
  });

  test.each([
    ['message.im', 'im:history'],
    ['app_mention', 'app_mentions:read'],
  ])('that asks for %s needs the scope %s', (event, scope) => {
    expect(() => readManifest(text([event], ['commands']))).toThrow(scope);
  });
});

function title(text: string) {
  return { type: 'plain_text', text };
}
