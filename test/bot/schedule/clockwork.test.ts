import { describe, expect, it } from 'vitest';
import { TEAM } from '../../../playground/slack/workspace.ts';
import { deliver } from '../../../src/bot/schedule/deliver.ts';
import { runDue } from '../../../src/bot/schedule/run-due.ts';
import { tick } from '../../../src/bot/schedule/tick.ts';
import type { Poster } from '../../../src/bot/slack/poster.ts';
import { moveDue, readDue } from '../../../src/store/due.ts';
import { readHome } from '../../../src/store/home.ts';
import { writePrefs } from '../../../src/store/prefs.ts';
import { startSending } from '../../../src/store/sending.ts';
import { withTally } from '../../../src/store/store.ts';
import { botForEachTest } from '../../support/bot-for-each-test.ts';
import { ANA, BEN, type BotRun, runBot } from '../../support/bot-run.ts';
import { at, DAY, MINUTE, runAt as runAllAt, seenOf } from '../../support/run-at.ts';

let run: BotRun;
botForEachTest((fresh) => {
  run = fresh;
});

/** Monday 2026-09-21, 9:00 in Madrid and in New York. */
const MADRID_MORNING = at('2026-09-21T07:00:00Z');
const NEW_YORK_MORNING = at('2026-09-21T13:00:00Z');
const runAt = (now: number) => runAllAt(run, now);

const digests = (person = ANA) =>
  run.slack.snapshot(person).messages.filter(({ text }) => text.startsWith(':calendar: Your week'));

/** For tests in which something fails that Slack would show as a failure. */
async function withFaults(test: () => Promise<void>): Promise<void> {
  const careful = run;
  run = await runBot();
  try {
    await test();
  } finally {
    await run.stop();
    run = careful;
  }
}

async function anasDigest() {
  const member = { workspaceId: TEAM.id, memberId: ANA.id };
  const due = await readDue(run.store, { bucket: MADRID_MORNING, member, errand: 'digest' });
  if (due === undefined) throw new Error('no digest is due');
  return due;
}

describe('the clockwork', () => {
  it('sends each member their week in their own Monday morning, once', async () => {
    await run.track('2h #writing');
    await run.track('1h #team', BEN);
    expect(await runAt(MADRID_MORNING - MINUTE)).toEqual([]);
    expect(await runAt(MADRID_MORNING)).toEqual(['digest sent']);
    expect(digests().map(({ text }) => text.split('\n')[0])).toEqual([
      ':calendar: Your week, Mon 14 – Sun 20 Sep: *2h*',
    ]);
    expect(await runAt(MADRID_MORNING + MINUTE)).toEqual([]);
    expect(await runAt(NEW_YORK_MORNING)).toEqual(['digest sent']);
    expect(digests(BEN)).toHaveLength(1);
    expect(digests()).toHaveLength(1);
    expect(run.problems()).toEqual([]);
  });

  it('skips empty weeks, and goes on week after week', async () => {
    await run.track('2h #writing');
    await runAt(MADRID_MORNING + DAY);
    expect(await runAt(MADRID_MORNING + 7 * DAY + DAY)).toEqual([
      'digest skipped empty',
      'digest skipped empty',
    ]);
    run.clock.now = MADRID_MORNING + 8 * DAY;
    await run.track('3h #writing');
    expect(await runAt(MADRID_MORNING + 14 * DAY)).toEqual(['digest sent']);
    expect(digests().map(({ text }) => text.split('\n')[0])).toEqual([
      ':calendar: Your week, Mon 14 – Sun 20 Sep: *2h*',
      ':calendar: Your week, Mon 28 Sep – Sun 4 Oct: *3h*',
    ]);
  });

  it('makes up for an outage: what is still wanted is sent, what is stale is skipped', async () => {
    await run.track('2h #writing');
    expect(await runAt(MADRID_MORNING + DAY)).toEqual(['digest sent', 'digest skipped empty']);
    await run.track('1h #writing');
    expect(await runAt(MADRID_MORNING + 10 * DAY)).toEqual([
      'digest skipped too late',
      'digest skipped too late',
    ]);
    expect(digests()).toHaveLength(1);
    expect(await runAt(MADRID_MORNING + 14 * DAY)).toEqual(['digest skipped empty']);
    expect(await runAt(MADRID_MORNING + 15 * DAY)).toEqual(['digest skipped empty']);
  });

  it('follows the settings: what was asked for before is left alone', async () => {
    await run.track('2h #writing');
    await run.track('digest friday 17:10');
    expect(await runAt(at('2026-09-18T15:15:00Z'))).toEqual(['digest sent']);
    expect(await runAt(MADRID_MORNING)).toEqual(['digest skipped other settings']);
    expect(digests()).toHaveLength(1);
  });

  it('never tells of the same week twice, whatever the settings become', async () => {
    await run.track('2h #writing');
    await runAt(MADRID_MORNING);
    await run.track('digest tuesday 9:00');
    expect(await runAt(MADRID_MORNING + DAY)).toContain('digest skipped sent before');
    expect(digests()).toHaveLength(1);
  });

  it('stays silent where it is off', async () => {
    await run.track('2h #writing');
    await run.track('digest off');
    expect(await runAt(MADRID_MORNING)).toEqual(['digest skipped other settings']);
    expect(digests()).toEqual([]);
  });

  it('comes again where Slack asks to wait, and not before', () =>
    withFaults(async () => {
      await run.track('2h #writing');
      run.slack.faults.set('rate_limited');
      expect(await runAt(MADRID_MORNING)).toEqual(['digest later Slack asked to wait']);
      run.slack.faults.set('none');
      expect(await runAt(MADRID_MORNING + 20_000)).toEqual([]);
      expect(await runAt(MADRID_MORNING + 31_000)).toEqual(['digest sent']);
      expect(digests()).toHaveLength(1);
    }));

  it('never sends blindly again what Slack did not answer, and goes on the week after', () =>
    withFaults(async () => {
      await run.track('2h #writing');
      run.slack.faults.set('server_error');
      expect(await runAt(MADRID_MORNING)).toEqual(['digest lost status 500']);
      run.slack.faults.set('none');
      expect(await runAt(MADRID_MORNING + 5 * MINUTE)).toEqual([]);
      expect(digests()).toEqual([]);
      run.clock.now = MADRID_MORNING + DAY;
      await run.track('1h #writing');
      await runAt(MADRID_MORNING + DAY);
      expect(await runAt(MADRID_MORNING + 7 * DAY)).toEqual(['digest sent']);
    }));

  it('leaves the others alone where one member can’t be reached', async () => {
    await run.track('2h #writing');
    await run.track('digest monday 15:00');
    await run.track('1h #team', BEN);
    const post: Poster = async (to, message) =>
      to.channel === ANA.id ? { kind: 'refused', problem: 'account_inactive' } : run.worker.post(to, message);
    run.clock.now = NEW_YORK_MORNING;
    const outcomes = await runDue({ ...run.worker, post });
    const seen = seenOf(outcomes);
    expect(seen.map(({ kind, why }) => `${kind} ${why ?? ''}`.trim()).toSorted()).toEqual([
      'sent',
      'skipped account_inactive',
      'skipped other settings',
    ]);
    expect(digests(BEN)).toHaveLength(1);
  });
});

describe('an errand that fails', () => {
  it('keeps nobody else waiting', () =>
    withFaults(async () => {
      await run.track('2h #writing');
      await run.track('digest monday 15:00');
      await run.track('1h #team', BEN);
      const post: Poster = (to, message) => {
        if (to.channel === ANA.id) throw new RangeError('a fault of ours');
        return run.worker.post(to, message);
      };
      run.clock.now = NEW_YORK_MORNING;
      const outcomes = await runDue({ ...run.worker, post });
      const kinds = seenOf(outcomes).map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind !== 'busy').toSorted()).toEqual(['failed', 'sent', 'skipped']);
      expect(digests(BEN)).toHaveLength(1);
      expect(run.logged).toContainEqual(
        expect.objectContaining({ event: 'errand failed', problem: 'RangeError', at: expect.any(String) }),
      );
    }));
});

describe('a worker that ends', () => {
  it('before it sends is followed by another, once its lease is over', async () => {
    await run.track('2h #writing');
    await moveDue(run.store, await anasDigest(), 'claimed', { until: MADRID_MORNING + MINUTE });
    expect(await runAt(MADRID_MORNING)).toEqual([]);
    expect(await runAt(MADRID_MORNING + MINUTE)).toEqual(['digest sent']);
    expect(digests()).toHaveLength(1);
  });

  it('while it sends is not followed: the message may be there', () =>
    withFaults(async () => {
      await run.track('2h #writing');
      await startSending(run.store, await anasDigest(), '2026-09-14', MADRID_MORNING + MINUTE);
      expect(await runAt(MADRID_MORNING)).toEqual([]);
      expect(await runAt(MADRID_MORNING + MINUTE)).toEqual(['digest lost no answer']);
      expect(digests()).toEqual([]);
      expect(run.logged.filter(({ event }) => event === 'errand lost')).toHaveLength(1);
    }));

  it('goes by the clock as it is when it sends, so that nobody takes its message for lost', async () => {
    await run.track('2h #writing');
    run.clock.now = MADRID_MORNING;
    const slowStart = { ...run.worker, now: () => run.clock.now };
    const post: Poster = async (to, message) => {
      expect(await deliver(slowStart, await anasDigest())).toEqual({ kind: 'busy' });
      return run.worker.post(to, message);
    };
    // Between reading the clock for the first time and sending lies a minute and a half.
    let reads = 0;
    const slow = { ...run.worker, post, now: () => (run.clock.now += reads++ === 0 ? 0 : 45_000) };
    expect(await deliver(slow, await anasDigest())).toEqual({ kind: 'sent' });
    expect(digests()).toHaveLength(1);
  });

  it('has company: of many at one errand, one does it', async () => {
    await run.track('2h #writing');
    run.clock.now = MADRID_MORNING;
    const due = await anasDigest();
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => deliver(run.worker, due)));
    expect(outcomes.filter(({ kind }) => kind === 'sent')).toHaveLength(1);
    expect(digests()).toHaveLength(1);
  });

  it('delivers an errand that is delivered to it again only once', async () => {
    await run.track('2h #writing');
    run.clock.now = MADRID_MORNING;
    const due = await anasDigest();
    await deliver(run.worker, due);
    expect(await deliver(run.worker, due)).toEqual({ kind: 'busy' });
    expect(digests()).toHaveLength(1);
  });
});

describe('a tick', () => {
  it('finds what is due until it is done, and then no more', async () => {
    await run.track('2h #writing');
    await runAt(MADRID_MORNING - 15 * MINUTE);
    run.clock.now = MADRID_MORNING;
    for (let time = 0; time < 2; time += 1)
      expect(await tick(run.worker)).toMatchObject([{ errand: 'digest' }]);
    await runAt(MADRID_MORNING);
    const { store, tally } = withTally(run.store);
    expect(await tick({ ...run.worker, store })).toEqual([]);
    expect(tally.requests).toBe(5);
    run.clock.now = MADRID_MORNING + 15 * MINUTE;
    expect(await tick({ ...run.worker, store })).toEqual([]);
    expect(tally.requests).toBe(5 + 6);
  });
});

describe('a digest', () => {
  it.each([1, 7] as const)(
    'is the same sent and asked for, where weeks begin on day %i',
    async (weekStart) => {
      const member = { workspaceId: TEAM.id, memberId: ANA.id };
      const { prefs } = await readHome(run.store, member, '2026-09-16');
      if (prefs === undefined) throw new Error('Ana is no member');
      await writePrefs(run.store, member, prefs, { ...prefs, weekStart });
      await run.track('task new Write the guide');
      for (const line of ['5h 10 days ago', '1h 3 days ago', '2h task-1']) await run.track(line);
      await runAt(MADRID_MORNING);
      const [sent] = digests();
      expect(await run.track('digest now')).toBe(sent?.text);
      expect(sent?.text).toContain('task-1 Write the guide');
    },
  );

  it('that may be lost is told of when one asks', () =>
    withFaults(async () => {
      await run.track('2h #writing');
      run.slack.faults.set('server_error');
      await runAt(MADRID_MORNING);
      run.slack.faults.set('none');
      expect(await run.track('digest')).toContain('may not have reached you');
    }));

  it.each(['mondays at 09:00', 'monday', 'mon 9', 'every monday at 9am'])('is set by %s', async (words) => {
    expect(await run.track(`digest ${words}`)).toContain('comes Mondays at 09:00');
  });

  it('is told the time at which it comes, where that is another one than was asked for', async () => {
    expect(await run.track('digest monday 9:07')).toBe(
      ':white_check_mark: Your weekly digest comes Mondays at 09:15. `/track digest off` stops it. I look every quarter of an hour, so not at 09:07.',
    );
    expect(await run.track('digest monday 9:15')).not.toContain('so not at');
  });

  it.each(['monday 13pm', 'someday'])('is not set by %s, which comes back as it was typed', async (words) => {
    expect(await run.track(`digest ${words}`)).not.toContain('digest comes');
  });
});

describe('a reminder', () => {
  const EVENING = at('2026-09-17T15:30:00Z');

  async function remindAna(reminderTime = '17:30'): Promise<void> {
    const member = { workspaceId: TEAM.id, memberId: ANA.id };
    const { prefs } = await readHome(run.store, member, '2026-09-16');
    if (prefs === undefined) throw new Error('Ana is no member');
    await writePrefs(run.store, member, prefs, { ...prefs, dailyTarget: 28_800, reminderTime });
  }

  it('comes to those who are short of their target, at their own time', async () => {
    await remindAna();
    run.clock.now = EVENING - 60 * MINUTE;
    await run.track('2h30m #writing');
    expect(await runAt(EVENING)).toEqual(['reminder sent']);
    expect(run.lastText()).toContain('Today, Thu 17 Sep: *2h 30m* of your *8h*, so *5h 30m* to go.');
    expect(run.buttons()).toEqual(['Log now', 'Not today', 'Stop reminders']);
    expect(await runAt(EVENING + DAY)).toEqual(['reminder sent']);
    expect(await runAt(EVENING + 2 * DAY)).toEqual([]);
    expect(run.problems()).toEqual([]);
  });

  it.each(['23:45', '23:46', '23:59', '00:00', '00:01'])(
    'comes on its day when it is set to %s',
    async (time) => {
      const midnight = at('2026-09-17T22:00:00Z');
      run.clock.now = midnight - 60 * MINUTE;
      await remindAna(time);
      const kinds: string[] = [];
      for (const quarter of [-1, 0, 1].map((n) => midnight + n * 15 * MINUTE))
        kinds.push(...(await runAt(quarter)));
      expect(kinds).toContain('reminder sent');
      expect(kinds).not.toContain('reminder skipped too late');
    },
  );

  it('does not come to those who have reached it, nor the day after', async () => {
    await remindAna();
    run.clock.now = EVENING - 60 * MINUTE;
    await run.track('8h #writing');
    expect(await runAt(EVENING)).toEqual(['reminder skipped target reached']);
  });

  it('is told the time at which it comes, where that is another one than was asked for', async () => {
    await remindAna();
    expect(await run.track('remind at 17:50')).toBe(
      ':white_check_mark: On Mon, Tue, Wed, Thu, Fri at 18:00 you are reminded if you are short of your 8h. `/track remind off` stops them. I look every quarter of an hour, so not at 17:50.',
    );
    expect(await run.track('remind')).toContain('at 18:00 you are reminded');
    expect(await runAt(EVENING + 15 * MINUTE)).toEqual(['reminder skipped other settings']);
    expect(await runAt(EVENING + 30 * MINUTE)).toEqual(['reminder sent']);
  });

  it('is answered by its buttons', async () => {
    await remindAna();
    await runAt(EVENING);
    await run.press('Log now');
    expect(await run.submit({ time: '45m' })).toEqual({});
    expect(run.lastText()).toContain('Logged *45m* · today, Thu 17 Sep');
    expect(
      run.slack
        .snapshot(ANA)
        .messages.map(({ text }) => text)
        .join(),
    ).not.toContain('of your');
    expect(await runAt(EVENING + DAY)).toEqual(['reminder sent']);
    expect(await run.press('Stop reminders')).toContain('`/track remind at 17:30` brings them back');
    expect(await runAt(EVENING + 4 * DAY)).toContain('reminder skipped other settings');
    expect(run.problems()).toEqual([]);
  });
});
