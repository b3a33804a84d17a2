import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BOT_TOKEN } from '../../../playground/slack/grants.ts';
import { TEAM } from '../../../playground/slack/workspace.ts';
import { FIRST_SETTINGS } from '../../../src/member.ts';
import { EraseError } from '../../../src/store/erase.ts';
import { eraseWorkspace } from '../../../src/store/erase-workspace.ts';
import { keepInstallation, readInstallation } from '../../../src/store/installs.ts';
import type { Item } from '../../../src/store/layer/item.ts';
import { scanItems } from '../../../src/store/layer/scan.ts';
import { logEntries } from '../../../src/store/log-entries.ts';
import { writeFirstUse } from '../../../src/store/prefs.ts';
import { botForEachTest } from '../../support/bot-for-each-test.ts';
import { BEN, type BotRun, NOW, runBot } from '../../support/bot-run.ts';
import { beforeWrite, CUT_STEP, interruptAt } from '../../support/interrupt.ts';
import { DAY, runAt } from '../../support/run-at.ts';

let run: BotRun;
/** The stand-in's own, whatever became of it: what is kept in the table is looked at there. */
const tokens = async () => BOT_TOKEN;
botForEachTest(
  (fresh) => {
    run = fresh;
  },
  { tokens },
);

/** The same member ids may be in another workspace. */
const ELSEWHERE = { workspaceId: 'T000000002', memberId: BEN.id };
const ENTRY = { date: '2026-09-16', zone: 'Europe/Madrid', seconds: 60, measures: [], tags: ['docs'] };

async function live(bot: BotRun): Promise<void> {
  await install(bot, NOW - DAY);
  await logSome(bot);
}

async function logSome(bot: BotRun): Promise<void> {
  await bot.track('task new Guide #docs');
  await bot.track('45m #writing task-1');
  await bot.track('1h task-1', BEN);
  await bot.track('note a thought', BEN);
  await writeFirstUse(bot.store, ELSEWHERE, 'met', { ...FIRST_SETTINGS, zone: 'Europe/Madrid' });
  await logEntries(bot.store, ELSEWHERE, 'other', [ENTRY]);
}

function install({ store }: BotRun, installedAt: number) {
  return keepInstallation(store, {
    workspaceId: TEAM.id,
    sealedToken: 'sealed',
    scopes: ['commands'],
    appId: 'A0STINT001',
    botUserId: 'U0STINT001',
    installedBy: BEN.id,
    installedAt,
  });
}

const ofTeam = (rows: readonly Item[]) => rows.filter((row) => JSON.stringify(row).includes(TEAM.id));
const others = (rows: readonly Item[]) =>
  rows
    .filter((row) => JSON.stringify(row).includes(ELSEWHERE.workspaceId))
    .map(({ pk, sk }) => `${pk} ${sk}`)
    .toSorted();

describe('a workspace that removes the app', () => {
  it.each([
    [[{ type: 'app_uninstalled' }]],
    [[{ type: 'tokens_revoked', tokens: { oauth: [], bot: ['U0STINT001'] } }]],
    [
      [
        { type: 'tokens_revoked', tokens: { bot: ['U0STINT001'] } },
        { type: 'app_uninstalled' },
        { type: 'app_uninstalled' },
      ],
    ],
  ])('loses its token at once, and all that it kept thirty days later: %j', async (events) => {
    await live(run);
    const kept = others(await scanItems(run.store));
    for (const event of events) await run.slack.sendEvent(event);
    expect(await readInstallation(run.store, TEAM.id)).not.toHaveProperty('sealedToken');
    await runAt(run, NOW + 29 * DAY);
    expect(ofTeam(await scanItems(run.store)).length).toBeGreaterThan(5);
    expect(await runAt(run, NOW + 30 * DAY + DAY / 24)).toContain('erase done erased');
    const rows = await scanItems(run.store);
    expect(ofTeam(rows)).toEqual([]);
    expect(others(rows)).toEqual(expect.arrayContaining(kept.filter((row) => !row.startsWith('q#'))));
  });

  it('keeps everything when it installs the app again in that time', async () => {
    await live(run);
    await run.slack.sendEvent({ type: 'app_uninstalled' });
    await runAt(run, NOW + 10 * DAY);
    await install(run, run.clock.now);
    const before = ofTeam(await scanItems(run.store)).filter(({ pk }) => `${pk}`.startsWith('u#')).length;
    expect(await runAt(run, NOW + 31 * DAY)).toContain('erase skipped installed again');
    expect(
      ofTeam(await scanItems(run.store)).filter(({ pk }) => `${pk}`.startsWith('u#')).length,
    ).toBeGreaterThanOrEqual(before);
  });

  it('leaves no row of an earlier removal either, which an installation had ended', async () => {
    await live(run);
    await run.slack.sendEvent({ type: 'app_uninstalled' });
    await install(run, NOW + DAY);
    for (const day of [10, 30.5]) await runAt(run, NOW + day * DAY);
    await run.slack.sendEvent({ type: 'app_uninstalled' });
    for (const day of [45, 61]) await runAt(run, NOW + day * DAY);
    expect(ofTeam(await scanItems(run.store))).toEqual([]);
  });

  it('keeps its token, and what is logged then, when it installs the app again at any of the writes', async () => {
    for (let at = 0; ; at += CUT_STEP) {
      const bot = await runBot({ tokens });
      await live(bot);
      await bot.slack.sendEvent({ type: 'app_uninstalled' });
      const back = beforeWrite(bot.store.client, at, async () => {
        await install(bot, NOW + 31 * DAY);
        await bot.track('30m #back');
      });
      const erasing = eraseWorkspace(bot.store, TEAM.id);
      await erasing.catch((error: unknown) => expect(error).toBeInstanceOf(EraseError));
      if (back.reached) {
        expect(await readInstallation(bot.store, TEAM.id)).toHaveProperty('sealedToken');
        expect(await bot.track('today')).toContain('*30m* · #back');
      }
      await bot.stop();
      if (!back.reached) break;
    }
  }, 300_000);

  it('keeps everything when only a member’s own token was taken back', async () => {
    await live(run);
    await run.slack.sendEvent({ type: 'tokens_revoked', tokens: { oauth: [BEN.id], bot: [] } });
    expect(await readInstallation(run.store, TEAM.id)).toHaveProperty('sealedToken');
  });

  it.each(['before', 'after'] as const)(
    'is erased whole wherever that is cut short, %s a write',
    async (when) => {
      for (let at = 0; ; at += CUT_STEP) {
        const bot = await runBot({ tokens });
        await live(bot);
        await bot.slack.sendEvent({ type: 'app_uninstalled' });
        const cut = interruptAt(bot.store.client, at, when);
        await eraseWorkspace(bot.store, TEAM.id).catch(() => undefined);
        bot.store.client.middlewareStack.remove('interrupt');
        await eraseWorkspace(bot.store, TEAM.id);
        const left = ofTeam(await scanItems(bot.store)).map(({ sk }) => `${sk}`);
        expect(left.filter((sk) => !sk.includes('/erase/'))).toEqual([]);
        await bot.stop();
        if (!cut.reached) break;
      }
    },
    300_000,
  );
});

describe('a workspace whose token the environment holds', () => {
  /** What Slack answers to `auth.test`; `undefined`: what the stand-in says. */
  let answer: (() => Promise<Response>) | undefined;
  let bot: BotRun;

  const says = (error: string) => async () => Response.json({ ok: false, error });
  const kept = async () => ofTeam(await scanItems(bot.store)).filter(({ pk }) => `${pk}`.startsWith('u#'));

  beforeEach(async () => {
    answer = undefined;
    bot = await runBot({
      through: (real) => (url, init) =>
        answer !== undefined && `${url}`.endsWith('/auth.test') ? answer() : real(url, init),
    });
    await logSome(bot);
    await bot.slack.sendEvent({ type: 'app_uninstalled' });
  });
  afterEach(() => bot.stop());

  it.each(['invalid_auth', 'account_inactive', 'token_revoked'])(
    'is erased thirty days after it removed the app, where Slack says %s of the token',
    async (word) => {
      answer = says(word);
      await runAt(bot, NOW + 29 * DAY);
      expect((await kept()).length).toBeGreaterThan(5);
      expect(await runAt(bot, NOW + 31 * DAY)).toContain('erase done erased');
      expect(ofTeam(await scanItems(bot.store))).toEqual([]);
      expect(others(await scanItems(bot.store))).not.toEqual([]);
    },
  );

  it('keeps everything where the token is good again, and is erased after the next removal all the same', async () => {
    expect(await runAt(bot, NOW + 31 * DAY)).toContain('erase skipped installed again');
    expect((await kept()).length).toBeGreaterThan(5);
    expect(await readInstallation(bot.store, TEAM.id)).toBeUndefined();
    await bot.slack.sendEvent({ type: 'app_uninstalled' });
    answer = says('invalid_auth');
    await runAt(bot, NOW + 60 * DAY);
    expect((await kept()).length).toBeGreaterThan(5);
    expect(await runAt(bot, NOW + 62 * DAY)).toContain('erase done erased');
  });

  it('counts the thirty days from its last removal', async () => {
    answer = says('invalid_auth');
    bot.clock.now = NOW + 20 * DAY;
    await bot.slack.sendEvent({ type: 'app_uninstalled' });
    expect(await runAt(bot, NOW + 31 * DAY)).toContain('erase skipped removed again later');
    expect(await runAt(bot, NOW + 51 * DAY)).toContain('erase done erased');
  });

  it('keeps everything until Slack says whether the app is there', async () => {
    answer = async () => new Response('', { status: 503 });
    expect(await runAt(bot, NOW + 31 * DAY)).toContain('erase failed UnknownError');
    answer = says('ratelimited');
    expect(await runAt(bot, NOW + 31 * DAY + DAY / 2)).toContain('erase failed UnknownError');
    expect((await kept()).length).toBeGreaterThan(5);
    answer = says('account_inactive');
    expect(await runAt(bot, NOW + 32 * DAY)).toContain('erase done erased');
  });
});
