import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isRunning } from '../../src/entry-points/engine-folder.ts';
import { outputOf } from '../support/process-output.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

let dataDir: string;
let npm: ChildProcess | undefined;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'stint-npm-'));
});
afterEach(async () => {
  // Only what a failing test left behind is still here; the engine ends with its playground.
  if (npm) signalGroup(npm, 'SIGKILL');
  npm = undefined;
  await rm(dataDir, { recursive: true, force: true });
});

test.each<[what: string, signal: (npm: ChildProcess) => void]>([
  ['SIGTERM to npm alone', (child) => child.kill('SIGTERM')],
  ['Ctrl-C, which the terminal sends to all of them', (child) => signalGroup(child, 'SIGINT')],
])(
  'npm start ends with all it started: %s',
  async (_what, signal) => {
    const { DYNAMODB_ENDPOINT: _none, ...env } = process.env;
    const child = spawn('npm', ['start'], {
      cwd: ROOT,
      env: { ...env, PORT: '0', STINT_DATA_DIR: dataDir, npm_config_update_notifier: 'false' },
      // A group of its own, as a terminal gives to what is started in it.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    npm = child;
    const { until, ended } = outputOf(child);
    const url = await until(/http:\S+/);
    const engineFolder = join(dataDir, 'playground');
    const { pid } = JSON.parse(await readFile(join(engineFolder, 'engine.json'), 'utf8'));
    expect([(await fetch(url)).status, isRunning(pid)]).toEqual([200, true]);

    signal(child);
    await ended;

    await expect(fetch(url)).rejects.toThrow();
    expect(isRunning(pid)).toBe(false);
    // The engine's note goes last: it was an orderly end.
    expect(await readdir(engineFolder)).not.toContain('engine.json');
  },
  60_000,
);

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // All of them are gone.
  }
}
