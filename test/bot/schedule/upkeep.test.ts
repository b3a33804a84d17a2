import { beforeEach, describe, expect, it } from 'vitest';
import { TEAM } from '../../../playground/slack/workspace.ts';
import { deliver } from '../../../src/bot/schedule/deliver.ts';
import { ensureDue, readDue } from '../../../src/store/due.ts';
import { readHome } from '../../../src/store/home.ts';
import { writePrefs } from '../../../src/store/prefs.ts';
import { nextUpkeep } from '../../../src/upkeep.ts';
import { botForEachTest } from '../../support/bot-for-each-test.ts';
import { ANA, type BotRun, NOW } from '../../support/bot-run.ts';
import { DAY } from '../../support/run-at.ts';

let run: BotRun;
botForEachTest((fresh) => {
  run = fresh;
});

const MEMBER = { workspaceId: TEAM.id, memberId: ANA.id };
const KEY = { bucket: nextUpkeep(MEMBER, NOW), errand: 'upkeep', member: MEMBER } as const;

const prefs = async () => {
  const { prefs: found } = await readHome(run.store, MEMBER, '2026-09-16');
  if (found === undefined) throw new Error('Ana is no member');
  return found;
};

/** As if Ana had moved: what is kept of her says New York, and Slack says Madrid. */
async function moved(said: { readonly zoneChosen?: boolean } = {}): Promise<void> {
  const seen = await prefs();
  const { version: _, ...settings } = seen;
  await writePrefs(run.store, MEMBER, seen, { ...settings, zone: 'America/New_York', ...said });
}

const upkeep = () => {
  run.clock.now = KEY.bucket;
  return deliver(run.worker, KEY);
};

describe('the weekly upkeep of a member', () => {
  beforeEach(() => run.track('45m #writing'));

  it('follows the zone that Slack knows, without a word, and comes again in a week', async () => {
    await moved();
    const before = run.slack.snapshot(ANA).messages.length;
    expect(await upkeep()).toEqual({ kind: 'done', why: 'zone moved' });
    expect((await prefs()).zone).toBe('Europe/Madrid');
    expect(run.slack.snapshot(ANA).messages).toHaveLength(before);
    expect(run.slack.snapshot(ANA).home).toBeUndefined();
    expect(await readDue(run.store, { ...KEY, bucket: KEY.bucket + 7 * DAY })).toMatchObject({
      state: 'due',
    });
  });

  it('tells it in App Home, where the member has one', async () => {
    await run.openHome();
    await moved();
    await upkeep();
    expect(run.homeText()).toContain('Slack says that you are in *Europe/Madrid');
  });

  it('changes nothing where nobody moved, and asks nothing of Slack where the zone was chosen here', async () => {
    expect(await upkeep()).toEqual({ kind: 'done', why: 'same zone' });
    await moved({ zoneChosen: true });
    const asked = run.slack.log.entries().filter(({ name }) => name === 'users.info').length;
    run.clock.now = KEY.bucket + 7 * DAY;
    expect(await deliver(run.worker, { ...KEY, bucket: run.clock.now })).toEqual({
      kind: 'skipped',
      why: 'zone chosen',
    });
    expect(run.slack.log.entries().filter(({ name }) => name === 'users.info')).toHaveLength(asked);
    expect((await prefs()).zone).toBe('America/New_York');
  });

  it('ends with the member', async () => {
    const key = { ...KEY, member: { ...MEMBER, memberId: 'U0GONE' } };
    await ensureDue(run.store, key, KEY.bucket);
    run.clock.now = KEY.bucket;
    expect(await deliver(run.worker, key)).toEqual({ kind: 'skipped', why: 'no member' });
    expect(await readDue(run.store, { ...key, bucket: KEY.bucket + 7 * DAY })).toBeUndefined();
  });

  it('is done once by many workers', async () => {
    await moved();
    run.clock.now = KEY.bucket;
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => deliver(run.worker, KEY)));
    expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1);
  });
});
