import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TEAM } from '../../../playground/slack/workspace.ts';
import { deliver } from '../../../src/bot/schedule/deliver.ts';
import { readDue } from '../../../src/store/due.ts';
import { readHome } from '../../../src/store/home.ts';
import { writePrefs } from '../../../src/store/prefs.ts';
import { startSending } from '../../../src/store/sending.ts';
import { ANA, BEN, type BotRun, runBot } from '../../support/bot-run.ts';
import { at, DAY, HOUR, MINUTE, runAt } from '../../support/run-at.ts';

let run: BotRun;
beforeEach(async () => {
  run = await runBot();
});
afterEach(() => run.stop());

const MONDAY = at('2026-09-21T07:00:00Z');
const MEMBER = { workspaceId: TEAM.id, memberId: ANA.id };
const KEY = { bucket: MONDAY, errand: 'digest', member: MEMBER } as const;
const NEWS = 'Your weekly digest of today, Mon 21 Sep may not have reached you';

const digests = () =>
  run.slack.snapshot(ANA).messages.filter(({ text }) => text.startsWith(':calendar: Your week'));

async function loseDigest(fault: 'server_error' | 'lost_answer' = 'server_error'): Promise<void> {
  await run.track('2h #writing');
  run.slack.faults.set(fault);
  expect(await runAt(run, MONDAY)).toEqual(['digest lost status 500']);
  run.slack.faults.set('none');
}

describe('a message whose answer is lost', () => {
  it.each([
    ['was not taken', 'server_error', 0],
    ['was taken', 'lost_answer', 1],
  ] as const)('is never sent again, whether it %s', async (_, fault, there) => {
    await loseDigest(fault);
    for (let later = 0; later < 4; later += 1) expect(await runAt(run, MONDAY + later * HOUR)).toEqual([]);
    expect(digests()).toHaveLength(there);
  });

  it('is told of in App Home until it is put away', async () => {
    await loseDigest();
    expect(await run.openHome()).toContain(NEWS);
    expect(await run.openHome()).toContain(NEWS);
    await run.pressHome('Put away');
    expect(run.homeText()).not.toContain(NEWS);
    expect(await run.openHome()).not.toContain(NEWS);
    expect(await run.track('digest')).not.toContain('may not have reached you');
  });

  it('is shown from App Home as it would have been told, and then put away', async () => {
    await loseDigest();
    run.clock.now = MONDAY + DAY;
    await run.track('1h #mail');
    await run.openHome();
    expect(await run.pressHome('Show digest')).toContain('Your week, Mon 14 – Sun 20 Sep: *2h*');
    expect(await run.openHome()).not.toContain('may not have reached you');
  });

  it('is told of by `digest`, with its buttons, and is seen by `digest now`', async () => {
    await loseDigest();
    expect(await run.track('digest')).toContain(NEWS);
    expect(run.buttons()).toEqual(['Show digest', 'Put away']);
    expect(await run.track('digest now')).toContain('Your week, Mon 14 – Sun 20 Sep');
    expect(await run.track('digest')).not.toContain('may not have reached you');
    expect(await run.openHome()).not.toContain('may not have reached you');
  });

  it('is put away once by a button that is pressed twice', async () => {
    await loseDigest();
    await run.track('digest');
    const ts = run.lastMessage()?.ts ?? '';
    expect(await run.press('Put away')).toContain('Put away.');
    await run.pressIn(ts, 'Put away').catch(() => undefined);
    expect(await run.track('digest')).not.toContain('may not have reached you');
  });

  it('is told to its member alone', async () => {
    await loseDigest();
    expect(await run.openHome(BEN)).not.toContain('may not have reached you');
    expect(await run.track('digest', BEN)).not.toContain('may not have reached you');
  });

  it('is no news any more when the next week’s has its turn', async () => {
    await loseDigest();
    run.clock.now = MONDAY + 7 * DAY;
    expect(await run.openHome()).not.toContain('may not have reached you');
  });

  it('is told of where the worker ended while it sent, and nobody knows', async () => {
    await run.track('2h #writing');
    const due = await readDue(run.store, KEY);
    if (due === undefined) throw new Error('no digest is due');
    await startSending(run.store, due, '2026-09-14', MONDAY + MINUTE);
    run.clock.now = MONDAY + MINUTE;
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => deliver(run.worker, KEY)));
    expect(outcomes.filter(({ kind }) => kind === 'lost')).toHaveLength(1);
    expect(await run.openHome()).toContain(NEWS);
  });

  it('may be a reminder, which is news on its day alone', async () => {
    const { prefs } = await readHome(run.store, MEMBER, '2026-09-16');
    if (prefs === undefined) throw new Error('Ana is no member');
    await writePrefs(run.store, MEMBER, prefs, { ...prefs, dailyTarget: 28_800, reminderTime: '17:30' });
    run.slack.faults.set('lost_answer');
    expect(await runAt(run, at('2026-09-17T15:30:00Z'))).toEqual(['reminder lost status 500']);
    run.slack.faults.set('none');
    expect(await run.openHome()).toContain(
      'You wanted to be reminded today, Thu 17 Sep, and that may not have',
    );
    run.clock.now += DAY;
    expect(await run.openHome()).not.toContain('may not have reached you');
  });

  it('may be the question about a timer, which the next answer asks anyhow', async () => {
    await run.track('start #writing');
    run.slack.faults.set('lost_answer');
    expect(await runAt(run, at('2026-09-17T06:00:00Z'))).toEqual(['still working lost status 500']);
    run.slack.faults.set('none');
    expect(await run.openHome()).toContain('*Still working?*');
    expect(await run.track('today')).toContain('*Still working?*');
  });
});
