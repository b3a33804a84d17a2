import { describe, expect, it } from 'vitest';
import { TEAM } from '../../../playground/slack/workspace.ts';
import type { Job } from '../../../src/bot/jobs/job.ts';
import { runJob } from '../../../src/bot/jobs/run-job.ts';
import { readHome } from '../../../src/store/home.ts';
import { logEntries } from '../../../src/store/log-entries.ts';
import { writePrefs } from '../../../src/store/prefs.ts';
import { botForEachTest } from '../../support/bot-for-each-test.ts';
import { ANA, type BotRun, runBot } from '../../support/bot-run.ts';
import { at, HOUR, MINUTE, runAt } from '../../support/run-at.ts';
import { content } from '../../support/samples.ts';

let run: BotRun;
botForEachTest((fresh) => {
  run = fresh;
});

const MEMBER = { workspaceId: TEAM.id, memberId: ANA.id };
/** Thursday, 17:30 in Madrid. */
const EVENING = at('2026-09-17T15:30:00Z');
const DONE = ':white_check_mark: Today, Thu 17 Sep: *8h* of your *8h* logged. Done for the day.';

async function target(reminderTime = '17:30', of: BotRun = run): Promise<void> {
  const { prefs } = await readHome(of.store, MEMBER, '2026-09-16');
  if (prefs === undefined) throw new Error('Ana is no member');
  await writePrefs(of.store, MEMBER, prefs, { ...prefs, dailyTarget: 28_800, reminderTime });
}

async function remindedAfter(...lines: string[]): Promise<void> {
  await target();
  run.clock.now = EVENING - HOUR;
  for (const line of lines) await run.track(line);
  expect(await runAt(run, EVENING)).toContain('reminder sent');
  run.clock.now = EVENING + MINUTE;
}

/** The messages to Ana that the reminder is, or became. */
async function reminders(of: BotRun = run) {
  await of.jobs.idle();
  const conversation = of.slack
    .snapshot(ANA)
    .messages.filter(({ onlyFor, text }) => onlyFor === undefined && /of your|Your target/.test(text));
  return conversation.map(({ text, blocks = [] }) => ({
    text: text.split('\n')[0],
    buttons: blocks.filter(({ type }) => type === 'actions').length,
  }));
}

const reached = (date = '2026-09-17') =>
  ({ kind: 'reached', id: 'again', until: run.clock.now + HOUR, member: MEMBER, date }) as const;

const updates = () => run.slack.log.entries().filter(({ name }) => name === 'chat.update').length;

describe('a reminder that was sent', () => {
  const SHORT = ':wave: Today, Thu 17 Sep: *30m* of your *8h*, so *7h 30m* to go.';

  it.each<[string, () => Promise<unknown>]>([
    ['a line', () => run.track('7h 30m #writing')],
    [
      'a line for a part of it, and another one',
      async () => {
        await run.track('7h');
        expect(await reminders()).toEqual([{ text: SHORT, buttons: 1 }]);
        await run.track('30m');
      },
    ],
    [
      'a form',
      async () => {
        await run.track('');
        await run.submit({ time: '7h 30m' });
      },
    ],
    [
      'a timer that is stopped',
      async () => {
        await run.track('start at 10:01');
        await run.track('stop at 17:31');
      },
    ],
    [
      'an entry that is changed',
      async () => {
        await run.track('edit');
        await run.submit({ time: '8h' });
      },
    ],
    [
      'an entry that moves to the day',
      async () => {
        await run.track('7h 30m yesterday');
        await run.track('edit');
        await run.submit({ date: '2026-09-17' });
      },
    ],
  ])('gives way to what was done by %s, once, with no buttons left', async (_, reach) => {
    await remindedAfter('30m #mail');
    expect(await reminders()).toEqual([{ text: SHORT, buttons: 1 }]);
    await reach();
    expect(await reminders()).toEqual([{ text: DONE, buttons: 0 }]);
    await run.track('1m');
    await run.track('undo');
    expect(await reminders()).toEqual([{ text: DONE, buttons: 0 }]);
    expect(updates()).toBe(1);
    expect(run.problems()).toEqual([]);
  });

  it('gives way where an undo brings back what was deleted', async () => {
    await target();
    run.clock.now = EVENING - HOUR;
    await run.track('8h');
    await run.track('delete');
    await runAt(run, EVENING);
    run.clock.now = EVENING + MINUTE;
    await run.track('undo');
    expect(await reminders()).toEqual([{ text: DONE, buttons: 0 }]);
  });

  it('is left be when the day is short again, and says no more than it did', async () => {
    await remindedAfter('30m');
    await run.track('7h 30m');
    await run.track('undo');
    await run.track('7h 45m');
    expect(await reminders()).toEqual([{ text: DONE, buttons: 0 }]);
    expect(updates()).toBe(1);
  });

  it('gives way after midnight too, when its own day is completed', async () => {
    await remindedAfter('30m');
    run.clock.now = EVENING + 8 * HOUR;
    await run.track('7h 30m yesterday');
    expect((await reminders()).map(({ text }) => text)).toEqual([
      ':white_check_mark: Yesterday, Thu 17 Sep: *8h* of your *8h* logged. Done for the day.',
    ]);
  });

  it('whose form was sent keeps what the form answered, whatever is logged later', async () => {
    await remindedAfter('30m');
    await run.press('Log now');
    await run.submit({ time: '1h' });
    expect(run.lastText()).toContain('Logged *1h*');
    expect(await reminders()).toEqual([]);
    await run.track('7h');
    await run.jobs.idle();
    expect(updates()).toBe(0);
  });

  it('whose form was closed again gives way', async () => {
    await remindedAfter('30m');
    await run.press('Log now');
    await run.track('7h 30m');
    expect(await reminders()).toEqual([{ text: DONE, buttons: 0 }]);
  });

  it('costs a log no request more', async () => {
    const queued: Job[] = [];
    const other = await runBot({ now: EVENING + MINUTE, enqueue: async (job) => void queued.push(job) });
    try {
      await target('17:30', other);
      const from = other.tally.requests;
      await other.track('7h');
      expect(other.tally.requests - from).toBe(2);
      await other.track('today');
      expect(queued.map(({ kind }) => kind)).toEqual(['reached']);
    } finally {
      await other.stop();
    }
  });
});

describe('the job of a day that may be reached', () => {
  it.each([
    ['before the reminder is due', EVENING - MINUTE, '8h'],
    ['for another day', EVENING + MINUTE, '8h 3 days ago'],
    ['for a day off', EVENING + 49 * HOUR, '8h'],
  ])('is not queued %s', async (_, now, line) => {
    const queued: Job[] = [];
    const other = await runBot({ now, enqueue: async (job) => void queued.push(job) });
    try {
      await target('17:30', other);
      await other.track(line);
      expect(queued).toEqual([]);
    } finally {
      await other.stop();
    }
  });

  it('may be delivered twice, and may find nothing', async () => {
    await remindedAfter('30m');
    await run.track('7h 30m');
    await run.jobs.idle();
    await runJob(run.worker, reached());
    await runJob(run.worker, reached('2026-09-16'));
    expect(updates()).toBe(1);
  });

  it('that the queue does not take leaves the log as it is', async () => {
    const other = await runBot({
      now: EVENING + MINUTE,
      enqueue: async () => {
        throw new Error('no queue');
      },
    });
    try {
      await target('17:30', other);
      expect(await other.track('1h')).toContain('Logged *1h*');
      expect(other.logged).toContainEqual(expect.objectContaining({ event: 'job not queued' }));
    } finally {
      await other.stop();
    }
  });

  it('comes again where Slack asks to wait', async () => {
    const careful = run;
    run = await runBot();
    try {
      await remindedAfter('30m');
      await logEntries(run.store, MEMBER, 'by another server', [
        content({ date: '2026-09-17', seconds: 27_000 }),
      ]);
      const queued: (number | undefined)[] = [];
      const worker = { ...run.worker, enqueue: async (_: Job, after?: number) => void queued.push(after) };
      run.slack.faults.set('rate_limited');
      await runJob(worker, reached());
      run.slack.faults.set('none');
      expect(queued).toEqual([30_000]);
      run.clock.now += 31_000;
      await runJob(worker, reached());
      expect(await reminders()).toEqual([{ text: DONE, buttons: 0 }]);
    } finally {
      await run.stop();
      run = careful;
    }
  });

  it('is tried again by the queue where Slack did not answer, which doubles nothing', async () => {
    const careful = run;
    run = await runBot();
    try {
      await remindedAfter('30m');
      await logEntries(run.store, MEMBER, 'by another server', [
        content({ date: '2026-09-17', seconds: 27_000 }),
      ]);
      run.slack.faults.set('lost_answer');
      await expect(runJob(run.worker, reached())).rejects.toThrow();
      run.slack.faults.set('none');
      await runJob(run.worker, reached());
      expect(await reminders()).toEqual([{ text: DONE, buttons: 0 }]);
    } finally {
      await run.stop();
      run = careful;
    }
  });
});
