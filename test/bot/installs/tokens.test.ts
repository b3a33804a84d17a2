import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { LogLine } from '../../../src/bot/effects.ts';
import { type ManyWorkspaces, tokensOf } from '../../../src/bot/installs/installs.ts';
import { createVault } from '../../../src/bot/installs/vault.ts';
import { keepInstallation, readInstallation, removeInstallation } from '../../../src/store/installs.ts';
import type { Store } from '../../../src/store/store.ts';
import { freshStore, START } from '../../support/engine.ts';
import { interruptAt } from '../../support/interrupt.ts';
import { OAUTH_API, type OAuthStandIn, oauthStandIn } from '../../support/oauth-stand-in.ts';

const [OLD_KEY, NEW_KEY] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const HOUR = 3_600_000;

let store: Store;
let slack: OAuthStandIn;
let clock: { now: number };
let logged: LogLine[];

beforeEach(async () => {
  clock = { now: START };
  logged = [];
  store = await freshStore({ now: () => clock.now });
  slack = oauthStandIn();
  slack.rotate();
});

/** One container's tokens. */
function tokens(tokenKeys: ManyWorkspaces['tokenKeys'] = [OLD_KEY], table: Store = store) {
  const effects = {
    fetch: slack.fetch,
    now: () => clock.now,
    log: (line: LogLine) => void logged.push(line),
  };
  const app = { kind: 'many', clientId: '1.2', clientSecret: 'app-secret', tokenKeys } as const;
  return tokensOf(app, OAUTH_API, table, effects);
}

const granted = z.object({ access_token: z.string(), refresh_token: z.string(), expires_in: z.number() });

async function installed(workspaceId: string): Promise<void> {
  const form = { code: slack.consent(workspaceId), client_secret: 'app-secret' };
  const answer = await slack.fetch(`${OAUTH_API}oauth.v2.access`, {
    method: 'POST',
    body: new URLSearchParams(form),
  });
  const { access_token, refresh_token, expires_in } = granted.parse(await answer.json());
  const vault = createVault([OLD_KEY]);
  await keepInstallation(store, {
    workspaceId,
    sealedToken: vault.close(access_token, workspaceId),
    rotation: {
      sealedRefresh: vault.close(refresh_token, workspaceId),
      expiresAt: clock.now + expires_in * 1000,
    },
    scopes: ['commands'],
    appId: 'A0APP',
    botUserId: 'U0BOT',
    installedBy: 'U0ADMIN',
    installedAt: clock.now,
  });
}

describe('a vault', () => {
  it('opens what it closed, for the same workspace and with a key that it still has', () => {
    const sealed = createVault([OLD_KEY]).close('xoxb-test', 'T1');
    expect(sealed).not.toContain('xoxb');
    expect(createVault([OLD_KEY]).open(sealed, 'T1')).toBe('xoxb-test');
    expect(createVault([NEW_KEY, OLD_KEY]).open(sealed, 'T1')).toBe('xoxb-test');
    expect(createVault([OLD_KEY]).open(sealed, 'T2')).toBeUndefined();
    expect(createVault([NEW_KEY]).open(sealed, 'T1')).toBeUndefined();
    expect(createVault([OLD_KEY]).open(`${sealed.slice(0, -2)}AA`, 'T1')).toBeUndefined();
    expect(createVault([OLD_KEY]).open('', 'T1')).toBeUndefined();
  });

  it('closes with the newest key, and never twice the same', () => {
    const vault = createVault([NEW_KEY, OLD_KEY]);
    const sealed = vault.close('xoxb-test', 'T1');
    expect(createVault([NEW_KEY]).open(sealed, 'T1')).toBe('xoxb-test');
    expect(vault.close('xoxb-test', 'T1')).not.toBe(sealed);
  });
});

describe('a token that rotates', () => {
  beforeEach(() => installed('T1'));

  it('is used as it is until it ends soon, and is then exchanged once', async () => {
    const mine = tokens();
    expect(await mine('T1')).toBe('xoxe.xoxb-test-T1-1');
    clock.now += 11 * HOUR;
    expect(await mine('T1')).toBe('xoxe.xoxb-test-T1-1');
    clock.now += 45 * 60_000;
    expect(await mine('T1')).toBe('xoxe.xoxb-test-T1-2');
    expect(await tokens()('T1')).toBe('xoxe.xoxb-test-T1-2');
    expect(slack.asked).toHaveLength(2);
  });

  it('is exchanged by one of many containers, while the others go on with the old one', async () => {
    clock.now += 11.75 * HOUR;
    const got = await Promise.all(Array.from({ length: 8 }, () => tokens()('T1')));
    expect(slack.asked).toHaveLength(2);
    expect(got.filter((token) => token === 'xoxe.xoxb-test-T1-2')).toHaveLength(1);
    expect(new Set(got)).toEqual(new Set(['xoxe.xoxb-test-T1-1', 'xoxe.xoxb-test-T1-2']));
    clock.now += 6 * 60_000;
    expect(await tokens()('T1')).toBe('xoxe.xoxb-test-T1-2');
  });

  it('is never used after its end: who is not at getting the next one waits for that', async () => {
    clock.now += 20 * HOUR;
    const got = await Promise.all(Array.from({ length: 5 }, () => tokens()('T1')));
    expect(got).toEqual(Array.from({ length: 5 }, () => 'xoxe.xoxb-test-T1-2'));
    expect(slack.asked).toHaveLength(2);
  });

  it('is nobody’s after its end where the next one can’t be got, and is asked for again at the next request', async () => {
    clock.now += 20 * HOUR;
    const mine = tokens();
    slack.next('lost');
    await expect(mine('T1')).rejects.toThrow('not there yet');
    clock.now += 60_000;
    // Slack took the refresh token with the answer that got lost.
    await expect(mine('T1')).rejects.toThrow('not there yet');
    await installed('T1');
    expect(await mine('T1')).toBe('xoxe.xoxb-test-T1-3');
  });

  it('is looked for a quarter of a second apart, and never exchanged twice, while another container is at it', async () => {
    clock.now += 20 * HOUR;
    const release = slack.holdNext();
    const next = tokens()('T1');
    await expect.poll(() => slack.asked.length).toBe(2);
    const pauses: number[] = [];
    const pause = async (milliseconds: number) => {
      pauses.push(milliseconds);
      if (pauses.length < 3) return;
      release();
      await next;
    };
    expect(await tokens([OLD_KEY], { ...store, pause })('T1')).toBe('xoxe.xoxb-test-T1-2');
    expect(pauses).toEqual([250, 250, 250]);
    expect(slack.asked).toHaveLength(2);
  });

  it('is left to the container that set about it for half a minute, and to nobody for ever', async () => {
    clock.now += 11.75 * HOUR;
    interruptAt(store.client, 0, 'after');
    await expect(tokens()('T1')).rejects.toThrow('the process was stopped');
    clock.now += 29_000;
    expect(await tokens()('T1')).toBe('xoxe.xoxb-test-T1-1');
    expect(slack.asked).toHaveLength(1);
    clock.now += 2000;
    expect(await tokens()('T1')).toBe('xoxe.xoxb-test-T1-2');
  });

  it('that was used while the next one was got is left within half a minute', async () => {
    clock.now += 11.75 * HOUR;
    const [one, other] = [tokens(), tokens()];
    const release = slack.holdNext();
    const next = one('T1');
    await expect.poll(() => slack.asked.length).toBe(2);
    expect(await other('T1')).toBe('xoxe.xoxb-test-T1-1');
    release();
    expect(await next).toBe('xoxe.xoxb-test-T1-2');
    clock.now += 31_000;
    expect(await Promise.all([one('T1'), other('T1')])).toEqual([
      'xoxe.xoxb-test-T1-2',
      'xoxe.xoxb-test-T1-2',
    ]);
  });

  it('stays as long as it is good where Slack does not answer, and the log says so', async () => {
    clock.now += 11.75 * HOUR;
    slack.next('lost');
    expect(await tokens()('T1')).toBe('xoxe.xoxb-test-T1-1');
    const line = { level: 'error', event: 'token not refreshed', workspace: 'T1', problem: 'no answer' };
    expect(logged).toContainEqual(line);
  });

  it('is got anew by the next container where one ended before it asked Slack', async () => {
    clock.now += 11.75 * HOUR;
    const cut = interruptAt(store.client, 0, 'before');
    await expect(tokens()('T1')).rejects.toThrow('the process was stopped');
    expect(cut.reached).toBe(true);
    expect(await tokens()('T1')).toBe('xoxe.xoxb-test-T1-2');
  });

  it.each(['before', 'after'] as const)(
    'is not lost where the table fails once as it is to be kept, %s that write',
    async (when) => {
      clock.now += 11.75 * HOUR;
      interruptAt(store.client, 1, when);
      expect(await tokens()('T1')).toBe('xoxe.xoxb-test-T1-2');
      clock.now += 11.75 * HOUR;
      expect(await tokens()('T1')).toBe('xoxe.xoxb-test-T1-3');
      expect(logged).toEqual([]);
    },
  );

  it('is used where the table fails for long as it is to be kept, and the log says so', async () => {
    clock.now += 11.75 * HOUR;
    let writes = 0;
    store.client.middlewareStack.add(
      (next, context) => async (args) => {
        if (/^(Put|Update|TransactWrite)/.test(String(context['commandName'])) && writes++ > 0)
          throw new Error('the table is gone');
        return next(args);
      },
      { step: 'initialize', name: 'gone' },
    );
    expect(await tokens()('T1')).toBe('xoxe.xoxb-test-T1-2');
    expect(logged).toMatchObject([{ level: 'error', event: 'next token not kept', workspace: 'T1' }]);
  });

  it('gives way to an installation that comes while it is exchanged', async () => {
    clock.now += 11.75 * HOUR;
    const exchange = tokens()('T1');
    await installed('T1');
    await exchange;
    clock.now += 6 * 60_000;
    expect(await tokens()('T1')).toMatch(/^xoxe\.xoxb-test-T1-[23]$/);
    const { sealedToken = '' } = (await readInstallation(store, 'T1')) ?? {};
    expect(createVault([OLD_KEY]).open(sealedToken, 'T1')).toBe(await tokens()('T1'));
  });

  it('is not there for a key that is gone, and the log says so', async () => {
    expect(await tokens([NEW_KEY])('T1')).toBeUndefined();
    expect(logged).toMatchObject([{ event: 'token not readable', workspace: 'T1' }]);
  });
});

describe('a workspace that removed the app', () => {
  it('has no token from then on, however often and late Slack says it', async () => {
    await installed('T1');
    await installed('T2');
    expect(await removeInstallation(store, 'T1', START + 1000)).toBe('removed');
    expect(await removeInstallation(store, 'T1', START + 1000)).toBe('removed');
    expect(await tokens()('T1')).toBeUndefined();
    expect(await tokens()('T2')).toBe('xoxe.xoxb-test-T2-2');
  });

  it('has one again after it is installed anew, which an older removal does not take', async () => {
    await installed('T1');
    await removeInstallation(store, 'T1', START + 1000);
    clock.now = START + 60_000;
    await installed('T1');
    expect(await removeInstallation(store, 'T1', START + 1000)).toBe('newer');
    expect(await tokens()('T1')).toBe('xoxe.xoxb-test-T1-2');
    expect(await readInstallation(store, 'T1')).not.toHaveProperty('removedAt');
  });
});
