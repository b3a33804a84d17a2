import { afterEach, describe, expect, it } from 'vitest';
import { type FunctionName, READ_INDEXES, TABLE_ACTIONS } from '../../infra/actions.ts';
import { BOT_TOKEN } from '../../playground/slack/grants.ts';
import { TEAM } from '../../playground/slack/workspace.ts';
import { createInstaller } from '../../src/bot/installs/create-installer.ts';
import { handOut } from '../../src/bot/schedule/hand-out.ts';
import { keepInstallation } from '../../src/store/installs.ts';
import { BEN, type BotRun, runBot } from '../support/bot-run.ts';
import { freshStore, START } from '../support/engine.ts';
import { OAUTH_API, oauthStandIn } from '../support/oauth-stand-in.ts';
import { askedNothing, permitted } from '../support/permitted.ts';
import { DAY, HOUR, runAt } from '../support/run-at.ts';

let run: BotRun | undefined;
afterEach(() => run?.stop());

/** Monday 2026-09-21, 9:00 in Madrid: the digest is due. */
const MONDAY = Date.UTC(2026, 8, 21, 7);

const INSTALLATION = {
  workspaceId: TEAM.id,
  sealedToken: 'sealed',
  scopes: ['commands'],
  appId: 'A0STINT001',
  botUserId: 'U0STINT001',
  installedBy: BEN.id,
  installedAt: START,
};

const allowed = (name: FunctionName) =>
  new Set([...TABLE_ACTIONS[name], ...(READ_INDEXES.includes(name) ? ['index'] : [])]);

describe('on the table, each function may do what it does and nothing else', () => {
  it('the one that Slack calls, and the worker: what a member’s life here takes, until they are forgotten and the app is removed', async () => {
    run = await runBot({ tokens: async () => BOT_TOKEN });
    for (const line of ['task new Guide', 'task new Draft under task-1', '45m #writing task-1', 'undo'])
      await run.track(line);
    await run.track('task new Chapter');
    await run.track('task move task-3 under task-2');
    await run.track('1h task-1', BEN);
    await run.track('2h #writing');
    await runAt(run, MONDAY);
    await run.track('forget me');
    await run.press('Forget me');
    await run.jobs.idle();
    await runAt(run, run.clock.now + HOUR);
    await keepInstallation(run.store, INSTALLATION);
    await run.slack.sendEvent({ type: 'app_uninstalled' });
    expect(await runAt(run, run.clock.now + 30 * DAY + HOUR)).toContain('erase done erased');
    expect(run.problems()).toEqual([]);
    expect(run.asked.slack).toEqual(allowed('slack'));
    expect(run.asked.worker).toEqual(allowed('worker'));
  });

  it('the tick: finds what is due, and moves on', async () => {
    run = await runBot({ tokens: async () => BOT_TOKEN });
    await run.track('2h #writing');
    const asked = askedNothing();
    const ticker = { ...run.worker, store: permitted(run.store, 'tick', asked) };
    for (const now of [START, MONDAY]) {
      run.clock.now = now;
      await handOut(ticker);
    }
    expect(asked.tick).toEqual(allowed('tick'));
  });

  it('the installation: keeps a workspace’s token', async () => {
    const asked = askedNothing();
    const store = permitted(await freshStore(), 'install', asked);
    const slack = oauthStandIn();
    const installs = {
      kind: 'many',
      clientId: '1.2',
      clientSecret: 'app-secret',
      tokenKeys: [Buffer.alloc(32, 1)],
    } as const;
    const effects = { fetch: slack.fetch, now: () => START, log: () => undefined };
    const installer = createInstaller(
      { signingSecret: 'secret', slackApiUrl: OAUTH_API, installs },
      store,
      effects,
    );
    const page = { method: 'GET', path: '/install', query: '', cookies: [] };
    const begun = await installer(page);
    const cookie = begun.cookies?.[0]?.split(';')[0] ?? '';
    const state = /state=([^&"]+)/.exec(begun.body)?.[1] ?? '';
    const code = slack.consent(TEAM.id);
    const ended = await installer({
      ...page,
      path: '/install/callback',
      query: `state=${state}&code=${code}`,
      cookies: [cookie],
    });
    expect(ended.statusCode).toBe(200);
    expect(asked.install).toEqual(allowed('install'));
  });
});
