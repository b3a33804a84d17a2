import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEngine } from '../../src/entry-points/embedded-engine.ts';
import { createClient } from '../../src/store/client.ts';
import { ensureTable } from '../../src/store/ensure-table.ts';
import { COMPILE_CACHE } from '../support/compile-cache.ts';

const script = fileURLToPath(new URL('../../scripts/check-table.ts', import.meta.url));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

type Run = { readonly code: number; readonly stdout: string; readonly stderr: string };

/** Runs the script in an empty folder, with nothing set but what is said. */
function checkTable(env: Readonly<Record<string, string>> = {}): Promise<Run> {
  const { promise, resolve } = Promise.withResolvers<Run>();
  const child = execFile(
    process.execPath,
    [script],
    { cwd: folder, env: { ...COMPILE_CACHE, ...env } },
    (_, stdout, stderr) => resolve({ code: child.exitCode ?? -1, stdout, stderr }),
  );
  return promise;
}

/** A data folder with a table, as a server leaves it behind. */
async function fill(dataDir: string, table = 'stint'): Promise<void> {
  const engine = await startEngine({ dataDir });
  const client = createClient({ endpoint: engine.endpoint });
  await ensureTable(client, table);
  client.destroy();
  await engine.stop();
}

// A start of Node takes a second, and many times that on a busy machine.
describe('npm run check-table', { timeout: 120_000 }, () => {
  it('creates nothing where there is no data, and says what to set', async () => {
    const { code, stdout, stderr } = await checkTable();
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^There is no stint\.db in .*STINT_DATA_DIR.*\.data\/playground.*\n$/);
    expect(await readdir(folder)).toEqual([]);
  });

  it('leaves a folder without data as it is: the playground keeps its own one below', async () => {
    await mkdir(join(folder, '.data', 'playground'), { recursive: true });
    expect(await checkTable()).toMatchObject({ code: 2, stderr: expect.stringMatching(/^.+\n$/) });
    expect(await readdir(join(folder, '.data'))).toEqual(['playground']);
  });

  it('reads the folder that STINT_DATA_DIR names, and leaves the files that were there', async () => {
    const dataDir = join(folder, 'data');
    await fill(dataDir);
    const before = await readdir(dataDir);
    expect(await checkTable({ STINT_DATA_DIR: dataDir })).toEqual({
      code: 0,
      stdout: '0 rows, 0 breaks\n',
      stderr: '',
    });
    expect(await readdir(dataDir)).toEqual(before);
    expect(existsSync(join(folder, '.data'))).toBe(false);
  });

  it('says which table is missing', async () => {
    const dataDir = join(folder, 'data');
    await fill(dataDir, 'another');
    const { code, stderr } = await checkTable({ STINT_DATA_DIR: dataDir });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^There is no table stint .*TABLE_NAME.*\n$/);
  });

  it.each([
    ['does not answer', 'http://127.0.0.1:9'],
    ['is no address', 'localhost:8000'],
  ])('says so when the endpoint %s', async (_, endpoint) => {
    const { code, stderr } = await checkTable({ DYNAMODB_ENDPOINT: endpoint });
    expect(code).toBe(2);
    expect(stderr).toContain(`${endpoint} `);
    expect(stderr).toMatch(/^.*DYNAMODB_ENDPOINT.*\n$/);
    expect(await readdir(folder)).toEqual([]);
  });
});
