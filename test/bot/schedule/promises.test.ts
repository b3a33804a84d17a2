import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TEAM } from '../../../playground/slack/workspace.ts';
import { keepInstallation } from '../../../src/store/installs.ts';
import { scanItems } from '../../../src/store/layer/scan.ts';
import { ANA, type BotRun, NOW, runBot } from '../../support/bot-run.ts';
import { putEntries } from '../../support/put-entries.ts';
import { DAY, HOUR, MINUTE, runAt } from '../../support/run-at.ts';
import { content } from '../../support/samples.ts';

let run: BotRun;
beforeEach(async () => {
  run = await runBot();
});
afterEach(() => run.stop());

const ANA_HERE = { workspaceId: TEAM.id, memberId: ANA.id };

async function remove(): Promise<void> {
  const { clock, store, slack } = run;
  const sealed = {
    sealedToken: 'sealed',
    scopes: ['commands'],
    appId: 'A0STINT001',
    botUserId: 'U0STINT001',
  };
  await keepInstallation(store, { workspaceId: TEAM.id, ...sealed, installedAt: clock.now - DAY });
  await slack.sendEvent({ type: 'app_uninstalled' });
}

async function forget(): Promise<void> {
  await run.track('forget me');
  await run.press('Forget me');
  await run.jobs.idle();
}

const naming = async (id: string) =>
  (await scanItems(run.store)).filter((row) => JSON.stringify(row).includes(id)).map(({ sk }) => sk);

describe('what was promised to be removed', () => {
  beforeEach(async () => {
    await run.track('2h #writing');
    await runAt(run, NOW);
  });

  it.each([40, 100, 400])('is removed after an outage of %i days, a member', async (days) => {
    await forget();
    expect(await runAt(run, NOW + days * DAY)).toContain('forget done forgotten');
    expect(await naming(ANA.id)).toEqual([]);
    expect(run.logged).toContainEqual(expect.objectContaining({ event: 'outage longer than a month' }));
  });

  it.each([40, 100, 400])('is removed after an outage of %i days, a workspace', async (days) => {
    await remove();
    expect(await runAt(run, NOW + 30 * DAY + days * DAY)).toContain('erase done erased');
    expect(await naming(TEAM.id)).toEqual([]);
    // The cursor passes it then, and goes on as ever.
    expect(await runAt(run, run.clock.now + HOUR)).toEqual([]);
  });

  it('is done with where there is nothing to do any more, and expires', async () => {
    await remove();
    const sealed = { sealedToken: 'new', scopes: ['commands'], appId: 'A0STINT001', botUserId: 'U0STINT001' };
    await keepInstallation(run.store, { workspaceId: TEAM.id, ...sealed, installedAt: NOW + DAY });
    expect(await runAt(run, NOW + 100 * DAY)).toContain('erase skipped installed again');
    const [left] = (await scanItems(run.store)).filter(({ sk }) => `${sk}`.includes('/erase/'));
    expect(left).toMatchObject({ state: 'skipped', ttl: expect.any(Number) });
  });
});

describe('a removal that one step is too short for', () => {
  const many = Array.from({ length: 700 }, () => content({ date: '2026-09-01', seconds: 60 }));

  it('is handed on from job to job until all of a member is gone', async () => {
    await run.track('2h #writing');
    await putEntries(run.store, ANA_HERE, many);
    await forget();
    expect((await naming(ANA.id)).filter((sk) => `${sk}`.startsWith('d#'))).toEqual([]);
    expect(await runAt(run, NOW + 20 * MINUTE)).toContain('forget done forgotten');
    expect(await naming(ANA.id)).toEqual([]);
  });

  it('is handed on from errand to errand until all of a workspace is gone', async () => {
    await run.track('2h #writing');
    await remove();
    await putEntries(run.store, ANA_HERE, many);
    const outcomes = [...(await runAt(run, NOW + 31 * DAY)), ...(await runAt(run, NOW + 32 * DAY))];
    expect(outcomes.filter((each) => each.startsWith('erase'))).toEqual([
      'erase done erased',
      'erase later not all is erased yet',
    ]);
    expect(await naming(TEAM.id)).toEqual([]);
  });
});
