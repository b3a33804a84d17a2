import { describe, expect, it } from 'vitest';
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
botForEachTest((fresh) => {
  run = fresh;
});

/** The same member ids may be in another workspace. */
const ELSEWHERE = { workspaceId: 'T000000002', memberId: BEN.id };
const ENTRY = { date: '2026-09-16', zone: 'Europe/Madrid', seconds: 60, measures: [], tags: ['docs'] };

async function live(bot: BotRun): Promise<void> {
  await install(bot, NOW - DAY);
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

  it('keeps its token, and what is logged then, when it installs the app again at any of the writes', async () => {
    for (let at = 0; ; at += CUT_STEP) {
      const bot = await runBot();
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
        const bot = await runBot();
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
