import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { COMPILE_CACHE } from '../support/compile-cache.ts';
import { outputOf } from '../support/process-output.ts';

const MAIN = fileURLToPath(new URL('../../playground/main.ts', import.meta.url));

let dataDir: string;
const children = new Set<ChildProcess>();
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'stint-main-'));
});
afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  children.clear();
  await rm(dataDir, { recursive: true });
});

type Started = {
  readonly url: string;
  readonly said: () => string;
  readonly stop: (...signals: readonly NodeJS.Signals[]) => Promise<unknown>;
};

async function start(): Promise<Started> {
  const { DYNAMODB_ENDPOINT: _none, ...env } = process.env;
  const child = spawn(process.execPath, [MAIN], {
    env: { ...env, ...COMPILE_CACHE, PORT: '0', STINT_DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  const { said, until, ended } = outputOf(child);
  return {
    url: await until(/http:\S+/),
    said,
    stop(...signals) {
      for (const signal of signals) child.kill(signal);
      return ended;
    },
  };
}

test('it prints one address, serves the page there, ends cleanly with all it started, and keeps what was logged', async () => {
  const first = await start();
  const page = await fetch(first.url);
  expect([page.status, await page.text()]).toEqual([
    200,
    expect.stringContaining('<title>Stint playground</title>'),
  ]);
  await send(first.url, '/track 45m #writing');
  // Ctrl-C may arrive more than once: from the terminal, and from each process above that passes it on.
  const code = await first.stop('SIGINT', 'SIGINT', 'SIGINT');
  expect([code, first.said()]).toEqual([0, `Stint is ready to try: ${first.url}\n`]);
  // The engine's note is taken away last of all.
  const left = await readdir(join(dataDir, 'playground'));
  expect([left.includes('stint.db'), left.includes('engine.json')]).toEqual([true, false]);

  const second = await start();
  await send(second.url, '/track today');
  expect(await shown(second.url)).toMatch(/Logged \*45m\*[\s\S]*45m\*? · #writing/);
  expect(await second.stop('SIGTERM')).toBe(0);
}, 120_000);

test('it starts its engine anew when that ends, and keeps what was logged', async () => {
  const { url, said, stop } = await start();
  await send(url, '/track 45m #writing');
  const pid = await enginePid();
  process.kill(pid, 'SIGKILL');
  await expect.poll(enginePid, { timeout: 60_000 }).not.toBe(pid);
  await expect.poll(said, { timeout: 60_000 }).toContain('"event":"engine started again"');
  await send(url, '/track today');
  expect(await shown(url)).toMatch(/Logged \*45m\*[\s\S]*45m\*? · #writing/);
  expect(await stop('SIGTERM')).toBe(0);
}, 120_000);

test('a second workspace installs the app as an admin would, and both answer after another start', async () => {
  const first = await start();
  await send(first.url, '/track 45m #shop', HARBOUR);
  expect(await shown(first.url, HARBOUR)).toContain('is not a valid command');
  expect(await install(first.url)).toContain('Stint is in Harbour Books');
  await send(first.url, '/track 45m #shop', HARBOUR);
  expect(await shown(first.url, HARBOUR)).toContain('Logged *45m*');
  expect(first.said()).toContain('"event":"app installed"');
  await first.stop('SIGTERM');

  const second = await start();
  await send(second.url, '/track list', HARBOUR);
  await send(second.url, '/track list');
  expect(await shown(second.url, HARBOUR)).toMatch(/Entries from [\s\S]*45m/);
  expect(await shown(second.url)).not.toContain('#shop');
  await post(second.url, 'api/uninstall', { memberId: ANA.memberId });
  await expect.poll(second.said, { timeout: 60_000 }).toContain('"event":"app removed"');
  await second.stop('SIGTERM');

  const third = await start();
  await send(third.url, '/track list');
  expect(await shown(third.url)).toContain('is not a valid command');
  await third.stop('SIGTERM');
}, 120_000);

const ANA = { memberId: 'U0ANA00001', conversationId: 'C000000001' };
const HARBOUR = { memberId: 'U0DORA0002', conversationId: 'C000000021' };

/** The steps of a browser: the app's page, Slack's consent in the second workspace, and back. */
async function install(url: string): Promise<string> {
  const begun = await fetch(`${url}install`);
  const cookie = begun.headers.get('set-cookie')?.split(';')[0] ?? '';
  const consent = new URL(/href="([^"]+)"/.exec(await begun.text())?.[1]?.replaceAll('&#38;', '&') ?? '');
  consent.searchParams.set('team', 'T000000002');
  const allowed = await fetch(`${url}oauth/v2/authorize`, {
    method: 'POST',
    body: consent.searchParams,
    redirect: 'manual',
  });
  return (await fetch(allowed.headers.get('location') ?? '', { headers: { cookie } })).text();
}

/** The process that the engine runs in; 0 while there is none. */
async function enginePid(): Promise<number> {
  const note = await readFile(join(dataDir, 'playground', 'engine.json'), 'utf8').catch(() => '{"pid":0}');
  return Number(/"pid":(\d+)/.exec(note)?.[1] ?? 0);
}

/** What a member sees, Ana unless told. */
async function shown(url: string, { memberId } = ANA): Promise<string | undefined> {
  const seen = await fetch(`${url}state?member=${memberId}`);
  return (await seen.body?.pipeThrough(new TextDecoderStream()).getReader().read())?.value;
}

function send(url: string, text: string, from = ANA): Promise<Response> {
  return post(url, 'api/send', { ...from, text });
}

function post(url: string, path: string, body: object): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  return fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
}
