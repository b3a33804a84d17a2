import { beforeEach, describe, expect, it } from 'vitest';
import { GENERAL, TEAM } from '../../../playground/slack/workspace.ts';
import { deliver } from '../../../src/bot/schedule/deliver.ts';
import { runDue } from '../../../src/bot/schedule/run-due.ts';
import { tick } from '../../../src/bot/schedule/tick.ts';
import { ensureDue, moveCursor, moveToSent, readCursor, readDue, readDues } from '../../../src/store/due.ts';
import { readHome } from '../../../src/store/home.ts';
import { writePrefs } from '../../../src/store/prefs.ts';
import { withTally } from '../../../src/store/store.ts';
import { botForEachTest } from '../../support/bot-for-each-test.ts';
import { ANA, type BotRun } from '../../support/bot-run.ts';
import { at, DAY, HOUR, MINUTE, runAt, seenOf } from '../../support/run-at.ts';

let run: BotRun;
botForEachTest((fresh) => {
  run = fresh;
});

const MEMBER = { workspaceId: TEAM.id, memberId: ANA.id };
/** Monday, 9:00 in Madrid. */
const MONDAY = at('2026-09-21T07:00:00Z');
const EVENING = at('2026-09-17T15:30:00Z');

const kindsOf = async (outcomes: ReturnType<typeof runDue>) =>
  seenOf(await outcomes).map(({ errand, kind, why }) => `${errand} ${kind} ${why ?? ''}`.trim());

async function remindAna(): Promise<void> {
  const { prefs } = await readHome(run.store, MEMBER, '2026-09-16');
  if (prefs === undefined) throw new Error('Ana is no member');
  await writePrefs(run.store, MEMBER, prefs, { ...prefs, dailyTarget: 28_800, reminderTime: '17:30' });
}

describe('a run by hand for a moment to come', () => {
  const byHand = (asOf: number) => kindsOf(runDue({ ...run.worker, asOf }));

  beforeEach(async () => {
    await run.track('2h #writing');
    await runDue(run.worker);
  });

  it('does what is due by then, once, as the clock finds when it gets there', async () => {
    expect(await byHand(MONDAY)).toEqual(['digest sent']);
    expect(await byHand(MONDAY)).toEqual([]);
    expect(await runAt(run, MONDAY)).toEqual([]);
    // Ben's.
    expect(await runAt(run, MONDAY + DAY)).toEqual(['digest skipped empty']);
    await run.track('1h #writing');
    expect(await runAt(run, MONDAY + 7 * DAY)).toEqual(['digest sent']);
  });

  it('leaves the cursor with the clock, so that what is put into the time between is found', async () => {
    await byHand(MONDAY + DAY);
    expect(await readCursor(run.store)).toBeLessThanOrEqual(run.clock.now);
    await run.track('digest friday 17:00');
    expect(await runAt(run, at('2026-09-18T15:00:30Z'))).not.toEqual([]);
    expect(await readDue(run.store, { bucket: at('2026-09-18T15:00:00Z'), errand: 'digest', member: MEMBER }))
      // The week was told of before, which is another matter.
      .toMatchObject({ state: 'skipped' });
  });

  it('keeps its leases by the clock, so that nobody takes its message for lost', async () => {
    const bucket = EVENING;
    await remindAna();
    run.clock.now = EVENING + 2 * HOUR;
    const others: string[] = [];
    const post: BotRun['worker']['post'] = async (to, message) => {
      others.push((await deliver(run.worker, { bucket, errand: 'reminder', member: MEMBER })).kind);
      return run.worker.post(to, message);
    };
    expect(await kindsOf(runDue({ ...run.worker, post, asOf: EVENING }))).toEqual(['reminder sent']);
    expect(others).toEqual(['busy']);
  });

  it('lets an errand be that another worker is at', async () => {
    run.clock.now = MONDAY;
    const late: string[] = [];
    const post: BotRun['worker']['post'] = async (to, message) => {
      late.push(...(await byHand(MONDAY + HOUR)));
      return run.worker.post(to, message);
    };
    expect(await kindsOf(runDue({ ...run.worker, post }))).toEqual(['digest sent']);
    expect(late).toEqual([]);
  });
});

describe('a row that is in the table late', () => {
  it.each([50, 10 * MINUTE, 29 * MINUTE])(
    'is found %i ms after its quarter of an hour began and was looked at',
    async (late) => {
      await runAt(run, EVENING + late);
      const store = { ...run.store, now: () => EVENING };
      await ensureDue(store, { errand: 'reminder', member: MEMBER }, EVENING);
      expect(await tick(run.worker)).toMatchObject([{ errand: 'reminder', bucket: EVENING }]);
      await runDue(run.worker);
      expect(await tick(run.worker)).toEqual([]);
    },
  );

  it('is put where it is found, however late it is', async () => {
    await runAt(run, EVENING + DAY);
    await ensureDue(run.store, { errand: 'reminder', member: MEMBER }, EVENING);
    expect(await tick(run.worker)).toMatchObject([{ errand: 'reminder', bucket: EVENING + DAY }]);
  });

  it('is found where the cursor stands in time to come, as after a wrong clock', async () => {
    await remindAna();
    await moveCursor(run.store, undefined, EVENING + 7 * DAY);
    expect(await runAt(run, EVENING + MINUTE)).toEqual(['reminder sent']);
  });

  it('is found in the thread of a message that was due long ago', async () => {
    await runAt(run, MONDAY + DAY);
    await ensureDue(run.store, { errand: 'team digest', workspaceId: TEAM.id }, MONDAY + DAY);
    const [due] = await readDues(run.store, MONDAY + DAY, MONDAY + DAY);
    if (due === undefined) throw new Error('no team digest is due');
    run.clock.now = MONDAY + 2 * DAY;
    const below = { channel: GENERAL.id, ts: '1.1', about: '2026-09-21' };
    const detail = { errand: 'team digest detail', workspaceId: TEAM.id } as const;
    expect(await moveToSent(run.store, due, detail, below)).toMatchObject({ bucket: MONDAY + 2 * DAY });
    expect(await tick(run.worker)).toMatchObject([detail]);
  });
});

describe('what a tick asks of the table', () => {
  it('is one Query a shard and day over the last half hour, and the cursor', async () => {
    await runAt(run, MONDAY);
    const { store, tally } = withTally(run.store);
    const cost = async (now: number) => {
      const before = { ...tally };
      run.clock.now = now;
      await tick({ ...run.worker, store });
      return [tally.requests - before.requests, tally.read - before.read, tally.write - before.write];
    };
    expect(await cost(MONDAY + MINUTE)).toEqual([5, 5, 0]);
    expect(await cost(MONDAY + 15 * MINUTE)).toEqual([6, 5, 1]);
  });
});
