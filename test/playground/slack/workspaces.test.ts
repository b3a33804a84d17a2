import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AppOptions } from '../../../playground/slack/app-options.ts';
import { EVERYTHING } from '../../../playground/slack/manifest.ts';
import { OTHER_TEAM, type Person, TEAMS } from '../../../playground/slack/workspace.ts';
import { callSlack } from '../../support/fake-app.ts';
import { ANA, runSlack, type SlackRun } from '../../support/slack-run.ts';

const [DORA = ANA] = OTHER_TEAM.people;
const SCOPES = [...EVERYTHING.scopes, 'files:write'];
const CHANNEL = OTHER_TEAM.channel.id;
const VIEW = { type: 'home', blocks: [{ type: 'divider' }] };
const MODAL = { ...VIEW, type: 'modal', title: { type: 'plain_text', text: 'Form' } };

let run: SlackRun;
let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'stint-workspaces-'));
  run = await runSlack({ dataDir, teams: TEAMS, manifest: { ...EVERYTHING, scopes: SCOPES } });
});
afterEach(async () => {
  await run.stop();
  await rm(dataDir, { recursive: true });
});

const app = (): AppOptions => {
  if (!run.app.options) throw new Error('the app has not been made');
  return run.app.options;
};
const asked = (more: object = {}) => ({
  client_id: app().clientId,
  redirect_uri: app().redirectUrl,
  scope: 'commands,chat:write,users:read',
  state: 'a state',
  ...more,
});
/** Somebody allows the app; gives back the code that it gets. */
const allow = async (person: Person) =>
  new URL(await run.slack.consents.allow(person, asked())).searchParams.get('code');
const exchange = (code: string | null, secret = app().clientSecret) =>
  callSlack(app(), 'oauth.v2.access', { client_id: app().clientId, client_secret: secret, code });
/** The app's token in the second workspace, which installs it. */
const install = async (): Promise<string> => (await exchange(await allow(DORA))).access_token;
const call = (botToken: string, method: string, params: object) =>
  callSlack({ ...app(), botToken }, method, params);
const texts = (person: Person) => run.slack.snapshot(person).messages.map(({ text }) => text);
const removedAt = (person: Person) => run.slack.snapshot(person).removedAt;
const isInstalled = (person: Person) => run.slack.snapshot(person).isInstalled;

describe('an installation', () => {
  test('gives the app a token of the workspace of whoever allows it, for each code once', async () => {
    const code = await allow(DORA);
    expect([isInstalled(ANA), isInstalled(DORA)]).toEqual([true, false]);
    expect(await exchange(code)).toMatchObject({
      ok: true,
      team: { id: OTHER_TEAM.id, name: OTHER_TEAM.name },
      authed_user: { id: DORA.id },
    });
    expect(isInstalled(DORA)).toBe(true);
    expect(await exchange(code)).toMatchObject({ ok: false, error: 'invalid_code' });
    expect(await exchange(await allow(DORA), 'another secret')).toMatchObject({ ok: false });
  });

  test('is not begun for an app, or for an address, that Slack does not know', async () => {
    const { check } = run.slack.consents;
    expect(await check(asked())).toBeUndefined();
    expect(await check(asked({ client_id: '9.9' }))).toContain('not registered');
    expect(await check(asked({ redirect_uri: 'https://evil.test/' }))).toContain('mismatch');
  });

  test('outlives a restart, and so does a removal', async () => {
    const token = await install();
    await run.slack.uninstall(ANA);
    await run.stop();
    run = await runSlack({ dataDir, teams: TEAMS });
    expect([isInstalled(ANA), isInstalled(DORA)]).toEqual([false, true]);
    expect([removedAt(ANA), removedAt(DORA)]).toEqual([expect.any(Number), undefined]);
    expect(await call(token, 'users.info', { user: DORA.id })).toMatchObject({ ok: true });
    expect(app().grants).toEqual([{ teamId: OTHER_TEAM.id, token }]);
  });
});

describe('a workspace', () => {
  test('has its own members and its own channel, by names that another may have too', async () => {
    await install();
    await run.slack.send(DORA, CHANNEL, '/track with @ana and @ben in #general');
    const [, another] = OTHER_TEAM.people;
    expect(run.app.heard.at(-1)).toMatchObject({
      team_id: OTHER_TEAM.id,
      team_domain: 'harbour-books',
      channel_id: CHANNEL,
      text: `with <@${another?.id}|ana> and @ben in <#${CHANNEL}|general>`,
    });
    await run.slack.openHome(DORA);
    expect(run.app.heard.at(-1)).toMatchObject({ team_id: OTHER_TEAM.id, event: { user: DORA.id } });
  });

  test('is not reached with the token of another', async () => {
    const theirs = await install();
    const { botToken: ours } = app();
    expect([
      await call(theirs, 'users.info', { user: ANA.id }),
      await call(theirs, 'chat.postMessage', { channel: 'C000000001', text: 'x' }),
      await call(theirs, 'chat.postMessage', { channel: ANA.id, text: 'x' }),
      await call(theirs, 'chat.postMessage', { channel: ANA.directMessageId, text: 'x' }),
      await call(theirs, 'chat.postEphemeral', { channel: 'C000000001', user: ANA.id, text: 'x' }),
      await call(theirs, 'views.publish', { user_id: ANA.id, view: VIEW }),
      await call(ours, 'users.info', { user: DORA.id }),
      await call(ours, 'chat.postMessage', { channel: CHANNEL, text: 'x' }),
      await call(ours, 'views.publish', { user_id: DORA.id, view: VIEW }),
    ]).toMatchObject(Array.from({ length: 9 }, () => ({ ok: false })));
    const { ts } = await call(ours, 'chat.postMessage', { channel: 'C000000001', text: 'Ours' });
    for (const method of ['chat.update', 'chat.delete'])
      expect(await call(theirs, method, { channel: 'C000000001', ts, text: 'x' })).toMatchObject({
        ok: false,
      });
    expect([texts(ANA), texts(DORA)]).toEqual([['Ours'], []]);
  });

  test('opens no form with the trigger of a member of another, nor presses its buttons', async () => {
    const theirs = await install();
    await run.slack.send(ANA, 'C000000001', '/track everyone');
    const { trigger_id } = run.app.heard[0];
    expect(await call(theirs, 'views.open', { trigger_id, view: MODAL })).toMatchObject({
      error: 'invalid_trigger_id',
    });
    await call(app().botToken, 'chat.postMessage', {
      channel: 'C000000001',
      text: 'Press',
      blocks: [
        {
          type: 'actions',
          block_id: 'entry',
          elements: [{ type: 'button', action_id: 'undo', text: { type: 'plain_text', text: 'Undo' } }],
        },
      ],
    });
    const messageTs = run.slack.snapshot(ANA).messages.at(-1)?.ts;
    const target = { messageTs, blockId: 'entry', actionId: 'undo' };
    expect([await run.slack.act(DORA, target, {}, {}), await run.slack.act(ANA, target, {}, {})]).toEqual([
      false,
      true,
    ]);
  });

  test('is told of nothing that goes wrong in another', async () => {
    await install();
    await call(app().botToken, 'views.publish', { user_id: ANA.id, view: { type: 'home', blocks: [{}] } });
    const { upload_url } = await call(app().botToken, 'files.getUploadURLExternal', {
      filename: 'a.csv',
      length: 1,
    });
    await app().fetch(upload_url, { method: 'POST', body: 'x' });
    expect(run.slack.log.entries().at(-1)).toMatchObject({ name: 'upload', teamId: ANA.teamId });
    const notices = (person: Person) => run.slack.snapshot(person).notices.length;
    expect([notices(ANA), notices(DORA)]).toEqual([1, 0]);
  });
});

describe('a removal', () => {
  test('ends the token, takes away what the app has on the screen, and is told of twice', async () => {
    const token = await install();
    await call(token, 'views.publish', { user_id: DORA.id, view: VIEW });
    await run.slack.send(DORA, CHANNEL, '/track 45m');
    const { trigger_id } = run.app.heard.at(-1);
    await call(token, 'views.open', { trigger_id, view: MODAL });
    expect(run.slack.snapshot(DORA)).toMatchObject({ modals: [expect.anything()], home: expect.anything() });
    expect(await run.slack.uninstall(DORA)).toBe(true);
    const events = run.app.heard.slice(-2).map(({ team_id, event }) => [team_id, event]);
    expect(events).toEqual([
      [OTHER_TEAM.id, { type: 'tokens_revoked', tokens: { oauth: [], bot: ['U0STINT001'] } }],
      [OTHER_TEAM.id, { type: 'app_uninstalled' }],
    ]);
    expect(await call(token, 'users.info', { user: DORA.id })).toEqual({ ok: false, error: 'token_revoked' });
    expect(run.slack.snapshot(DORA)).toMatchObject({ isInstalled: false, modals: [], shortcuts: [] });
    expect(run.slack.snapshot(DORA).home).toBeUndefined();
    expect(await run.slack.uninstall(DORA)).toBe(false);
    expect(isInstalled(ANA)).toBe(true);
  });

  test('leaves no way from that workspace to the app', async () => {
    await install();
    await run.slack.send(DORA, CHANNEL, '/track 45m');
    const messageTs = run.slack.snapshot(DORA).messages.at(-1)?.ts;
    await run.slack.uninstall(DORA);
    const heard = run.app.heard.length;
    await run.slack.send(DORA, CHANNEL, '/track 30m');
    await run.slack.send(DORA, DORA.directMessageId, 'hello');
    await run.slack.openHome(DORA);
    await run.slack.act(DORA, { messageTs, blockId: 'entry', actionId: 'undo' }, {}, {});
    expect(await run.slack.shortcut(DORA, 'log')).toBe(false);
    expect(run.app.heard.length).toBe(heard);
    expect(texts(DORA)).toContain('`/track` is not a valid command.');
    expect(run.slack.snapshot(DORA).notices.at(-1)?.text).toBe('Stint is not in Harbour Books any more.');
  });
});
