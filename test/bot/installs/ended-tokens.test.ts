import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BOT_TOKEN } from '../../../playground/slack/grants.ts';
import { TEAM } from '../../../playground/slack/workspace.ts';
import type { LogLine } from '../../../src/bot/effects.ts';
import { type Installs, tokensOf } from '../../../src/bot/installs/installs.ts';
import { createVault } from '../../../src/bot/installs/vault.ts';
import { keepInstallation, removeInstallation } from '../../../src/store/installs.ts';
import type { Store } from '../../../src/store/store.ts';
import { ANA, type BotRun, NOW, runBot } from '../../support/bot-run.ts';
import { freshStore } from '../../support/engine.ts';
import { at, MINUTE, runAt } from '../../support/run-at.ts';

const KEY = Buffer.alloc(32, 1);
const MANY: Installs = { kind: 'many', clientId: '1.2', clientSecret: 'app-secret', tokenKeys: [KEY] };

let run: BotRun;
let installs: Store;
let clock: { now: number };
/** The tokens that Slack was asked with, by method. */
let asked: string[];
/** What Slack answers to every token but the newest. */
let word: string;
let newest: string;
let logged: LogLine[];

beforeEach(async () => {
  clock = { now: NOW };
  [asked, logged, word, newest] = [[], [], 'token_revoked', 'xoxb-test-1'];
  installs = await freshStore({ now: () => clock.now });
});
afterEach(() => run.stop());

/** Slack, to which only the newest token is good; the workspace's own stand-in answers for it. */
const through =
  (real: typeof fetch): typeof fetch =>
  async (input, init) => {
    const headers = new Headers(init?.headers);
    const token = headers.get('authorization')?.slice('Bearer '.length);
    if (token === undefined) return real(input, init);
    asked.push(`${String(input).split('/').at(-1)} ${token}`);
    if (token !== newest) return Response.json({ ok: false, error: word });
    headers.set('authorization', `Bearer ${BOT_TOKEN}`);
    return real(input, { ...init, headers });
  };

async function start(mode: Installs): Promise<void> {
  const effects = { fetch, now: () => clock.now, log: (line: LogLine) => void logged.push(line) };
  const tokens = tokensOf(mode, 'http://127.0.0.1:1/api/', installs, effects);
  run = await runBot({ tokens, through });
}

async function install(token: string): Promise<void> {
  clock.now += 1000;
  newest = token;
  await keepInstallation(installs, {
    workspaceId: TEAM.id,
    sealedToken: createVault([KEY]).close(token, TEAM.id),
    scopes: ['commands'],
    appId: 'A0APP',
    botUserId: 'U0BOT',
    installedBy: 'U0ADMIN',
    installedAt: clock.now,
  });
}

/** The app is there and was used, removed, and is there again with another token. */
async function reinstalled(): Promise<void> {
  await install('xoxb-test-1');
  await start(MANY);
  await run.track('');
  expect(run.form()).toBeDefined();
  await removeInstallation(installs, TEAM.id, clock.now);
  await install('xoxb-test-2');
  asked.length = 0;
}

describe('a token that Slack takes no more, with another one in the table', () => {
  it.each(['invalid_auth', 'token_revoked', 'account_inactive', 'token_expired'])(
    'gives way to that one in the very request that hears %s',
    async (said) => {
      await reinstalled();
      word = said;
      expect(await run.track('')).not.toContain('did not open');
      expect(asked).toEqual(['views.open xoxb-test-1', 'views.open xoxb-test-2']);
      await run.track('');
      expect(asked.at(-1)).toBe('views.open xoxb-test-2');
      expect(asked).toHaveLength(3);
      expect([...logged, ...run.logged].filter(({ level }) => level !== 'info')).toEqual([]);
    },
  );

  it('gives way in what nobody waits for, and the message is sent once', async () => {
    await reinstalled();
    await run.track('2h #writing');
    await run.track('digest monday 15:00');
    asked.length = 0;
    // The worker keeps its own: it has the old one by now.
    newest = 'xoxb-test-2';
    expect(await runAt(run, at('2026-09-21T13:00:00Z'))).toContain('digest sent');
    expect(asked).toContain('chat.postMessage xoxb-test-2');
    const digests = run.slack
      .snapshot(ANA)
      .messages.filter(({ text }) => text.startsWith(':calendar: Your week'));
    expect(digests).toHaveLength(1);
  });

  it('gives way where several requests hear of it at once', async () => {
    await reinstalled();
    await Promise.all([run.openHome(ANA), run.track(''), run.track('')]);
    const heard = asked.filter((each) => each.endsWith('-2')).toSorted();
    const methods = ['users.info', 'views.open', 'views.open', 'views.publish'];
    expect(heard).toEqual(methods.map((method) => `${method} xoxb-test-2`));
    expect(run.problems()).toEqual([]);
  });
});

describe('a token that Slack takes no more, with none in its place', () => {
  it('is asked with once, each time, and the log says what to do', async () => {
    await install('xoxb-test-1');
    await start(MANY);
    newest = 'none';
    expect(await run.track('')).toContain('did not open');
    await run.track('');
    expect(asked).toEqual(['views.open xoxb-test-1', 'views.open xoxb-test-1']);
    expect(logged).toEqual(
      Array.from({ length: 2 }, () => ({
        level: 'error',
        event: 'token refused',
        workspace: TEAM.id,
        cure: expect.stringContaining('install the app again'),
      })),
    );
    expect(run.logged).toContainEqual(
      expect.objectContaining({ problem: expect.stringContaining('token_revoked') }),
    );
  });

  it('is forgotten where the workspace has removed the app', async () => {
    await install('xoxb-test-1');
    await start(MANY);
    await run.track('');
    await removeInstallation(installs, TEAM.id, clock.now + MINUTE);
    newest = 'none';
    await run.track('');
    expect(await run.track('')).toContain('Stint has no access to this workspace, so nothing was kept');
    expect(asked).toHaveLength(2);
  });

  it('is named as the setting it is where the app lives in one workspace', async () => {
    newest = 'none';
    await start({ kind: 'one', botToken: 'xoxb-test-1' });
    expect(await run.track('')).toContain('did not open');
    expect(asked).toEqual(['views.open xoxb-test-1']);
    expect(logged).toEqual([
      {
        level: 'error',
        event: 'token refused',
        workspace: TEAM.id,
        cure: expect.stringContaining('SLACK_BOT_TOKEN'),
      },
    ]);
    expect(JSON.stringify([...logged, ...run.logged])).not.toContain('xoxb-test');
  });
});
