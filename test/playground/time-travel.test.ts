import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClock, endOf } from '../../playground/slack/clock.ts';
import { type SlackStandIn, startSlack } from '../../playground/slack/slack.ts';
import { GENERAL } from '../../playground/slack/workspace.ts';
import { isoOf } from '../../src/time.ts';
import { MANIFEST } from '../support/manifest.ts';
import { twoPeople } from '../support/people.ts';
import { at } from '../support/run-at.ts';
import { createStint } from '../support/stint.ts';

const [ANA, BEN] = twoPeople();
/** A Wednesday, 18:05 in Madrid. */
const NOW = at('2026-09-16T16:05:00Z');

let folder: string;
let slack: SlackStandIn | undefined;
const start = async (name: string) =>
  startSlack({
    createHandler: await createStint(name),
    responseUrlBase: 'http://127.0.0.1:1/response/',
    now: () => NOW,
    manifest: MANIFEST,
    dataDir: folder,
    patienceMs: 30_000,
  });
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'travel-'));
});
afterEach(async () => {
  await slack?.stop();
  await rm(folder, { recursive: true, force: true });
});

function run(): SlackStandIn {
  if (slack === undefined) throw new Error('the workspace has not started');
  return slack;
}

/** What came by itself, each with its time and first words. */
const arrived = (person = ANA) =>
  run()
    .snapshot(person)
    .messages.filter(({ conversationId }) => conversationId === person.directMessageId)
    .map(({ ts, text }) => `${isoOf(Math.floor(Number(ts)) * 1000)} ${text.slice(0, 25)}`);

describe('a clock that is sent ahead', () => {
  it.each([
    ['hour', '2026-09-16T17:05:00Z'],
    ['morning', '2026-09-17T07:00:00Z'],
    ['monday', '2026-09-21T07:00:00Z'],
    ['month', '2026-10-17T16:05:00Z'],
  ] as const)('by one %s goes to %s, in Madrid', (journey, end) => {
    expect(isoOf(endOf(journey, NOW, 'Europe/Madrid'))).toBe(end);
  });

  it.each([
    ['2026-09-21T06:59:00Z', '2026-09-21T07:00:00Z'],
    ['2026-09-21T07:00:00Z', '2026-09-28T07:00:00Z'],
    ['2026-10-23T12:00:00Z', '2026-10-26T08:00:00Z'],
  ])('on %s finds the next Monday at %s, over the change of the clocks', (from, end) => {
    expect(isoOf(endOf('monday', at(from), 'Europe/Madrid'))).toBe(end);
  });

  it('goes a week at once at most, so that the app takes no journey for an outage', async () => {
    const clock = createClock(
      () => NOW,
      0,
      () => undefined,
    );
    const runs: string[] = [];
    clock.keep({
      nextDue: async () => undefined,
      run: async () => void runs.push(isoOf(clock.now()).slice(0, 10)),
    });
    await clock.travel((now) => endOf('month', now, 'Europe/Madrid'));
    expect(runs).toEqual([
      '2026-09-16',
      '2026-09-23',
      '2026-09-30',
      '2026-10-07',
      '2026-10-14',
      '2026-10-17',
    ]);
  });

  it('brings each thing that is due at its own time, and signs later requests by it', async () => {
    slack = await start('travel-1');
    await run().send(ANA, GENERAL.id, '/track 2h #writing');
    await run().send(ANA, GENERAL.id, '/track start #mail');
    await run().travel(ANA, 'monday');
    expect(arrived()).toEqual([
      '2026-09-17T06:00:00Z :crescent_moon: I asked a',
      '2026-09-18T06:00:00Z :crescent_moon: I asked a',
      '2026-09-19T06:00:00Z :crescent_moon: *Still wo',
      '2026-09-21T07:00:00Z :calendar: Your week, Mon',
    ]);
    await run().send(ANA, GENERAL.id, '/track 30m #mail');
    const last = run().snapshot(ANA).messages.at(-1);
    expect(last?.text).toContain('today, Mon 21 Sep');
    expect(
      run()
        .log.entries()
        .filter(({ failed }) => failed),
    ).toEqual([]);
  });

  it('is the same for everybody, and each has their own morning', async () => {
    slack = await start('travel-2');
    await run().send(BEN, GENERAL.id, '/track 1h #team');
    await run().travel(ANA, 'monday');
    expect(arrived(BEN)).toEqual([]);
    await run().travel(BEN, 'monday');
    expect(arrived(BEN)).toEqual(['2026-09-21T13:00:00Z :calendar: Your week, Mon']);
  });

  it('stays ahead over a restart, and takes journeys one after the other', async () => {
    slack = await start('travel-3');
    await Promise.all([run().travel(ANA, 'hour'), run().travel(ANA, 'hour')]);
    await run().stop();
    slack = await start('travel-3');
    await run().send(ANA, GENERAL.id, '/track start #mail');
    expect(run().snapshot(ANA).messages.at(-1)?.text).toContain('20:05');
  });
});
