import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod/mini';
import { type Engine, EngineError } from './engine.ts';

const noteSchema = z.object({
  pid: z.int().check(z.positive()),
  endpoint: z.url(),
  owner: z.int().check(z.positive()),
});
type EngineNote = z.output<typeof noteSchema>;

/**
 * Gives the one engine of a data folder: the one that works there already, or a new one by `launch`. An engine whose
 * process of origin was killed is taken over; one whose process lives stays that process's, so `stop` leaves it alone.
 */
export async function withEngineFolder(
  folder: string,
  launch: (file: string) => Promise<Engine>,
): Promise<Engine> {
  await makeFolder(resolve(folder)).catch((error: unknown) => {
    throw folderError(folder, error);
  });
  const file = join(resolve(folder), 'stint.db');
  const notePath = join(folder, 'engine.json');
  const alone = <Result>(work: () => Promise<Result>) => locked(join(folder, 'engine.lock'), work);
  return alone(async () => {
    const left = await readNote(notePath);
    if (left !== undefined && commandOf(left.pid).includes(file)) {
      const { pid, endpoint, owner } = left;
      // Its watcher ends an engine whose server was killed just now; what still answers after a moment will stay.
      await wait(200);
      // On a busy machine a good engine may take its time, and others may be at work with it.
      if (await isHealthy(endpoint, 3000)) {
        if (isRunning(owner)) return { pid, endpoint, stop: async () => undefined };
        await writeNote(notePath, { pid, endpoint, owner: process.pid });
        // It may have died and its id been given away by the time of the stop.
        const stop = async () => (commandOf(pid).includes(file) ? end(pid, notePath) : undefined);
        return { pid, endpoint, stop: () => alone(stop) };
      }
      await end(pid, notePath);
    }
    const engine = await launch(file);
    await writeNote(notePath, { pid: engine.pid, endpoint: engine.endpoint, owner: process.pid });
    const stop = async () => {
      await engine.stop();
      await dropNote(notePath, engine.pid);
    };
    return { ...engine, stop: () => alone(stop) };
  });
}

/** For its user alone, since it holds everything that people log. With those above it, one by one: Node's own way never ends where a folder is there and takes no other, as `/proc`. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, FOR_ITS_USER);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code === 'EEXIST' && (await stat(folder)).isDirectory()) return;
    if (error.code !== 'ENOENT' || existsSync(dirname(folder))) throw error;
    await makeFolder(dirname(folder));
    await mkdir(folder, FOR_ITS_USER);
  }
}

const FOR_ITS_USER = { mode: 0o700 } as const;

/** True while a process with this id exists. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not ours to signal, but there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** True when an engine answers at `endpoint` within `patience` milliseconds; false at once where nothing listens. */
export async function isHealthy(endpoint: string, patience = 1000): Promise<boolean> {
  try {
    const answer = await fetch(endpoint, { signal: AbortSignal.timeout(patience) });
    return answer.ok && (await answer.text()).startsWith('healthy');
  } catch {
    return false;
  }
}

/** Two servers that start at once on one folder wait for each other; a lock whose holder died is no lock. */
async function locked<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 0; attempt < 400; attempt += 1) {
    try {
      const handle = await open(path, 'wx');
      try {
        await handle.writeFile(String(process.pid));
        return await work();
      } finally {
        await handle.close();
        await rm(path, { force: true });
      }
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST'))
        throw folderError(dirname(path), error);
    }
    const holder = Number(await readFile(path, 'utf8').catch(() => ''));
    if (holder > 0 && !isRunning(holder)) await rm(path, { force: true });
    await wait(50);
  }
  throw new EngineError(
    `Another process has been starting the table engine for 20 s; if none is, delete ${path}.`,
  );
}

/** What the disk says against the folder; anything else stays what it is. */
function folderError(folder: string, error: unknown): unknown {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error)) return error;
  return new EngineError(
    `The data folder ${folder} can’t be used (${error.code}): set STINT_DATA_DIR to a folder that this user may write to and that has room.`,
    { cause: error },
  );
}

async function readNote(path: string): Promise<EngineNote | undefined> {
  try {
    return noteSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch {
    return undefined;
  }
}

async function writeNote(path: string, note: EngineNote): Promise<void> {
  await writeFile(`${path}.new`, `${JSON.stringify(note)}\n`);
  await rename(`${path}.new`, path);
}

/** Another server may have replaced an engine that died: its note must stay, or a third one starts a second engine. */
async function dropNote(path: string, pid: number): Promise<void> {
  if ((await readNote(path))?.pid === pid) await rm(path, { force: true });
}

/** The command line of a process, which proves that a noted id is still the engine and not somebody else by now. */
function commandOf(pid: number): string {
  try {
    if (existsSync('/proc/self/cmdline')) return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

async function end(pid: number, notePath: string): Promise<void> {
  for (let waited = 0; isRunning(pid) && waited < 100; waited += 1) {
    process.kill(pid, waited < 20 ? 'SIGTERM' : 'SIGKILL');
    await wait(50);
  }
  await dropNote(notePath, pid);
}
