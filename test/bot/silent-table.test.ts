import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SlackStandIn, startSlack } from '../../playground/slack/slack.ts';
import { GENERAL, TEAM } from '../../playground/slack/workspace.ts';
import type { LogLine } from '../../src/bot/effects.ts';
import { connectBot } from '../../src/entry-points/connect.ts';
import { FIRST_SETTINGS } from '../../src/member.ts';
import { writeFirstUse } from '../../src/store/prefs.ts';
import { readEntries } from '../../src/store/read-entries.ts';
import type { Store } from '../../src/store/store.ts';
import { ANA } from '../support/bot-run.ts';
import { freshStore } from '../support/engine.ts';
import { createHands, type Hands } from '../support/hands.ts';
import { type SlowTable, slowTable } from '../support/slow-table.ts';

/** Slack waits three seconds; a request is given up after 2.3, and a busy machine is slow to say so. */
const IN_TIME_MS = 2900;
const MEMBER = { workspaceId: TEAM.id, memberId: ANA.id };
const WRITES = /^(Put|Update|Transact)/;

let table: SlowTable;
let store: Store;
let slack: SlackStandIn;
let hands: Hands;
let logged: LogLine[];

beforeEach(async () => {
  logged = [];
  table = await slowTable();
  store = await freshStore({ now: Date.now });
  await writeFirstUse(store, MEMBER, 'met', { ...FIRST_SETTINGS, zone: ANA.zone });
  slack = await startSlack({
    createHandler: ({ botToken, keepClock: _, ...app }) => {
      const installs = { kind: 'one', botToken } as const;
      const connection = { ...app, installs, table: store.table, dynamodbEndpoint: table.endpoint };
      return connectBot(connection, {
        fetch: app.fetch,
        now: app.now,
        log: (line) => void logged.push(line),
        enqueue: async () => undefined,
      });
    },
    responseUrlBase: 'http://127.0.0.1:1/response/',
  });
  hands = createHands(slack);
});
afterEach(async () => {
  await table.stop();
  await slack.stop();
});

async function track(text: string): Promise<string> {
  await slack.send(ANA, GENERAL.id, `/track ${text}`);
  return hands.lastText();
}

/** Does it, and proves that Slack had its answer while it still listened. */
async function inTime<Result>(work: () => Promise<Result>): Promise<Result> {
  const started = performance.now();
  const result = await work();
  expect(performance.now() - started).toBeLessThan(IN_TIME_MS);
  expect(slack.snapshot(ANA).notices).toEqual([]);
  return result;
}

const minutes = async () => {
  const { entries } = await readEntries(store, MEMBER, { since: '2020-01-01', until: '2099-12-31' });
  return entries.map(({ seconds }) => (seconds ?? 0) / 60);
};

const NOTHING_KEPT =
  'Stint’s table does not answer, so nothing was kept. It is safe to try again in a moment.';
const UNKNOWN = 'Stint’s table did not answer in time, so it is not known whether this was kept.';

describe('a table that never answers', () => {
  it('keeps nothing of a line, and whoever typed it is told so in time', async () => {
    table.be('silent');
    expect(await inTime(() => track('45m #writing'))).toBe(NOTHING_KEPT);
    table.be('well');
    expect(await minutes()).toEqual([]);
    expect(logged).toContainEqual(
      expect.objectContaining({
        event: 'listener failed',
        operation: 'Query',
        table: store.table,
        cure: expect.stringContaining('did not answer in time'),
      }),
    );
  });

  it('is said to be unknown of where it falls silent at the write, with how to find out', async () => {
    table.be('lost', WRITES);
    const said = await inTime(() => track('45m #writing'));
    expect(said).toContain(`${UNKNOWN} Please look first, with \`/track today\``);
    table.be('well');
    expect(await minutes()).toEqual([45]);
  });

  it('leaves a form open, which may be submitted again and counts once', async () => {
    await track('');
    table.be('lost', WRITES);
    const errors = await inTime(() => hands.submit({ time: '30m' }));
    expect(Object.values(errors)).toEqual([`${UNKNOWN} It is safe to submit it again: it counts once.`]);
    table.be('well');
    expect(await hands.submit({ time: '30m' })).toEqual({});
    expect(await minutes()).toEqual([30]);
  });

  it('may be pressed for again, which counts once', async () => {
    await track('20m #docs');
    const [{ ts = '' } = {}] = slack.snapshot(ANA).messages.slice(-1);
    table.be('lost', WRITES);
    await inTime(() => hands.pressIn(ts, 'Undo'));
    expect(hands.lastText()).toBe(`${UNKNOWN} It is safe to press again: it counts once.`);
    table.be('well');
    await hands.pressIn(ts, 'Undo');
    expect(await minutes()).toEqual([]);
  });

  it('is not waited for beyond the time of a press, whatever it is', async () => {
    await track('20m #docs');
    table.be('silent');
    await inTime(() => hands.press('Undo'));
    expect(hands.lastText()).toBe(NOTHING_KEPT);
  });
});

describe('a table that answers slowly', () => {
  it('still keeps what it is told in time', async () => {
    table.be({ milliseconds: 500 });
    expect(await inTime(() => track('45m #writing'))).toContain('*45m*');
    expect(await minutes()).toEqual([45]);
  });

  it('has one answer that hangs made good by another try', async () => {
    table.be('silent', /^Query$/);
    const answer = inTime(() => track('45m #writing'));
    while (!table.asked().includes('Query')) await new Promise((resolve) => setTimeout(resolve, 10));
    table.be('well');
    expect(await answer).toContain('*45m*');
  });

  it('is given up where many answers together take too long', async () => {
    await track('45m #writing');
    await track('undo');
    table.be({ milliseconds: 650 });
    const said = await inTime(() => track('redo'));
    expect(said).toMatch(/^Stint’s table (does not answer|did not answer in time), so /);
  });
});
