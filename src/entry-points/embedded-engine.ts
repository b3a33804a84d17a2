import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer, Socket } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Engine, EngineError } from './engine.ts';
import { isHealthy, isRunning, withEngineFolder } from './engine-folder.ts';

/**
 * Starts the engine that comes as an npm package, on a free loopback port: in memory, or with its file in `dataDir`,
 * where an engine that is already at work on that file is taken instead. It ends with this process, however that ends.
 */
export async function startEngine({ dataDir }: { readonly dataDir?: string } = {}): Promise<Engine> {
  const binary = engineBinary();
  if (dataDir === undefined) return launch(binary, []);
  return withEngineFolder(dataDir, (file) => launch(binary, ['--db-path', file]));
}

/** Path of the engine for this platform; throws an error that says how to get one. */
export function engineBinary(platform = `${process.platform}-${process.arch}`): string {
  const require = createRequire(import.meta.url);
  try {
    const binary = join(dirname(require.resolve(`@dynoxide/${platform}/package.json`)), 'dynoxide');
    if (existsSync(binary)) return binary;
  } catch {
    // Told below, together with the case that the package is there and its binary is not.
  }
  throw new EngineError(
    `There is no embedded table engine for ${platform} here. Run \`npm ci --include=optional\`, ` +
      'or set DYNAMODB_ENDPOINT to any DynamoDB endpoint (DynamoDB Local, for example).',
  );
}

// The shell holds the other end of our pipe: when this process is gone, even by SIGKILL, it ends the engine.
const WATCHED = 'exec 3<&0; "$@" & pid=$!; echo "pid $pid"; (read -r _ <&3; kill "$pid") & wait "$pid"';

/** How long an engine may take to listen, and again to answer: milliseconds as a rule, seconds on a busy machine. */
const START_MS = 10_000;
const LOOK_MS = 100;

async function launch(binary: string, flags: readonly string[]): Promise<Engine> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const started = await launchOn(binary, port, flags);
    if (typeof started !== 'string') return started;
    // Between finding a port free and taking it another process may have taken it.
    if (attempt === 5 || !started.includes('in use'))
      throw new EngineError(`The table engine did not start: ${started.replace(/^pid \d+\n/, '')}`);
  }
}

async function launchOn(binary: string, port: number, flags: readonly string[]): Promise<Engine | string> {
  const args = ['serve', '--host', '127.0.0.1', '--port', String(port), ...flags];
  const shell = spawn('/bin/sh', ['-c', WATCHED, 'engine', binary, ...args], { detached: true });
  const ended = new Promise<void>((resolve) => {
    shell.once('exit', () => resolve());
    shell.once('error', () => resolve());
  });
  const said = await firstWords(shell, ended);
  const pid = Number(/^pid (\d+)$/m.exec(said)?.[1] ?? Number.NaN);
  const endpoint = `http://127.0.0.1:${port}`;
  if (Number.isNaN(pid) || !said.includes('listening') || !(await answers(endpoint, pid))) {
    shell.stdin.end();
    return said.trim();
  }
  letGo(shell);
  const stop = async () => {
    shell.stdin.end();
    const late = setTimeout(() => isRunning(pid) && process.kill(pid, 'SIGKILL'), 3000);
    await ended;
    clearTimeout(late);
  };
  return { endpoint, pid, stop };
}

/** Whether it answers in time: on a busy machine it says that it listens before it takes the first request. */
async function answers(endpoint: string, pid: number): Promise<boolean> {
  for (let waited = 0; waited < START_MS; waited += LOOK_MS) {
    if (await isHealthy(endpoint, START_MS)) return true;
    if (!isRunning(pid)) return false;
    await wait(LOOK_MS);
  }
  return false;
}

/** What the engine says until it listens or ends, or its time to start is over. */
async function firstWords(shell: ChildProcess, ended: Promise<void>): Promise<string> {
  let said = '';
  let late: NodeJS.Timeout | undefined;
  const listening = new Promise<void>((resolve) => {
    late = setTimeout(resolve, START_MS);
    for (const stream of [shell.stdout, shell.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        said += said.length < 4000 ? chunk.toString() : '';
        if (said.includes('listening')) resolve();
      });
    }
  });
  await Promise.race([listening, ended]);
  clearTimeout(late);
  return said;
}

/** The engine alone must not keep this process alive. */
function letGo(shell: ChildProcess): void {
  shell.unref();
  for (const stream of shell.stdio) if (stream instanceof Socket) stream.unref();
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address === null || typeof address === 'string' ? reject(address) : resolve(address.port),
      );
    });
  });
}
