import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engineBinary, startEngine } from '../../src/entry-points/embedded-engine.ts';
import type { Engine } from '../../src/entry-points/engine.ts';
import { isHealthy, isRunning } from '../../src/entry-points/engine-folder.ts';
import { createClient } from '../../src/store/client.ts';
import { ensureTable } from '../../src/store/ensure-table.ts';
import { logEntries } from '../../src/store/log-entries.ts';
import { readEntries } from '../../src/store/read-entries.ts';
import { createStore } from '../../src/store/store.ts';
import { ADA, content } from '../support/samples.ts';

let dataDir: string;
const engines: Engine[] = [];
const leftovers: number[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'stint-engine-'));
});

afterEach(async () => {
  await Promise.all(engines.splice(0).map((engine) => engine.stop()));
  for (const pid of leftovers.splice(0)) if (isRunning(pid)) process.kill(pid, 'SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

describe('the embedded engine', () => {
  it('answers after its start and is gone after its stop', async () => {
    const engine = await started();
    expect(await isHealthy(engine.endpoint)).toBe(true);
    await engine.stop();
    expect(isRunning(engine.pid)).toBe(false);
    expect(await isHealthy(engine.endpoint)).toBe(false);
    await engine.stop();
  });

  it('keeps what was written in its folder, and only there', async () => {
    const first = await started(dataDir);
    const { entries } = await logEntries(await storeOn(first), ADA, 'log', [content()]);
    await first.stop();
    expect(existsSync(join(dataDir, 'engine.json'))).toBe(false);
    const second = await started(dataDir);
    const period = { since: '2026-09-16', until: '2026-09-16' };
    expect((await readEntries(await storeOn(second), ADA, period)).entries).toEqual(entries);
    expect((await readEntries(await storeOn(await started()), ADA, period)).entries).toEqual([]);
  });

  it('of one folder is one, however many start it at once, and ends with the one that started it', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => started(dataDir)));
    const [first] = all;
    expect(new Set(all.map(({ pid }) => pid)).size).toBe(1);
    await Promise.all(all.map((engine) => engine.stop()));
    expect(isRunning(first?.pid ?? 0)).toBe(false);
  });

  it('ends when the process that started it is killed', async () => {
    const { child, pid } = await inAnotherProcess();
    child.kill('SIGKILL');
    await until(() => !isRunning(pid));
  });

  it('stays with a server that lives: who comes later shares it and does not end it', async () => {
    const { child, pid } = await inAnotherProcess();
    const guest = await started(dataDir);
    expect(guest.pid).toBe(pid);
    await guest.stop();
    expect(isRunning(pid)).toBe(true);
    child.kill('SIGTERM');
    await until(() => !isRunning(pid));
  });

  it('that was left behind is taken over, and ended at the end', async () => {
    const left = await leftBehind();
    const engine = await started(dataDir);
    expect(engine.pid).toBe(left.pid);
    expect(await isHealthy(engine.endpoint)).toBe(true);
    await engine.stop();
    expect(isRunning(left.pid)).toBe(false);
  });

  it('that was left behind and does not answer is ended and replaced', async () => {
    const left = await leftBehind();
    process.kill(left.pid, 'SIGSTOP');
    const engine = await started(dataDir);
    expect(engine.pid).not.toBe(left.pid);
    expect(isRunning(left.pid)).toBe(false);
    expect(await isHealthy(engine.endpoint)).toBe(true);
  }, 20_000);

  it('never takes another process for a leftover engine', async () => {
    const stranger = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
    leftovers.push(stranger.pid ?? 0);
    note({ pid: stranger.pid ?? 0, endpoint: 'http://127.0.0.1:9', owner: 999_999_999 });
    const engine = await started(dataDir);
    expect(engine.pid).not.toBe(stranger.pid);
    expect(isRunning(stranger.pid ?? 0)).toBe(true);
  });

  it('starts over a broken note and a lock whose holder is gone', async () => {
    writeFileSync(join(dataDir, 'engine.json'), '{"pid":');
    writeFileSync(join(dataDir, 'engine.lock'), '999999999');
    expect(await isHealthy((await started(dataDir)).endpoint)).toBe(true);
    expect(existsSync(join(dataDir, 'engine.lock'))).toBe(false);
  });

  it('that is not installed gets an error with the way out', () => {
    expect(() => engineBinary('plan9-mips')).toThrow(
      /plan9-mips.*`npm ci --include=optional`.*DYNAMODB_ENDPOINT/,
    );
  });
});

async function started(folder?: string): Promise<Engine> {
  const engine = await startEngine(folder === undefined ? {} : { dataDir: folder });
  engines.push(engine);
  return engine;
}

async function storeOn({ endpoint }: Engine) {
  const client = createClient({ endpoint });
  await ensureTable(client, 'stint');
  return createStore({
    client,
    table: 'stint',
    now: () => 1_789_000_000_000,
    random: () => 0.5,
    pause: wait,
  });
}

/** A server of its own that started the engine on the folder. */
async function inAnotherProcess() {
  const module = new URL('../../src/entry-points/embedded-engine.ts', import.meta.url).href;
  const code = `const { startEngine } = await import(${JSON.stringify(module)});
    console.log(JSON.stringify(await startEngine({ dataDir: process.argv[1] })));
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code, dataDir]);
  leftovers.push(child.pid ?? 0);
  const said = await new Promise<string>((resolve) =>
    child.stdout.once('data', (data: Buffer) => resolve(`${data}`)),
  );
  const { pid } = JSON.parse(said);
  leftovers.push(pid);
  return { child, pid: Number(pid) };
}

/** An engine on the folder's file whose server is gone, as only a kill of its watcher too can leave one. */
async function leftBehind() {
  const first = await started(dataDir);
  const port = Number(new URL(first.endpoint).port);
  await first.stop();
  const args = [
    'serve',
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    '--db-path',
    join(dataDir, 'stint.db'),
  ];
  const child = spawn(engineBinary(), args, { detached: true, stdio: 'ignore' });
  const pid = child.pid ?? 0;
  leftovers.push(pid);
  await until(() => isHealthy(first.endpoint));
  note({ pid, endpoint: first.endpoint, owner: 999_999_999 });
  expect(readFileSync(join(dataDir, 'engine.json'), 'utf8')).toContain(String(pid));
  return { pid };
}

function note(said: { pid: number; endpoint: string; owner: number }): void {
  writeFileSync(join(dataDir, 'engine.json'), JSON.stringify(said));
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await holds()) return;
    await wait(25);
  }
  throw new Error('it did not come to that in five seconds');
}
