import { afterEach, describe, expect, it } from 'vitest';
import { FIRST_SETTINGS } from '../../src/member.ts';
import { readHome } from '../../src/store/home.ts';
import { writePrefs } from '../../src/store/prefs.ts';
import { ANA, type BotRun, runBot } from '../support/bot-run.ts';

const MEMBER = { workspaceId: 'T000000001', memberId: ANA.id };

/** What Slack says the zone of everybody is; `undefined` where it does not answer. */
let slackZone: string | undefined;
let run: BotRun;
const prefs = async () => (await readHome(run.store, MEMBER, '2026-09-16')).prefs;
afterEach(() => run.stop());

const elsewhere = (real: typeof fetch): typeof fetch => {
  return async (input, init) => {
    const url = input instanceof Request ? input.url : `${input}`;
    if (!url.endsWith('users.info')) return real(input, init);
    return slackZone === undefined
      ? new Response('', { status: 500 })
      : Response.json({ ok: true, user: { id: ANA.id, tz: slackZone } });
  };
};

describe('a member who travels', () => {
  it('has their own day after App Home was opened, and entries stay where they are', async () => {
    slackZone = 'Asia/Tokyo';
    run = await runBot({ through: elsewhere });
    await run.track('45m #writing');
    expect(await run.openHome()).toContain('Slack says that you are in *Asia/Tokyo* now');
    expect(run.homeText()).toContain('Today, Thu 17 Sep: 0m');
    expect(run.homeText()).toContain('Wed 16 ██████████████ 45m');
    expect(await run.openHome()).not.toContain('Slack says');
    expect(await run.track('today')).toContain('Thu 17 Sep');
    expect(await run.track('list 2026-09-16')).toContain('45m');
    expect(run.problems()).toEqual([]);
  });

  it('keeps the zone that they chose here', async () => {
    slackZone = 'Asia/Tokyo';
    run = await runBot({ through: elsewhere });
    const seen = await prefs();
    if (seen === undefined) throw new Error('no prefs');
    const chosen = { ...FIRST_SETTINGS, zone: 'Europe/Madrid', zoneChosen: true };
    await writePrefs(run.store, MEMBER, seen, chosen);
    expect(await run.openHome()).toContain('Today, Wed 16 Sep');
  });

  it.each([undefined, 'Mars/Olympus', 'Europe/Madrid'])(
    'is where they were while Slack says %j',
    async (said) => {
      slackZone = said;
      run = await runBot({ through: elsewhere });
      const before = await prefs();
      expect(await run.openHome()).toContain('Today, Wed 16 Sep');
      expect(await prefs()).toEqual(before);
    },
  );

  it('whose zone was a guess has it confirmed', async () => {
    slackZone = 'Europe/Madrid';
    run = await runBot({ through: elsewhere });
    const seen = await prefs();
    if (seen === undefined) throw new Error('no prefs');
    await writePrefs(run.store, MEMBER, seen, { ...seen, zoneAssumed: true });
    await run.openHome();
    expect(await prefs()).toMatchObject({ zoneAssumed: false });
  });
});
