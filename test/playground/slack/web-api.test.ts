import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { GENERAL } from '../../../playground/slack/workspace.ts';
import { callSlack } from '../../support/fake-app.ts';
import { ANA, BEN, runSlack, type SlackRun } from '../../support/slack-run.ts';

let run: SlackRun;
let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'stint-playground-'));
  run = await runSlack({ dataDir });
});
afterEach(async () => {
  await run.stop();
  await rm(dataDir, { recursive: true });
});

const options = () => {
  if (!run.app.options) throw new Error('the app has not been made');
  return run.app.options;
};
const call = (method: string, params: object) => callSlack(options(), method, params);
const texts = (person = ANA) => run.slack.snapshot(person).messages.map(({ text }) => text);
const restart = async () => {
  await run.stop();
  run = await runSlack({ dataDir });
};

describe('the Web API', () => {
  test('knows each member’s zone, with the offset of the day', async () => {
    expect(await call('users.info', { user: ANA.id })).toMatchObject({
      user: { id: ANA.id, name: 'ana', is_admin: true, tz: 'Europe/Madrid', tz_offset: 3600 },
    });
    expect(await call('users.info', { user: BEN.id })).toMatchObject({
      user: { id: BEN.id, tz: 'America/New_York', tz_offset: -18_000 },
    });
  });

  test('takes forms, as Slack’s own client sends them', async () => {
    const { slackApiUrl, botToken, fetch } = options();
    const blocks = JSON.stringify([{ type: 'divider' }]);
    const response = await fetch(`${slackApiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: `Bearer ${botToken}` },
      body: new URLSearchParams({ channel: GENERAL.id, text: 'From a form', blocks }),
    });
    expect(await response.json()).toMatchObject({ ok: true, channel: GENERAL.id });
    expect(run.slack.snapshot(BEN).messages).toMatchObject([
      { text: 'From a form', blocks: [{ type: 'divider' }] },
    ]);
  });

  test('sends to a member directly, and only they see it', async () => {
    const sent = await call('chat.postMessage', { channel: BEN.id, text: 'Only Ben' });
    expect(sent).toMatchObject({ ok: true, channel: BEN.directMessageId });
    expect(texts(BEN)).toEqual(['Only Ben']);
    expect(texts(ANA)).toEqual([]);
  });

  test('posts for one member in the channel', async () => {
    expect(
      await call('chat.postEphemeral', { channel: GENERAL.id, user: ANA.id, text: 'Psst' }),
    ).toMatchObject({ ok: true });
    expect([texts(ANA), texts(BEN)]).toEqual([['Psst'], []]);
  });

  test('changes and deletes', async () => {
    const { ts, channel } = await call('chat.postMessage', { channel: GENERAL.id, text: 'First' });
    await call('chat.update', { channel, ts, text: 'Second' });
    expect(texts()).toEqual(['Second']);
    await call('chat.delete', { channel, ts });
    expect(texts()).toEqual([]);
  });

  test.each([
    ['conversations.list', {}, 'missing_scope'],
    ['files.getUploadURLExternal', { filename: 'a', length: 1 }, 'missing_scope'],
    ['no.such.method', {}, 'unknown_method'],
    ['chat.postMessage', { channel: 'C0', text: 'x' }, 'channel_not_found'],
    [
      'chat.postMessage',
      { channel: GENERAL.id, text: 'x', blocks: [{ type: 'nonsense' }] },
      'invalid_blocks',
    ],
    [
      'views.publish',
      { user_id: ANA.id, view: { type: 'home', blocks: [{ type: 'table' }] } },
      'invalid_arguments',
    ],
  ])('refuses %s %o', async (method, params, error) => {
    expect(await call(method, params)).toMatchObject({ ok: false, error });
  });

  test('refuses another token', async () => {
    const answer = await callSlack({ ...options(), botToken: 'xoxb-other' }, 'users.info', { user: ANA.id });
    expect(answer).toMatchObject({ ok: false });
  });

  test('is slow, broken or out of quota on demand', async () => {
    const { slackApiUrl, fetch } = options();
    const probe = (signal?: AbortSignal) =>
      fetch(`${slackApiUrl}auth.test`, { method: 'POST', ...(signal && { signal }) });
    run.slack.faults.set('rate_limited');
    const limited = await probe();
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '30']);
    run.slack.faults.set('server_error');
    expect((await probe()).status).toBe(500);
    run.slack.faults.set('time_out');
    await expect(probe(AbortSignal.timeout(10))).rejects.toThrow(/timeout/i);
    run.slack.faults.set('none');
    expect((await probe()).status).toBe(200);
  });

  test('draws a Home for the member who opened it', async () => {
    await run.slack.openHome(ANA);
    expect(run.slack.snapshot(ANA).home).toMatchObject({
      content: {
        type: 'home',
        blocks: expect.arrayContaining([expect.objectContaining({ type: 'header' })]),
      },
    });
    expect(run.slack.snapshot(BEN).home).toBeUndefined();
    await run.slack.openHome(ANA);
    expect(run.app.heard.map(({ event }) => event.view?.type)).toEqual([undefined, 'home']);
  });
});

describe('after a restart', () => {
  test('messages, Homes and everybody’s ids are as before', async () => {
    await call('chat.postMessage', { channel: BEN.id, text: 'Kept' });
    await run.slack.send(ANA, GENERAL.id, '/track 45m');
    await run.slack.openHome(ANA);
    // The machine's own clock goes on meanwhile.
    const seen = () => [ANA, BEN].map((person) => ({ ...run.slack.snapshot(person), ahead: 0 }));
    const before = seen();
    await restart();
    expect(seen()).toEqual(before);
    expect(await call('users.info', { user: ANA.id })).toMatchObject({ user: { id: ANA.id, name: 'ana' } });
  });

  test('an old message can still be pressed and changed', async () => {
    const { ts } = await call('chat.postMessage', { channel: GENERAL.id, text: 'Old' });
    await run.slack.send(ANA, GENERAL.id, '/track 45m');
    await restart();
    expect(await call('chat.update', { channel: GENERAL.id, ts, text: 'New' })).toMatchObject({ ok: true });
    const ephemeral = run.slack.snapshot(ANA).messages.find(({ onlyFor }) => onlyFor !== undefined);
    await run.slack.act(ANA, { messageTs: ephemeral?.ts, blockId: 'entry', actionId: 'undo' }, {}, {});
    expect(texts()).toEqual(['New', 'Undone']);
  });

  test('a file that cannot be read is set aside', async () => {
    await run.stop();
    await writeFile(join(dataDir, 'slack.json'), '{"messages": 5}');
    run = await runSlack({ dataDir });
    expect(texts()).toEqual([]);
    expect(await readFile(join(dataDir, 'slack.json.unreadable'), 'utf8')).toBe('{"messages": 5}');
  });
});
