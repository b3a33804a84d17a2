import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

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
  readonly stop: (how: NodeJS.Signals) => Promise<unknown>;
};

async function start(): Promise<Started> {
  const { DYNAMODB_ENDPOINT: _none, ...env } = process.env;
  const child = spawn(process.execPath, [MAIN], {
    env: { ...env, PORT: '0', STINT_DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  await expect.poll(() => said, { timeout: 20_000 }).toMatch(/http:\S+/);
  const [url = ''] = /http:\S+/.exec(said) ?? [];
  return {
    url,
    said: () => said,
    async stop(how) {
      const ended = once(child, 'exit');
      child.kill(how);
      const [code] = await ended;
      return code;
    },
  };
}

test('it prints one address, serves the page there, and ends cleanly with all it started', async () => {
  for (const how of ['SIGTERM', 'SIGINT'] as const) {
    const { url, said, stop } = await start();
    const page = await fetch(url);
    expect([page.status, await page.text()]).toEqual([
      200,
      expect.stringContaining('<title>Stint playground</title>'),
    ]);
    const code = await stop(how);
    expect([code, said()]).toEqual([0, `Stint is ready to try: ${url}\n`]);
  }
  expect(await readdir(join(dataDir, 'playground'))).toContain('stint.db');
});

test('what was logged is there after a restart, for the same members', async () => {
  const send = (url: string, text: string) =>
    fetch(`${url}api/send`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ memberId: 'U0ANA00001', conversationId: 'C000000001', text }),
    });
  const first = await start();
  await send(first.url, '/track 45m #writing');
  await first.stop('SIGTERM');
  const second = await start();
  await send(second.url, '/track today');
  const seen = await fetch(`${second.url}state?member=U0ANA00001`);
  const { value } = (await seen.body?.pipeThrough(new TextDecoderStream()).getReader().read()) ?? {};
  expect(value).toMatch(/Logged \*45m\*[\s\S]*45m\*? · #writing/);
  await second.stop('SIGTERM');
});
