import { afterEach, describe, expect, it } from 'vitest';
import { SIGNING_SECRET } from '../../playground/slack/slack.ts';
import type { Bot } from '../../src/bot/create-bot.ts';
import type { LogLine } from '../../src/bot/effects.ts';
import { connectBot } from '../../src/entry-points/connect.ts';
import { keepSockets, type Sockets } from '../../src/entry-points/keep-sockets.ts';
import { takeEnvelopes } from '../../src/entry-points/take-envelope.ts';
import type { Member } from '../../src/member.ts';
import { readEntries } from '../../src/store/read-entries.ts';
import type { Store } from '../../src/store/store.ts';
import { type BotRun, runBot } from '../support/bot-run.ts';
import { engineEndpoint, freshStore } from '../support/engine.ts';
import { commandEnvelope, eventEnvelope, interactiveEnvelope } from '../support/envelopes.ts';
import { type OverSocket, overSocket } from '../support/over-socket.ts';
import { SECRET } from '../support/slack-requests.ts';
import { APP_TOKEN, type Refusal, type SocketSlack, startSocketSlack } from '../support/socket-slack.ts';

const NOW = Date.UTC(2026, 8, 16, 16, 5);
const ANA: Member = { workspaceId: 'T000000001', memberId: 'U0ANA00001' };

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

type Run = {
  readonly slack: SocketSlack;
  readonly sockets: Sockets;
  readonly store: Store;
  readonly clock: { now: number };
  readonly logged: readonly LogLine[];
  /** How long each try to connect waited for. */
  readonly pauses: readonly number[];
};

type Options = {
  /** Comes before the bot, to hold its answers back. */
  readonly before?: (text: string) => Promise<unknown>;
  readonly appToken?: string;
  readonly refusals?: readonly Refusal[];
};

/** The bot on the engine, connected by real sockets. */
async function connect({ before, appToken = APP_TOKEN, refusals = [] }: Options = {}): Promise<Run> {
  const [slack, store, dynamodbEndpoint] = await Promise.all([
    startSocketSlack(),
    freshStore(),
    engineEndpoint(),
  ]);
  slack.refusals.push(...refusals);
  const clock = { now: NOW };
  const logged: LogLine[] = [];
  const pauses: number[] = [];
  const log = (line: LogLine) => void logged.push(line);
  const effects = { now: () => clock.now, fetch, log, enqueue: async () => undefined };
  const connection = {
    signingSecret: SECRET,
    installs: { kind: 'one', botToken: 'xoxb-test-token-of-nobody' },
    slackApiUrl: slack.apiUrl,
  } as const;
  const real = connectBot({ ...connection, table: store.table, dynamodbEndpoint }, effects);
  const bot: Bot = async (event) => {
    await before?.(new URLSearchParams(event.body).get('text') ?? '');
    return real(event);
  };
  const sockets = keepSockets({
    appToken,
    slackApiUrl: slack.apiUrl,
    log,
    take: takeEnvelopes({ bot, signingSecret: SECRET, ...effects }),
    pause: async (milliseconds) => pauses.push(milliseconds),
  });
  stops.push(slack.stop, sockets.stop);
  return { slack, sockets, store, clock, logged, pauses };
}

const entriesOf = async (store: Store) =>
  (await readEntries(store, ANA, { since: '2026-01-01', until: '2027-12-31' })).entries;

/** Holds back whoever says `word` until it is let go; `reached` settles once they are there. */
function gate(word: string) {
  const reached = Promise.withResolvers<void>();
  const open = Promise.withResolvers<void>();
  const before = async (text: string) => {
    if (!text.includes(word)) return;
    reached.resolve();
    await open.promise;
  };
  return { before, reached: reached.promise, open: open.resolve };
}

describe('Socket Mode', () => {
  it('answers a command in its acknowledgement, as of when it came', async () => {
    const { slack, store } = await connect();
    const end = await slack.opened(0);
    const { payload } = await end.send(commandEnvelope('45m café ☕ #writing'));
    expect(payload).toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringContaining('Logged *45m* · today, Wed 16 Sep'),
      blocks: expect.any(Array),
    });
    expect(await entriesOf(store)).toMatchObject([{ seconds: 2700, note: 'café ☕', date: '2026-09-16' }]);
  });

  it('acknowledges an event without content, and hands on which delivery it is', async () => {
    const { slack } = await connect();
    const end = await slack.opened(0);
    const event = { type: 'app_home_opened', user: 'U0ANA00001', channel: 'D1', tab: 'home' };
    const retry = { retry_attempt: 1, retry_reason: 'timeout' };
    expect((await end.send(eventEnvelope(event, retry))).payload).toEqual({});
    expect(slack.calls).toContain('views.publish');
  });

  it('does not acknowledge what an HTTP request would be refused with, so that Slack says so', async () => {
    const { slack, logged } = await connect();
    const end = await slack.opened(0);
    const huge = end.send(commandEnvelope('x'.repeat(300_000)));
    const fine = end.send(commandEnvelope('45m'));
    expect(await Promise.race([huge, fine])).toMatchObject({
      payload: { text: expect.stringContaining('Logged') },
    });
    expect(logged).toContainEqual({ level: 'warn', event: 'request refused', status: 413, reason: 'size' });
  });

  it('leaves out what it cannot read, and goes on', async () => {
    const { slack, sockets, logged } = await connect();
    const end = await slack.opened(0);
    const strange = [
      'not JSON',
      '[]',
      '{"type":"events_api","envelope_id":"1","payload":{}}',
      '{"type":"slash_commands","payload":{}}',
      '{"type":"carrier_pigeon","envelope_id":"1","payload":{}}',
      '{"type":"error"}',
    ];
    for (const words of strange) end.say(words);
    expect((await end.send(commandEnvelope('45m'))).payload).toMatchObject({ response_type: 'ephemeral' });
    expect(logged.filter(({ event }) => event === 'socket message left out')).toHaveLength(strange.length);
    expect(sockets.count()).toBeGreaterThan(0);
  });

  it('keeps one entry of an envelope that comes again, by both connections at once and over midnight', async () => {
    const { slack, store, clock } = await connect();
    const [one, other] = [await slack.opened(0), await slack.opened(1)];
    const envelope = commandEnvelope('45m #once');
    clock.now = Date.UTC(2026, 8, 16, 21, 59, 59);
    const first = one.send(envelope);
    const second = other.send(envelope);
    const answers = [await first, await second];
    expect(answers.map(({ by }) => by)).toEqual([0, 1]);
    // Midnight in Madrid: the day of the first is the day of all.
    clock.now += 60_000;
    answers.push(await other.send(envelope));
    const texts = answers.map(({ payload }) => JSON.stringify(payload));
    expect(texts.every((text) => text.includes('Logged *45m*'))).toBe(true);
    expect(await entriesOf(store)).toMatchObject([{ date: '2026-09-16', tags: ['once'] }]);
  });

  it('answers others while one is slow', async () => {
    const slow = gate('slow');
    const { slack } = await connect({ before: slow.before });
    const end = await slack.opened(0);
    const late = end.send(commandEnvelope('45m #slow'));
    await slow.reached;
    expect((await end.send(commandEnvelope('30m #quick'))).payload).toMatchObject({
      text: expect.stringContaining('#quick'),
    });
    slow.open();
    expect((await late).payload).toMatchObject({ text: expect.stringContaining('#slow') });
  });
});

describe('a connection that ends', () => {
  it('answers a command that was under way by its response URL, and keeps it once', async () => {
    const cut = gate('cut');
    const { slack, store, logged } = await connect({ before: cut.before });
    const end = await slack.opened(0);
    void end.send(commandEnvelope('45m #cut', slack.responseUrl));
    await cut.reached;
    end.drop();
    // Its replacement stands before the answer is ready.
    await slack.opened(2);
    cut.open();
    expect(await slack.posted(1)).toMatchObject([
      { response_type: 'ephemeral', text: expect.stringContaining('Logged *45m*') },
    ]);
    expect(await entriesOf(store)).toMatchObject([{ tags: ['cut'] }]);
    await expect
      .poll(() => logged)
      .toContainEqual({
        level: 'warn',
        event: 'acknowledgement lost',
        kind: 'slash_commands',
        answered: true,
      });
  });

  it.each(['warning', 'refresh_requested'])(
    'is replaced before it is closed (%s), with what it took',
    async (reason) => {
      const held = gate('held');
      const { slack, sockets } = await connect({ before: held.before });
      const [first] = [await slack.opened(0), await slack.opened(1)];
      const late = first.send(commandEnvelope('45m #held'));
      await held.reached;
      first.say(JSON.stringify({ type: 'disconnect', reason }));
      const next = await slack.opened(2);
      expect(slack.ends().map(({ number }) => number)).toEqual([0, 1, 2]);
      held.open();
      expect(await late).toMatchObject({ by: 0, payload: { text: expect.stringContaining('#held') } });
      await first.closed;
      expect((await next.send(commandEnvelope('5m'))).payload).toMatchObject({ response_type: 'ephemeral' });
      await expect.poll(() => sockets.count()).toBe(2);
    },
  );

  it('does not spin where each one ends at once', async () => {
    const { slack, pauses } = await connect();
    for (let number = 0; number < 6; number += 1) (await slack.opened(number)).drop();
    await slack.opened(7);
    expect(pauses.length).toBeGreaterThanOrEqual(6);
    expect(Math.max(...pauses)).toBeGreaterThan(500);
  });
});

describe('a connection that cannot be opened', () => {
  it('is tried again, later each time, and as late as Slack asks', async () => {
    const trouble = { status: 200, body: { ok: false, error: 'internal_error' } };
    const limited = {
      status: 429,
      headers: { 'retry-after': '40' },
      body: { ok: false, error: 'ratelimited' },
    };
    const broken = { status: 503, body: { ok: false } };
    const { slack, sockets, logged, pauses } = await connect({
      refusals: [trouble, trouble, broken, broken, limited, limited],
    });
    await sockets.ready;
    expect((await (await slack.opened(0)).send(commandEnvelope('5m'))).payload).toMatchObject({
      text: expect.stringContaining('Logged'),
    });
    const problems = logged
      .filter(({ event }) => event === 'socket not opened')
      .map(({ problem }) => problem);
    expect(problems.slice(0, 2)).toEqual(['internal_error', 'internal_error']);
    expect(problems).toHaveLength(6);
    expect(pauses.filter((pause) => pause >= 40_000)).toHaveLength(2);
    expect(JSON.stringify(logged)).not.toContain(APP_TOKEN);
  });

  it('is given up where Slack refuses the token', async () => {
    const { sockets } = await connect({ appToken: 'xapp-of-another-app' });
    expect(await sockets.lost).toBe('invalid_auth');
    expect(sockets.count()).toBe(0);
  });

  it('is not given up for a refusal while another one serves', async () => {
    const { slack, sockets } = await connect();
    const [first, second] = [await slack.opened(0), await slack.opened(1)];
    slack.refusals.push({ status: 200, body: { ok: false, error: 'team_added_to_org' } });
    first.drop();
    await slack.opened(2);
    expect((await second.send(commandEnvelope('5m'))).payload).toMatchObject({ response_type: 'ephemeral' });
    await expect.poll(() => sockets.count()).toBe(2);
  });
});

describe('when it is stopped', () => {
  it('answers what it took, on the connection that brought it, and then closes', async () => {
    const last = gate('last');
    const { slack, sockets } = await connect({ before: last.before });
    const end = await slack.opened(0);
    const late = end.send(commandEnvelope('45m #last'));
    await last.reached;
    const stopped = sockets.stop();
    last.open();
    expect(await late).toMatchObject({ by: 0, payload: { text: expect.stringContaining('#last') } });
    await stopped;
    await end.closed;
    expect(slack.ends()).toEqual([]);
  });
});

describe('a member whose Slack reaches the bot by a socket', () => {
  it('logs, presses, fills forms, searches and opens Home as by HTTP', async () => {
    let carried: Promise<OverSocket> | undefined;
    const run: BotRun = await runBot({
      carry: (bot, effects) => {
        carried = overSocket({ bot, signingSecret: SIGNING_SECRET, ...effects });
        return async (event) => (await carried)?.send(event) ?? { statusCode: 500, body: '' };
      },
    });
    stops.push(run.stop, async () => (await carried)?.stop());

    expect(await run.track('45m #writing')).toContain('Logged *45m*');
    expect(await run.press('Undo')).toContain('Undone');
    await run.track('task new Write the guide');
    await run.track('');
    expect(Object.keys(await run.submit({ time: 'soon' }))).toEqual(['time']);
    expect(await run.options('task', 'guide')).toEqual([expect.stringContaining('Write the guide')]);
    expect(await run.submit({ time: '30m', tags: 'form' })).toEqual({});
    expect(run.form()).toBeUndefined();
    expect(await run.openHome()).toContain('#form');
    expect(run.problems()).toEqual([]);
  });
});

it('takes presses of nobody’s buttons for what they are', async () => {
  const { slack } = await connect();
  const end = await slack.opened(0);
  const press = interactiveEnvelope({
    type: 'block_actions',
    response_url: slack.responseUrl,
    container: { type: 'message', message_ts: '1.1' },
    actions: [{ type: 'button', action_id: 'nobody-knows', block_id: 'b', value: 'x' }],
  });
  expect((await end.send(press)).payload).toEqual({});
});
