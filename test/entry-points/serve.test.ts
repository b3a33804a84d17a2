import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { startEngine } from '../../src/entry-points/embedded-engine.ts';
import { FIRST_SETTINGS } from '../../src/member.ts';
import { BUCKET_MS } from '../../src/schedule.ts';
import { createClient } from '../../src/store/client.ts';
import { ensureTable } from '../../src/store/ensure-table.ts';
import { logEntries } from '../../src/store/log-entries.ts';
import { writeFirstUse } from '../../src/store/prefs.ts';
import { createStore } from '../../src/store/store.ts';
import { addDays, wallTimeOf, weekdayOf } from '../../src/time.ts';
import { COMPILE_CACHE } from '../support/compile-cache.ts';
import { commandEnvelope } from '../support/envelopes.ts';
import { content } from '../support/samples.ts';
import { type SlackApiStub, startSlackApi } from '../support/slack-api-stub.ts';
import { commandBody, SECRET, urlEvent } from '../support/slack-requests.ts';
import { APP_TOKEN, type SocketSlack, startSocketSlack } from '../support/socket-slack.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A start takes a second, and many times that on a busy machine. */
const LONGEST_MS = 120_000;

let folder: string;
let slackApi: SlackApiStub;
const running = new Set<ChildProcess>();
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serve-'));
  slackApi = await startSlackApi(new Map([['U0ANA00001', 'Europe/Madrid']]));
});
afterEach(async () => {
  // Only what a failing test left behind is still here.
  for (const child of running) child.kill('SIGTERM');
  await slackApi.stop();
  await rm(folder, { recursive: true, force: true });
});

type Server = {
  /** Not a number when it ended before it listened. */
  readonly port: number;
  readonly log: () => string;
  /** Its exit code, once it has ended. */
  readonly exited: Promise<number | null>;
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
};

const OWN_NODE = [process.execPath, 'src/entry-points/serve.ts'];

/** Starts the server and waits until it listens or has ended. npm takes long to start, so only one test goes through it. */
async function serve(env: Readonly<Record<string, string>> = {}, command = OWN_NODE): Promise<Server> {
  const started = startServer(env, command);
  await Promise.race([started.listening, started.exited]);
  return { ...started, port: Number(/"listening","port":(\d+)/.exec(started.log())?.[1] ?? Number.NaN) };
}

function startServer(env: Readonly<Record<string, string>> = {}, command = OWN_NODE) {
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    cwd: root,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_BOT_TOKEN: 'xoxb-test-token-of-nobody',
      SLACK_API_URL: slackApi.url,
      STINT_DATA_DIR: folder,
      PORT: '0',
      ...COMPILE_CACHE,
      ...env,
    },
  });
  running.add(child);
  let log = '';
  const listening = Promise.withResolvers<void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      log += chunk;
      if (log.includes('"listening"')) listening.resolve();
    });
  }
  // 'close' comes after the last output, 'exit' may come before it.
  const exited = once(child, 'close').then(([code]) => {
    running.delete(child);
    return typeof code === 'number' ? code : null;
  });
  return {
    listening: listening.promise,
    log: () => log,
    exited,
    end(signal: NodeJS.Signals) {
      child.kill(signal);
      return exited;
    },
  };
}

/** Posts a signed command; gives back status and text. */
async function track(port: number, text: string, trigger: string) {
  const { headers, body } = urlEvent(commandBody(text, { trigger_id: trigger }), Date.now());
  const response = await fetch(`http://127.0.0.1:${port}/slack/events`, {
    method: 'POST',
    headers: Object(headers),
    body: body ?? '',
  });
  return { status: response.status, text: await response.text() };
}

/** Sends one command again until it is kept, as somebody at Slack would. */
async function trackUntilKept(port: number, text: string, trigger: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await track(port, text, trigger);
    if (answer.text.includes('Logged')) return;
    await wait(100);
  }
  throw new Error(`"${text}" was not kept`);
}

/** The process that the folder's engine runs in. */
async function enginePid(): Promise<number> {
  return z
    .object({ pid: z.int().check(z.positive()) })
    .parse(JSON.parse(await readFile(join(folder, 'engine.json'), 'utf8'))).pid;
}

function isFree(port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect(port, '127.0.0.1');
  socket.once('connect', () => {
    socket.destroy();
    resolve(false);
  });
  socket.once('error', () => resolve(true));
  return promise;
}

describe('npm run serve', { timeout: LONGEST_MS }, () => {
  it('answers signed requests and the health check, and keeps its data over a restart', async () => {
    const dataDir = join(folder, 'data');
    const first = await serve({ STINT_DATA_DIR: dataDir }, ['npm', 'run', '--silent', 'serve']);
    // What people log is nobody else's on this machine.
    expect((await stat(dataDir)).mode & 0o077).toBe(0);
    expect((await fetch(`http://127.0.0.1:${first.port}/healthz`)).status).toBe(200);
    const link = await fetch(`http://127.0.0.1:${first.port}/download/not-made-here`);
    expect([link.status, link.headers.get('cache-control')]).toEqual([404, 'no-store']);
    expect(await link.text()).toContain('This link has been used');
    expect(await track(first.port, '45m café #writing', 'serve.1')).toMatchObject({
      status: 200,
      text: expect.stringContaining('Logged *45m*'),
    });
    expect(await first.end('SIGTERM')).toBe(0);
    expect(await isFree(first.port)).toBe(true);

    const second = await serve({ STINT_DATA_DIR: dataDir });
    expect((await track(second.port, 'today', 'serve.2')).text).toContain('café');
    expect(await second.end('SIGINT')).toBe(0);
  });

  it('takes over the engine of a server that was killed, with all it kept', async () => {
    const first = await serve();
    await track(first.port, '45m #writing', 'killed.1');
    await first.end('SIGKILL');
    const second = await serve();
    expect((await track(second.port, 'today', 'killed.2')).text).toContain('#writing');
    expect(await second.end('SIGTERM')).toBe(0);
  });

  it('finishes a request that is under way when it is asked to stop', async () => {
    const slow = await startSlackApi(new Map([['U0ANA00001', 'Europe/Madrid']]), 500);
    const server = await serve({ SLACK_API_URL: slow.url });
    const answer = track(server.port, '45m', 'last.1');
    await slow.asked;
    const code = server.end('SIGTERM');
    expect(await answer).toMatchObject({ status: 200, text: expect.stringContaining('Logged *45m*') });
    expect(await code).toBe(0);
    await slow.stop();
  });

  it('refuses what is not signed and every other path, but not Slack’s certificate check', async () => {
    const server = await serve();
    const post = (path: string, body: string) =>
      fetch(`http://127.0.0.1:${server.port}${path}`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json' },
      });
    expect((await post('/slack/events', '{}')).status).toBe(401);
    expect((await post('/', '{}')).status).toBe(404);
    expect((await post('//', '{}')).status).toBe(404);
    expect((await post('/slack/events', 'x'.repeat(300_000))).status).toBe(413);
    expect((await fetch(`http://127.0.0.1:${server.port}/slack/events`)).status).toBe(405);
    const certificateCheck = await fetch(`http://127.0.0.1:${server.port}/slack/events`, {
      method: 'POST',
      body: new URLSearchParams({ ssl_check: '1', token: 'x' }),
    });
    expect(certificateCheck.status).toBe(200);
    const broken = connect(server.port, '127.0.0.1');
    broken.write('POST /slack/events HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nhalf');
    await wait(100);
    broken.resetAndDestroy();
    await expect.poll(() => server.log()).toContain('"status":400,"reason":"broken off"');
    await server.end('SIGTERM');
    expect(server.log()).toContain('"level":"warn","event":"request refused","status":413');
    expect(server.log()).not.toContain('"level":"error"');

    expect(server.log()).toContain('"level":"info","event":"request answered by the guard","status":200');
    expect(server.log()).not.toMatch(/"request refused","status":200|"request failed"/);
  });

  it('names every missing or wrong setting in one message', async () => {
    const server = await serve({ SLACK_SIGNING_SECRET: '', SLACK_BOT_TOKEN: 'xapp-1', PORT: 'many' });
    expect(await server.exited).toBe(1);
    expect(server.log()).toContain('SLACK_SIGNING_SECRET: missing');
    expect(server.log()).toContain('SLACK_BOT_TOKEN: must be the whole token, which starts with xoxb-');
    expect(server.log()).toContain('PORT: must be a port number');
  });

  it('says so when its port is taken', async () => {
    const holder = createServer().listen(0);
    await once(holder, 'listening');
    const address = holder.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const server = await serve({ PORT: String(port) });
    holder.close();
    expect(await server.exited).toBe(1);
    expect(server.log()).toContain(`Port ${port} is in use. Set PORT to another one.`);
  });
});

describe('a server that is asked to stop before it listens', { timeout: LONGEST_MS }, () => {
  it('ends, with its engine', async () => {
    const starting = startServer();
    await expect
      .poll(() => existsSync(join(folder, 'engine.json')), { interval: 5, timeout: LONGEST_MS })
      .toBe(true);
    expect(await starting.end('SIGTERM')).toBe(0);
    expect(existsSync(join(folder, 'engine.json'))).toBe(false);
  });

  it('waits for no table that does not answer', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const address = silent.address();
    const asked = once(silent, 'connection');
    const starting = startServer({
      DYNAMODB_ENDPOINT: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    });
    const [socket] = await asked;
    expect(await starting.end('SIGTERM')).toBe(0);
    expect(starting.log()).toContain('stopped before it listened');
    socket.destroy();
    silent.close();
  });
});

describe('what is due', { timeout: LONGEST_MS }, () => {
  it('is sent by the server itself, once, and not again after a restart', async () => {
    const due = Math.floor(Date.now() / BUCKET_MS) * BUCKET_MS;
    await seedDigest(due);
    const digests = () => slackApi.requests().filter(({ path }) => path === 'chat.postMessage');
    const first = await serve();
    await expect.poll(() => digests().length, { timeout: LONGEST_MS }).toBe(1);
    await expect.poll(() => first.log(), { timeout: LONGEST_MS }).toContain('"outcome":"sent"');
    expect(await first.end('SIGTERM')).toBe(0);
    const second = await serve();
    expect((await track(second.port, 'today', 'due.1')).status).toBe(200);
    expect(await second.end('SIGTERM')).toBe(0);
    expect(digests()).toHaveLength(1);
    expect(new URLSearchParams(digests()[0]?.body).get('channel')).toBe('U0ANA00001');
  });
});

/** A member with an entry on each day of late, whose weekly digest is due at `due`, in the folder's table. */
async function seedDigest(due: number): Promise<void> {
  const engine = await startEngine({ dataDir: folder });
  const client = createClient({ endpoint: engine.endpoint, timeout: 10_000 });
  await ensureTable(client, 'stint');
  const now = () => due - 3_600_000;
  const store = createStore({
    client,
    table: 'stint',
    now,
    random: Math.random,
    pause: async () => undefined,
  });
  const { date, hour, minute } = wallTimeOf(due, 'UTC');
  const time = [hour, minute].map((part) => String(part).padStart(2, '0')).join(':');
  const digest = { weekday: weekdayOf(date), time };
  const member = { workspaceId: 'T000000001', memberId: 'U0ANA00001' };
  await writeFirstUse(store, member, 'first', { ...FIRST_SETTINGS, zone: 'UTC', digest });
  // Whichever week is told on this weekday, something was logged in it.
  const days = Array.from({ length: 8 }, (_, back) => content({ date: addDays(date, -back), zone: 'UTC' }));
  await logEntries(store, member, 'log', days);
  client.destroy();
  await engine.stop();
}

describe('a data folder that can’t be used', { timeout: LONGEST_MS }, () => {
  it.each([
    [
      'is where nothing can be made',
      '/proc/stint',
      /^The data folder \/proc\/stint can’t be used \(E\w+\): set/,
    ],
    ['is a file', 'file', /^The data folder .+ can’t be used \(EEXIST\): set STINT_DATA_DIR to a folder/],
    ['holds a damaged table', '.', /^The table engine did not start: .*not a valid SQLite database/],
  ])('is told in a sentence when it %s', async (_, name, words) => {
    await writeFile(join(folder, 'file'), '');
    await writeFile(join(folder, 'stint.db'), 'damaged '.repeat(1000));
    const server = await serve({ STINT_DATA_DIR: resolve(folder, name) });
    expect(await server.exited).toBe(1);
    expect(server.log()).toMatch(words);
    expect(server.log()).not.toContain('    at ');
  });
});

describe('a server whose engine ended', { timeout: LONGEST_MS }, () => {
  it('starts it again with all it kept', async () => {
    const server = await serve();
    await track(server.port, '45m #before', 'lost.1');
    const killed = await enginePid();
    process.kill(killed, 'SIGKILL');
    await trackUntilKept(server.port, '30m #after', 'lost.2');
    const { text } = await track(server.port, 'today', 'lost.3');
    expect(text).toContain('#before');
    expect(text).toContain('#after');
    expect((await fetch(`http://127.0.0.1:${server.port}/healthz`)).status).toBe(200);
    expect(await enginePid()).not.toBe(killed);
    expect(await server.end('SIGTERM')).toBe(0);
  });

  it('goes on when the server that had started the engine is stopped, and so do all others', async () => {
    const first = await serve();
    const [second, third] = await Promise.all([serve(), serve()]);
    await track(first.port, '45m #first', 'two.1');
    expect(await first.end('SIGTERM')).toBe(0);
    await Promise.all([
      trackUntilKept(second.port, '30m #second', 'two.2'),
      trackUntilKept(third.port, '15m #third', 'two.3'),
    ]);
    for (const { port } of [second, third]) {
      const { text } = await track(port, 'today', `two.${port}`);
      for (const tag of ['#first', '#second', '#third']) expect(text).toContain(tag);
    }
    expect(await second.end('SIGTERM')).toBe(0);
    await trackUntilKept(third.port, '5m', 'two.4');
    expect(await third.end('SIGTERM')).toBe(0);
  });

  it('ends with an error when it cannot be started again, so that a supervisor takes over', async () => {
    const server = await serve();
    const pid = await enginePid();
    await rm(folder, { recursive: true });
    await writeFile(folder, 'in the way');
    process.kill(pid, 'SIGKILL');
    expect(await server.exited).toBe(1);
    expect(server.log()).toMatch(/"level":"error","event":"engine lost","problem":"[^"]+"/);
    expect(server.log()).not.toContain('    at ');
  });
});

describe('npm run serve by Socket Mode', { timeout: LONGEST_MS }, () => {
  let slack: SocketSlack;
  beforeEach(async () => {
    slack = await startSocketSlack();
  });
  afterEach(() => slack.stop());

  const start = (appToken = APP_TOKEN) => serve({ SLACK_API_URL: slack.apiUrl, SLACK_APP_TOKEN: appToken });
  const health = (port: number) => fetch(`http://127.0.0.1:${port}/healthz`);

  it('answers, is healthy once connected, and finishes what it took when it is asked to stop', async () => {
    const server = await start();
    const end = await slack.opened(0);
    expect((await end.send(commandEnvelope('45m #first'))).payload).toMatchObject({
      text: expect.stringContaining('Logged *45m*'),
    });
    expect((await health(server.port)).status).toBe(200);

    // The first word of somebody new waits for Slack's answer about their zone.
    slack.hold('users.info');
    const late = end.send(commandEnvelope('30m #last', undefined, { user_id: 'U0BEN00002' }));
    await slack.called('users.info', 2);
    const code = server.end('SIGTERM');
    await expect.poll(() => health(server.port).catch(() => undefined)).toBeUndefined();
    slack.release();
    expect((await late).payload).toMatchObject({ text: expect.stringContaining('Logged *30m*') });
    expect(await code).toBe(0);
    expect(slack.ends()).toEqual([]);
  });

  it('is not healthy while Slack cannot reach it, and goes on trying', async () => {
    for (let tries = 0; tries < 4; tries += 1)
      slack.refusals.push({ status: 200, body: { ok: false, error: 'internal_error' } });
    slack.hold('apps.connections.open');
    const server = await start();
    expect((await health(server.port)).status).toBe(503);
    slack.release();
    await slack.opened(0);
    await expect.poll(async () => (await health(server.port)).status).toBe(200);
    expect(await server.end('SIGTERM')).toBe(0);
  });

  it('ends with the cure where Slack refuses its token', async () => {
    const server = await start('xapp-of-another-app');
    expect(await server.exited).toBe(1);
    expect(server.log()).toContain('Slack refuses SLACK_APP_TOKEN (invalid_auth): make an App-Level Token');
    expect(server.log()).not.toContain('    at ');
  });
});
