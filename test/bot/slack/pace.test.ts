import { beforeEach, describe, expect, it } from 'vitest';
import { createPace, type Pace } from '../../../src/bot/slack/pace.ts';

/** A clock that goes on by what is waited, and only by that. */
let clock: { now: number };
let pace: Pace;
beforeEach(() => {
  clock = { now: 1_000_000 };
  pace = createPace({
    now: () => clock.now,
    pause: async (milliseconds) => {
      clock.now += milliseconds;
    },
  });
});

/** When each of these messages went, in milliseconds from the start. */
async function sent(...messages: readonly (readonly [workspace: string, channel: string])[]) {
  const times: number[] = [];
  for (const [workspace, channel] of messages) {
    expect(await pace.turn(workspace, channel)).toBe(0);
    times.push(clock.now - 1_000_000);
  }
  return times;
}

describe('the pace of messages', () => {
  it('is one a second in a channel', async () => {
    expect(await sent(['T1', 'C1'], ['T1', 'C1'], ['T1', 'C1'])).toEqual([0, 1000, 2000]);
  });

  it('is five a second in a workspace, in even steps', async () => {
    expect(await sent(['T1', 'C1'], ['T1', 'C2'], ['T1', 'C3'])).toEqual([0, 200, 400]);
  });

  it('is each workspace’s own', async () => {
    expect(await sent(['T1', 'C1'], ['T2', 'C1'], ['T3', 'C1'])).toEqual([0, 0, 0]);
  });

  it('lets nobody wait for long: whoever comes too early is told when to come again', async () => {
    const still = createPace({ now: () => clock.now, pause: async () => undefined });
    const waits = await Promise.all(Array.from({ length: 100 }, (_, index) => still.turn('T1', `C${index}`)));
    expect(waits.filter((wait) => wait > 0).length).toBeGreaterThan(20);
    expect(Math.max(...waits)).toBeLessThanOrEqual(15_200);
  });

  it('leaves a workspace alone for as long as Slack wants, and no other', async () => {
    pace.hold('T1', 30_000);
    pace.hold('T1', 10_000);
    expect(await pace.turn('T1', 'C1')).toBe(30_000);
    expect(await pace.turn('T2', 'C1')).toBe(0);
    clock.now += 29_999;
    expect(pace.heldFor('T1')).toBe(1);
    clock.now += 1;
    expect(await pace.turn('T1', 'C1')).toBe(0);
  });

  it('notices a 429 that came while a message waited for its turn', async () => {
    const waiting = createPace({
      now: () => clock.now,
      pause: async () => waiting.hold('T1', 30_000),
    });
    expect(await waiting.turn('T1', 'C1')).toBe(0);
    expect(await waiting.turn('T1', 'C1')).toBe(30_000);
  });
});
