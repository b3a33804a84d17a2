import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TEAM } from '../../../playground/slack/workspace.ts';
import { deliverSafely } from '../../../src/bot/schedule/deliver-safely.ts';
import { runDue } from '../../../src/bot/schedule/run-due.ts';
import { readCursor, readDue } from '../../../src/store/due.ts';
import { readHome } from '../../../src/store/home.ts';
import { writePrefs } from '../../../src/store/prefs.ts';
import { startSending } from '../../../src/store/sending.ts';
import type { Store } from '../../../src/store/store.ts';
import { ANA, type BotRun, runBot } from '../../support/bot-run.ts';
import { at, DAY, HOUR, MINUTE, runAt, seenOf } from '../../support/run-at.ts';

let run: BotRun;
beforeEach(async () => {
  run = await runBot();
});
afterEach(() => run.stop());

const MEMBER = { workspaceId: TEAM.id, memberId: ANA.id };
const MONDAY = at('2026-09-21T07:00:00Z');
const EVENING = at('2026-09-17T15:30:00Z');

/** A table in which one partition can't be read. */
function without(store: Store, pk: string): Store {
  const client = Object.create(store.client, {
    send: {
      value: async (command: { readonly input: object }) => {
        if (command.constructor.name === 'QueryCommand' && JSON.stringify(command.input).includes(`"${pk}"`))
          throw new Error('that partition does not answer');
        return Reflect.apply(store.client.send, store.client, [command]);
      },
    },
  });
  return { ...store, client };
}

/** Each day's ticks for so long, of a worker who can't read Ana. */
async function cantReadAna(from: number, days: number): Promise<void> {
  const store = without(run.store, `u#${TEAM.id}#${ANA.id}`);
  for (let now = from; now <= from + days * DAY; now += 6 * HOUR) {
    run.clock.now = now;
    await runDue({ ...run.worker, store });
  }
}

describe('an errand that is given up because its member can’t be read', () => {
  it('takes the digest of no later week along', async () => {
    await run.track('2h #writing');
    await cantReadAna(MONDAY, 4);
    // The cursor has passed it all the same.
    expect(await readCursor(run.store)).toBeGreaterThan(MONDAY);
    expect(await runAt(run, MONDAY + 6 * DAY)).toContain('digest skipped other settings');
    await run.track('1h #writing');
    expect(await runAt(run, MONDAY + 7 * DAY)).toContain('digest sent');
  });

  it('takes the reminder of no later day along', async () => {
    const { prefs } = await readHome(run.store, MEMBER, '2026-09-16');
    if (prefs === undefined) throw new Error('Ana is no member');
    await writePrefs(run.store, MEMBER, prefs, { ...prefs, dailyTarget: 28_800, reminderTime: '17:30' });
    await cantReadAna(EVENING, 4);
    await runAt(run, EVENING + 6 * DAY - HOUR);
    expect(await runAt(run, EVENING + 6 * DAY)).toContain('reminder sent');
  });

  it('and that may have been sent is lost, and not tried again', async () => {
    await run.track('2h #writing');
    const key = { bucket: MONDAY, errand: 'digest', member: MEMBER } as const;
    const due = await readDue(run.store, key);
    if (due === undefined) throw new Error('no digest is due');
    await startSending(run.store, due, '2026-09-14', MONDAY + MINUTE);
    run.clock.now = MONDAY + 4 * DAY;
    // Whatever it is that fails.
    const log = ({ event }: { readonly event: string }) => {
      if (event === 'errand lost') throw new Error('no log');
    };
    await deliverSafely({ ...run.worker, log }, key).catch(() => undefined);
    expect(await readDue(run.store, key)).toMatchObject({ state: 'lost' });
    expect(seenOf(await runDue(run.worker)).filter(({ kind }) => kind === 'sent')).toEqual([]);
  });
});
