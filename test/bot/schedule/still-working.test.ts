import { beforeEach, describe, expect, it } from 'vitest';
import { TEAM } from '../../../playground/slack/workspace.ts';
import { deliver } from '../../../src/bot/schedule/deliver.ts';
import { runDue } from '../../../src/bot/schedule/run-due.ts';
import { moveDue, readDue, readDues } from '../../../src/store/due.ts';
import { botForEachTest } from '../../support/bot-for-each-test.ts';
import { ANA, type BotRun } from '../../support/bot-run.ts';
import { at, DAY, HOUR, MINUTE, runAt } from '../../support/run-at.ts';

let run: BotRun;
botForEachTest((fresh) => {
  run = fresh;
});

/** Thursday, 8:00 in Madrid, after the Wednesday evening on which each test begins. */
const MORNING = at('2026-09-17T06:00:00Z');
const MEMBER = { workspaceId: TEAM.id, memberId: ANA.id };
const KEY = { bucket: MORNING, errand: 'still working', member: MEMBER } as const;

const AGAIN = ':crescent_moon: I asked again since, further down: whether your timer should still run.';

const questions = () =>
  run.slack.snapshot(ANA).messages.filter(({ text }) => text.startsWith(':crescent_moon: *Still working?*'));

async function question() {
  const due = await readDue(run.store, KEY);
  if (due === undefined) throw new Error('no question is due');
  return due;
}

describe('a timer that ran over night', () => {
  beforeEach(() => run.track('start #writing'));

  it('is asked about in its member’s morning, once', async () => {
    expect(await runAt(run, MORNING - MINUTE)).toEqual([]);
    expect(await runAt(run, MORNING)).toEqual(['still working sent']);
    expect(questions().map(({ text }) => text)).toEqual([
      ':crescent_moon: *Still working?* Your timer has run for *13h 55m* since Wed 16 Sep, 18:05 · #writing. Nothing is logged until you say so.',
    ]);
    expect(run.buttons()).toEqual(['Keep running', 'Stopped at…', 'Stop now: 13h 55m', 'Discard']);
    expect(await runAt(run, MORNING + 12 * HOUR)).toEqual([]);
  });

  it('is asked about on three mornings at most', async () => {
    const outcomes: string[] = [];
    for (let day = 0; day < 10; day += 1) outcomes.push(...(await runAt(run, MORNING + day * DAY)));
    expect(outcomes.filter((each) => each === 'still working sent')).toHaveLength(3);
    // The newest; the others say that it was asked again.
    expect(questions()).toHaveLength(1);
  });

  it('has live buttons in its newest question alone', async () => {
    for (let day = 0; day < 3; day += 1) await runAt(run, MORNING + day * DAY);
    const asked = run.slack.snapshot(ANA).messages.filter(({ text }) => text.startsWith(':crescent_moon:'));
    expect(asked.map(({ text }) => text)).toEqual([
      AGAIN,
      AGAIN,
      expect.stringContaining('*Still working?* Your timer has run for *61h 55m*'),
    ]);
    expect(asked.map(({ blocks = [] }) => blocks.some(({ type }) => type === 'actions'))).toEqual([
      false,
      false,
      true,
    ]);
    expect(run.problems()).toEqual([]);
  });

  it('has them in the question of its own timer, whatever became of another’s', async () => {
    await runAt(run, MORNING);
    await run.press('Stop now: 13h 55m');
    await run.track('start #mail');
    await runAt(run, MORNING + DAY);
    const texts = run.slack.snapshot(ANA).messages.map(({ text }) => text);
    expect(texts.filter((text) => text.startsWith(':crescent_moon: *Still'))).toHaveLength(1);
    expect(texts).not.toContain(AGAIN);
    expect(texts.join()).toContain('Stopped and logged *13h 55m*');
  });

  it('is asked about all the same where the older question can’t be changed', async () => {
    await runAt(run, MORNING);
    const post: BotRun['worker']['post'] = async (to, message) =>
      to.replaces === undefined
        ? run.worker.post(to, message)
        : { kind: 'refused', problem: 'message_not_found' };
    run.clock.now = MORNING + DAY;
    expect((await runDue({ ...run.worker, post })).map(({ errand, kind }) => `${errand} ${kind}`)).toContain(
      'still working sent',
    );
  });

  it('is kept by the button, and asked about again the morning after', async () => {
    await runAt(run, MORNING);
    expect(await run.press('Keep running')).toContain('It runs on');
    expect(questions()).toEqual([]);
    expect(await runAt(run, MORNING + 12 * HOUR)).toEqual([]);
    expect(await runAt(run, MORNING + DAY)).toEqual(['still working sent']);
  });

  it('becomes an entry by the button, and is asked about no more', async () => {
    await runAt(run, MORNING);
    expect(await run.press('Stop now: 13h 55m')).toContain('Stopped and logged *13h 55m*');
    expect(await runAt(run, MORNING + DAY)).toEqual(['still working skipped no timer']);
    expect(questions()).toEqual([]);
  });

  it.each(['stop', 'cancel'])('is not asked about after %s', async (line) => {
    run.clock.now += HOUR;
    await run.track(line);
    expect(await runAt(run, MORNING)).toEqual(['still working skipped no timer']);
  });

  it('is not asked about when another one runs since', async () => {
    run.clock.now = at('2026-09-17T05:00:00Z');
    await run.track('stop at 20:00');
    await run.track('start #mail');
    expect(await runAt(run, MORNING)).toEqual(['still working skipped not over night']);
    expect(await runAt(run, at('2026-09-17T17:15:00Z'))).toEqual(['still working sent']);
    expect(questions()[0]?.text).toContain('#mail');
  });

  it('is asked about again after an undo brought it back', async () => {
    run.clock.now = at('2026-09-16T20:00:00Z');
    await run.track('stop');
    await runAt(run, MORNING);
    await run.track('undo');
    expect(await runAt(run, MORNING + DAY)).toEqual(['still working sent']);
  });

  it('is asked about late, after an outage, but not at night', async () => {
    expect(await runAt(run, MORNING + 15 * HOUR)).toEqual(['still working skipped asleep']);
    expect(await runAt(run, MORNING + DAY + 5 * HOUR)).toEqual(['still working sent']);
    expect(questions()).toHaveLength(1);
  });

  it('is asked about once by many workers', async () => {
    run.clock.now = MORNING;
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => deliver(run.worker, KEY)));
    expect(outcomes.filter(({ kind }) => kind === 'sent')).toHaveLength(1);
    expect(questions()).toHaveLength(1);
  });

  it('is asked about by another worker where one ended before it sent', async () => {
    await moveDue(run.store, await question(), 'claimed', { until: MORNING + MINUTE });
    expect(await runAt(run, MORNING)).toEqual([]);
    expect(await runAt(run, MORNING + MINUTE)).toEqual(['still working sent']);
    expect(questions()).toHaveLength(1);
  });

  it('leaves one row where it is dropped and started again within a quarter of an hour', async () => {
    await run.track('cancel');
    expect(await run.track('start #mail')).toContain('Running since 18:05');
    expect(await readDues(run.store, MORNING, MORNING)).toHaveLength(1);
    expect(await runAt(run, MORNING)).toEqual(['still working sent']);
    expect(questions()[0]?.text).toContain('#mail');
  });
});
