import { beforeEach, describe, expect, it } from 'vitest';
import type { LogLine } from '../../../src/bot/effects.ts';
import type { UrlResult } from '../../../src/bot/guard.ts';
import { createInstaller, type Installer } from '../../../src/bot/installs/create-installer.ts';
import { type ManyWorkspaces, tokensOf } from '../../../src/bot/installs/installs.ts';
import { BOT_SCOPES, OPTIONAL_SCOPES } from '../../../src/bot/installs/scopes.ts';
import { readInstallation, removeInstallation } from '../../../src/store/installs.ts';
import { scanItems } from '../../../src/store/layer/scan.ts';
import type { Store } from '../../../src/store/store.ts';
import { freshStore, START } from '../../support/engine.ts';
import { beforeWrite } from '../../support/interrupt.ts';
import { MANIFEST } from '../../support/manifest.ts';
import { OAUTH_API, type OAuthStandIn, oauthStandIn } from '../../support/oauth-stand-in.ts';

const APP: ManyWorkspaces = {
  kind: 'many',
  clientId: '1.2',
  clientSecret: 'app-secret',
  tokenKeys: [Buffer.alloc(32, 1)],
};

let store: Store;
let slack: OAuthStandIn;
let installer: Installer;
let clock: { now: number };
let logged: LogLine[];

beforeEach(async () => {
  clock = { now: START };
  logged = [];
  store = await freshStore({ now: () => clock.now });
  slack = oauthStandIn();
  const effects = {
    fetch: slack.fetch,
    now: () => clock.now,
    log: (line: LogLine) => void logged.push(line),
  };
  const settings = { signingSecret: 'secret', slackApiUrl: OAUTH_API, installs: APP };
  installer = createInstaller(settings, store, effects);
});

const get = (path: string, query = '', cookies: readonly string[] = []) =>
  installer({ method: 'GET', path, query, cookies });

/** Presses the button on the page: what goes to Slack, and what the browser keeps. */
async function begin() {
  const answer = await get('/install');
  const url = new URL(/href="([^"]+)"/.exec(answer.body)?.[1]?.replaceAll('&#38;', '&') ?? '');
  const cookie = answer.cookies?.[0]?.split(';')[0] ?? '';
  return { answer, url, cookie, state: url.searchParams.get('state') ?? '' };
}

const back = (state: string, cookie: string, more: Readonly<Record<string, string>>) =>
  get('/install/callback', `${new URLSearchParams({ state, ...more })}`, ['other=1', cookie]);

async function install(workspaceId: string): Promise<UrlResult> {
  const { state, cookie } = await begin();
  return back(state, cookie, { code: slack.consent(workspaceId) });
}

describe('the page on which an installation begins', () => {
  it('sends to Slack’s consent with what the app needs, and nothing else', async () => {
    const { url, answer } = await begin();
    expect(`${url.origin}${url.pathname}`).toBe('http://127.0.0.1:1/oauth/v2/authorize');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      client_id: '1.2',
      scope: [...BOT_SCOPES, ...OPTIONAL_SCOPES].join(','),
    });
    expect(answer.cookies).toEqual([expect.stringMatching(/HttpOnly; Secure; SameSite=Lax$/)]);
    expect(answer.body).not.toContain('app-secret');
  });

  it('stands in no frame, brings nothing from elsewhere and is kept by nobody, like each page after it', async () => {
    for (const { headers } of [await get('/install'), await install('T1'), await get('/install/callback')]) {
      expect(headers).toEqual({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy':
          "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      });
    }
  });

  it('asks for the scopes of the manifest', () => {
    expect(MANIFEST.scopes).toEqual([...BOT_SCOPES, ...OPTIONAL_SCOPES]);
  });
});

describe('an installation', () => {
  it('keeps the workspace’s token so that nobody can read it there, and welcomes who did it', async () => {
    const answer = await install('T1');
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toContain('Stint is in The &#60;T1&#62; team');
    expect(answer.body).toContain('http://127.0.0.1:1/app_redirect?app=A0APP&#38;team=T1');
    expect(slack.posted).toEqual([
      {
        token: 'xoxe.xoxb-test-T1-1',
        channel: 'U0ADMIN',
        text: expect.stringContaining('*Stint is in your workspace.*'),
      },
    ]);
    expect(JSON.stringify(await scanItems(store))).not.toContain('xoxb-test');
    expect(await tokens()('T1')).toBe('xoxe.xoxb-test-T1-1');
    expect(await tokens()('T2')).toBeUndefined();
  });

  it('is one for each workspace, and the next one takes the place of the last', async () => {
    await install('T1');
    await install('T2');
    clock.now += 1000;
    await install('T1');
    expect(await tokens()('T1')).toBe('xoxe.xoxb-test-T1-3');
    expect(await tokens()('T2')).toBe('xoxe.xoxb-test-T2-2');
  });

  it('that is kept late does not take the place of one that came after it', async () => {
    const KEEPS = 1;
    const between = beforeWrite(store.client, KEEPS, async () => {
      clock.now += 1000;
      await install('T1');
    });
    expect((await install('T1')).statusCode).toBe(200);
    expect(between.reached).toBe(true);
    expect(slack.posted.map(({ token }) => token)).toEqual(['xoxe.xoxb-test-T1-2', 'xoxe.xoxb-test-T1-1']);
    expect(await tokens()('T1')).toBe('xoxe.xoxb-test-T1-2');
  });

  it.each([
    [1, '*Stint is back, with everything it had.*'],
    [29, '*Stint is back, with everything it had.*'],
    [30, '*Stint is in your workspace.*'],
  ])(
    'of a workspace that removed the app %i days before says whether all is still there',
    async (days, said) => {
      await install('T1');
      clock.now += 60_000;
      await removeInstallation(store, 'T1', clock.now);
      clock.now += days * 86_400_000;
      await install('T1');
      await install('T1');
      const [, back, again] = slack.posted.map(({ text }) => text);
      expect(back).toContain(said);
      expect(again).toContain('*Stint is in your workspace.*');
    },
  );

  it.each([
    [
      'an invented state',
      async () => back('x'.repeat(80), (await begin()).cookie, { code: slack.consent('T1') }),
      400,
    ],
    ['no state', async () => get('/install/callback', `code=${slack.consent('T1')}`), 400],
    [
      'a state of another browser',
      async () => back((await begin()).state, (await begin()).cookie, { code: slack.consent('T1') }),
      400,
    ],
    ['no cookie', async () => back((await begin()).state, '', { code: slack.consent('T1') }), 400],
    [
      'a state of eleven minutes ago',
      async () => {
        const { state, cookie } = await begin();
        clock.now += 11 * 60_000;
        return back(state, cookie, { code: slack.consent('T1') });
      },
      400,
    ],
    [
      'no consent',
      async () => {
        const { state, cookie } = await begin();
        return back(state, cookie, { error: 'access_denied' });
      },
      403,
    ],
    [
      'an invented code',
      async () => {
        const { state, cookie } = await begin();
        return back(state, cookie, { code: 'mine' });
      },
      400,
    ],
    [
      'an answer that got lost',
      async () => {
        slack.next('lost');
        return install('T1');
      },
      502,
    ],
    [
      'a whole organisation',
      async () => {
        slack.next({ team: null, is_enterprise_install: true });
        return install('T1');
      },
      400,
    ],
  ])('does not come of %s', async (_, act, status) => {
    const answer = await act();
    expect(answer.statusCode).toBe(status);
    expect(answer.body).toContain('Start again');
    expect(await readInstallation(store, 'T1')).toBeUndefined();
    expect(slack.posted).toEqual([]);
  });

  it('comes of one state and one code once', async () => {
    const { state, cookie } = await begin();
    const code = slack.consent('T1');
    expect((await back(state, cookie, { code })).statusCode).toBe(200);
    expect((await back(state, cookie, { code: slack.consent('T2') })).body).toContain(
      'This was done already',
    );
    const other = await begin();
    expect((await back(other.state, other.cookie, { code })).statusCode).toBe(400);
    expect(await tokens()('T1')).toBe('xoxe.xoxb-test-T1-1');
  });

  it('ends in one of two tabs as in the other, whichever began last', async () => {
    const [one, other] = [await begin(), await begin()];
    const jar = [one.cookie, other.cookie];
    for (const { state } of [one, other]) {
      const ended = await get(
        '/install/callback',
        `${new URLSearchParams({ state, code: slack.consent('T1') })}`,
        jar,
      );
      expect(ended.statusCode).toBe(200);
    }
    expect(new Set(jar.map((cookie) => cookie.split('=')[0])).size).toBe(2);
  });

  it('answers nothing else, and tells the log no secret', async () => {
    await install('T1');
    expect((await installer({ method: 'POST', path: '/install', query: '', cookies: [] })).statusCode).toBe(
      405,
    );
    expect((await get('/install/other')).statusCode).toBe(404);
    expect(logged.filter(({ event }) => event === 'request')).toMatchObject([
      { status: 200, outcome: 'ok', command: 'install' },
      { status: 200 },
      { status: 405, outcome: 'refused' },
      { status: 404 },
    ]);
    const said = JSON.stringify(logged);
    for (const secret of ['xoxb', 'app-secret', 'code-', 'state=']) expect(said).not.toContain(secret);
  });
});

function tokens() {
  const effects = {
    fetch: slack.fetch,
    now: () => clock.now,
    log: (line: LogLine) => void logged.push(line),
  };
  return tokensOf(APP, OAUTH_API, store, effects);
}

describe('an installation that can’t be kept', () => {
  it.each([
    ['AccessDeniedException', 'perform: dynamodb:PutItem', 'does not reach its table', 'dynamodb:PutItem'],
    ['InternalServerError', 'try again', 'Something went wrong on our side', undefined],
  ])('after %s says so on its page, and in the log why', async (name, message, said, missing) => {
    const { state, cookie } = await begin();
    store.client.middlewareStack.add(
      () => async () => {
        throw Object.assign(new Error(message), { name });
      },
      { step: 'finalizeRequest', priority: 'high', name: 'trouble' },
    );
    const answer = await back(state, cookie, { code: slack.consent('T1') });
    expect(answer.statusCode).toBe(503);
    expect(answer.body).toContain(said);
    expect(answer.body).toContain('Start again');
    const failed = logged.filter(({ event }) => event === 'installation failed');
    expect(failed).toEqual([expect.objectContaining({ problem: name })]);
    expect(failed[0]?.['missing']).toBe(missing);
  });
});
