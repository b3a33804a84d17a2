import { createEmulator } from 'emulate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { connectInstaller } from '../../src/entry-points/connect-installer.ts';
import { createHttpServer } from '../../src/entry-points/http-server.ts';
import { readInstallation } from '../../src/store/installs.ts';
import { engineEndpoint, freshStore } from '../support/engine.ts';

/** The whole way with a real browser's steps, against the emulator's own consent page, through the server of one's own. */
let emulator: { readonly url: string; close(): Promise<void> };
let server: ReturnType<typeof createHttpServer>;
let origin: string;

const REDIRECT = 'http://127.0.0.1:1/install/callback';

beforeEach(async () => {
  emulator = await createEmulator({
    service: 'slack',
    port: 0,
    seed: {
      slack: {
        team: { name: 'Acme', domain: 'acme' },
        users: [{ name: 'ana', real_name: 'Ana', is_admin: true }],
        oauth_apps: [
          {
            client_id: '1.2',
            client_secret: 'app-secret',
            app_id: 'A0APP',
            name: 'Stint',
            redirect_uris: [REDIRECT],
          },
        ],
      },
    },
  });
});
afterEach(async () => {
  server.close();
  await emulator.close();
});

it('installs through Slack’s own consent page, and keeps the token that then works', async () => {
  const store = await freshStore();
  const installer = connectInstaller(
    {
      signingSecret: 'secret',
      slackApiUrl: `${emulator.url}/api/`,
      table: store.table,
      dynamodbEndpoint: await engineEndpoint(),
      installs: {
        kind: 'many',
        clientId: '1.2',
        clientSecret: 'app-secret',
        tokenKeys: [Buffer.alloc(32, 1)],
        redirectUrl: REDIRECT,
      },
    },
    { fetch, now: Date.now, log: () => undefined },
  );
  server = createHttpServer(
    async () => ({ statusCode: 200, body: '' }),
    async () => ({ version: 'test', table: true }),
    installer,
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;

  const begun = await fetch(`${origin}/install`);
  const cookie = begun.headers.get('set-cookie')?.split(';')[0] ?? '';
  // On this very machine a browser without TLS must keep it too.
  expect(begun.headers.get('set-cookie')).not.toContain('Secure');
  const consent = new URL(/href="([^"]+)"/.exec(await begun.text())?.[1]?.replaceAll('&#38;', '&') ?? '');
  const page = await (await fetch(consent)).text();
  // The first person on the page agrees.
  const [form = ''] = page.split('</form>');
  const agreement = new URLSearchParams();
  for (const [, name = '', value = ''] of form.matchAll(/name="([^"]+)" value="([^"]*)"/g))
    agreement.set(name, value.replaceAll('&amp;', '&'));
  const agreed = await fetch(`${emulator.url}/oauth/v2/authorize/callback`, {
    method: 'POST',
    body: agreement,
    redirect: 'manual',
  });
  const { search } = new URL(agreed.headers.get('location') ?? '');
  const ended = await fetch(`${origin}/install/callback${search}`, {
    headers: { cookie: `theme=dark; ${cookie}` },
  });
  expect(await ended.text()).toContain('Stint is in Acme');
  expect(ended.status).toBe(200);
  expect(await readInstallation(store, 'T000000001')).toMatchObject({
    appId: 'A0APP',
    workspaceId: 'T000000001',
  });
  // Whoever reloads the last page, in whose browser nothing has changed, learns that all is well.
  expect(ended.headers.get('set-cookie')).toBeNull();
  const again = await fetch(`${origin}/install/callback${search}`, { headers: { cookie } });
  expect(again.status).toBe(400);
  expect(await again.text()).toContain('If Stint is in your workspace, all is well');
});
