import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type SlackApiStub, startSlackApi } from '../support/slack-api-stub.ts';
import { commandBody, SECRET, urlEvent } from '../support/slack-requests.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

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
  readonly port: number;
  readonly log: () => string;
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
};

/** Starts the server as `npm run serve` does, in a process group of its own, and waits until it listens. */
async function serve(
  env: Readonly<Record<string, string>> = {},
  command = ['npm', 'run', '--silent', 'serve'],
): Promise<Server> {
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
      ...env,
    },
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  let log = '';
  const exited = once(child, 'exit');
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (log += chunk));
  for (let tries = 0; tries < 200 && !log.includes('"listening"') && child.exitCode === null; tries += 1)
    await wait(50);
  const port = Number(/"listening","port":(\d+)/.exec(log)?.[1] ?? Number.NaN);
  return {
    port,
    log: () => log,
    async end(signal) {
      child.kill(signal);
      const [code] = await exited;
      return typeof code === 'number' ? code : null;
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

describe('npm run serve', () => {
  it('answers signed requests and the health check, and keeps its data over a restart', async () => {
    const first = await serve();
    expect((await fetch(`http://127.0.0.1:${first.port}/healthz`)).status).toBe(200);
    expect(await track(first.port, '45m café #writing', 'serve.1')).toMatchObject({
      status: 200,
      text: expect.stringContaining('Logged *45m*'),
    });
    expect(await first.end('SIGTERM')).toBe(0);
    expect(await isFree(first.port)).toBe(true);

    const second = await serve();
    expect((await track(second.port, 'today', 'serve.2')).text).toContain('café');
    expect(await second.end('SIGINT')).toBe(0);
  });

  it('takes over the engine of a server that was killed, with all it kept', async () => {
    const first = await serve({}, ['node', 'src/entry-points/serve.ts']);
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

  it('refuses what is not signed, and every other path', async () => {
    const server = await serve();
    const post = (path: string, body: string) =>
      fetch(`http://127.0.0.1:${server.port}${path}`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json' },
      });
    expect((await post('/slack/events', '{}')).status).toBe(401);
    expect((await post('/', '{}')).status).toBe(404);
    expect((await post('/slack/events', 'x'.repeat(300_000))).status).toBe(413);
    expect((await fetch(`http://127.0.0.1:${server.port}/slack/events`)).status).toBe(405);
    await server.end('SIGTERM');
  });

  it('names every missing or wrong setting in one message', async () => {
    const server = await serve({ SLACK_SIGNING_SECRET: '', SLACK_BOT_TOKEN: 'xapp-1', PORT: 'many' });
    expect(await server.end('SIGTERM')).toBe(1);
    expect(server.log()).toContain('SLACK_SIGNING_SECRET: missing');
    expect(server.log()).toContain('SLACK_BOT_TOKEN: must start with xoxb-');
    expect(server.log()).toContain('PORT: must be a port number');
  });

  it('says so when its port is taken', async () => {
    const first = await serve();
    const second = await serve({ PORT: String(first.port), STINT_DATA_DIR: join(folder, 'second') });
    expect(await second.end('SIGTERM')).toBe(1);
    expect(second.log()).toContain(`Port ${first.port} is in use. Set PORT to another one.`);
    await first.end('SIGTERM');
  });
});
