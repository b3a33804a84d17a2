import { once } from 'node:events';
import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AppOptions } from '../../playground/slack/app-options.ts';
import { GENERAL } from '../../playground/slack/workspace.ts';
import { type Playground, startPlayground } from '../../playground/start.ts';
import { createFakeApp, type FakeApp } from '../support/fake-app.ts';
import { ANA, BEN } from '../support/slack-run.ts';

let app: FakeApp;
let playground: Playground;
beforeEach(async () => {
  app = createFakeApp();
  playground = await startPlayground({ port: 0, createHandler: app.create, page: {} });
});
afterEach(() => playground.stop());

describe('the server', () => {
  const post = (path: string, headers: Record<string, string>, body = '{}') =>
    fetch(new URL(path, playground.url), { method: 'POST', headers, body });
  const json = { 'content-type': 'application/json' };

  test('is deaf to other sites', async () => {
    expect((await post('api/send', { ...json, origin: 'https://evil.test' })).status).toBe(403);
    expect((await post('api/send', { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await fetch(playground.url, { method: 'DELETE' })).status).toBe(405);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await post('oauth/v2/authorize', { ...form, origin: 'https://evil.test' }, '')).status).toBe(403);
    expect((await post('oauth/v2/authorize', json)).status).toBe(415);
  });

  test.each([
    ['api/send', '{}', 400],
    ['api/send', 'no json', 400],
    ['api/constructor', '{}', 404],
    ['api/send', JSON.stringify({ memberId: 'U9', conversationId: GENERAL.id, text: 'x' }), 404],
    ['api/send', JSON.stringify({ memberId: BEN.id, conversationId: 'D0ANA00001', text: 'x' }), 404],
    ['api/submit', JSON.stringify({ memberId: BEN.id, viewId: 'V1' }), 404],
    ['api/fault', JSON.stringify({ memberId: BEN.id, kind: 'x' }), 400],
    ['response/unknown', '{"text":"x"}', 404],
  ])('checks what it is sent: %s %s', async (path, body, status) => {
    expect((await post(path, json, body)).status).toBe(status);
    expect(app.heard).toEqual([]);
  });

  test('asks for no consent, and gives none, for an address that Slack does not know', async () => {
    const asked = { client_id: '1.1', redirect_uri: 'https://evil.test/', scope: 'commands', state: 's' };
    const address = new URL(`oauth/v2/authorize?${new URLSearchParams(asked)}`, playground.url);
    const page = await fetch(address);
    expect([page.status, await page.text()]).toEqual([400, expect.not.stringContaining('evil.test')]);
    address.searchParams.delete('redirect_uri');
    expect((await fetch(address)).status).toBe(400);
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = `${new URLSearchParams({ ...asked, team: 'T000000001' })}`;
    expect((await post('oauth/v2/authorize', form, body)).status).toBe(400);
  });

  test('has no page of installation for an app that lives in one workspace', async () => {
    expect((await fetch(new URL('install', playground.url))).status).toBe(404);
  });

  test('has the page of installation at one address, to which Slack sends the browser back', async () => {
    await playground.stop();
    const createHandler = (options: AppOptions) => {
      options.keepInstaller(async ({ path, cookies }) => ({ statusCode: 200, body: `${path} ${cookies}` }));
      return app.create(options);
    };
    playground = await startPlayground({ port: 0, createHandler, page: {} });
    const page = new URL('install', playground.url);
    const kept = await fetch(page, { headers: { cookie: 'a=1; b=2' } });
    expect(await kept.text()).toBe('/install a=1,b=2');
    const asked = request(page, { headers: { host: `localhost:${page.port}` } }).end();
    const [answered] = await once(asked, 'response');
    expect([answered.statusCode, answered.headers.location]).toEqual([302, page.href]);
    answered.resume();
  });

  test('takes no more than it needs', async () => {
    expect((await post('api/send', json, 'x'.repeat(300_000))).status).toBe(413);
  });

  test('answers to no other name, so that no other site can point its own at it', async () => {
    const asked = request(playground.url, { headers: { host: 'rebound.test' } }).end();
    const [answered] = await once(asked, 'response');
    expect(answered.statusCode).toBe(403);
    answered.resume();
  });

  test('takes a post to a response URL', async () => {
    await playground.slack.send(ANA, GENERAL.id, '/track 45m');
    const { response_url } = app.heard[0];
    expect((await post(response_url, json, '{"text":"From outside"}')).status).toBe(200);
    const texts = playground.slack.snapshot(ANA).messages.map(({ text }) => text);
    expect(texts).toEqual(['Logged 45m', 'From outside']);
  });

  test('sends what a member sees, and each change', async () => {
    const ended = new AbortController();
    const stream = await fetch(new URL(`state?member=${ANA.id}`, playground.url), { signal: ended.signal });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    const hear = async (words: string) => {
      for (let chunks = 0; chunks < 20 && !heard.includes(words); chunks += 1)
        heard += (await reader?.read())?.value;
      expect(heard).toContain(words);
    };
    await hear('event: state');
    await playground.slack.send(BEN, GENERAL.id, 'Hello Ana');
    await hear('Hello Ana');
    ended.abort();
  });
});
