import { beforeEach, describe, expect, it } from 'vitest';
import type { LogLine } from '../../../src/bot/effects.ts';
import { removeApp } from '../../../src/bot/events/app-removed.ts';
import { tokensOf } from '../../../src/bot/installs/installs.ts';
import { createVault } from '../../../src/bot/installs/vault.ts';
import type { TokenSource } from '../../../src/bot/slack/tokens.ts';
import { keepInstallation, readInstallation } from '../../../src/store/installs.ts';
import type { Store } from '../../../src/store/store.ts';
import { freshStore, START } from '../../support/engine.ts';

const KEY = Buffer.alloc(32, 1);

let store: Store;
let tokens: TokenSource;
let logged: string[];
/** What Slack says of the token that it is asked about. */
let isGood: boolean | undefined;
let askedWith: (string | undefined)[];

beforeEach(async () => {
  [logged, askedWith, isGood] = [[], [], undefined];
  store = await freshStore({ now: () => START });
  await keepInstallation(store, {
    workspaceId: 'T1',
    sealedToken: createVault([KEY]).close('xoxb-test-1', 'T1'),
    scopes: ['commands'],
    installedAt: START + 700,
  });
  const app = { kind: 'many', clientId: '1.2', clientSecret: 'app-secret', tokenKeys: [KEY] } as const;
  tokens = tokensOf(app, 'http://127.0.0.1:1/api/', store, { fetch, now: () => START, log: () => undefined });
});

async function remove(seconds: number) {
  const effects = {
    fetch,
    now: () => START,
    log: ({ event }: LogLine) => void logged.push(event),
    enqueue: async () => undefined,
  };
  const slack = {
    isIn: async (_: string, token?: string) => {
      askedWith.push(token);
      return isGood;
    },
  };
  const body = { team_id: 'T1', event_time: START / 1000 + seconds, event: { type: 'app_uninstalled' } };
  expect(await removeApp({ store, effects, tokens }, body, slack)).toBe(true);
}

describe('a workspace that removes the app', () => {
  it('has no token in this process either, from then on', async () => {
    expect(await tokens('T1')).toBe('xoxb-test-1');
    await remove(1);
    expect(await tokens('T1')).toBeUndefined();
    expect([logged, askedWith]).toEqual([['app removed'], []]);
  });

  it('in the second in which it had installed it is believed where Slack takes the token no more', async () => {
    isGood = false;
    await remove(0);
    expect(askedWith).toEqual(['xoxb-test-1']);
    expect(await readInstallation(store, 'T1')).toMatchObject({ removedAt: START + 700 });
    expect(await tokens('T1')).toBeUndefined();
  });

  it.each([
    ['Slack says that the token is good', true, 0, 1],
    ['Slack does not say', undefined, 0, 1],
    ['it is long after', false, -301, 0],
  ])('and installed it again since keeps it: %s', async (_, answer, seconds, questions) => {
    isGood = answer;
    await remove(seconds);
    expect(askedWith).toHaveLength(questions);
    expect(await tokens('T1')).toBe('xoxb-test-1');
    expect(logged).toEqual(['removal before the latest installation']);
  });
});
