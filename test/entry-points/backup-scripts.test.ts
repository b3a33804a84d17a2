import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEngine } from '../../src/entry-points/embedded-engine.ts';
import { createClient } from '../../src/store/client.ts';
import { ensureTable } from '../../src/store/ensure-table.ts';
import { createStore, type Store } from '../../src/store/store.ts';
import { COMPILE_CACHE } from '../support/compile-cache.ts';
import { freshStore } from '../support/engine.ts';
import { manyRows } from '../support/many-rows.ts';
import { putRows } from '../support/put-rows.ts';
import { contentOf, EVERY_KIND } from '../support/tables.ts';

const scripts = fileURLToPath(new URL('../../scripts/', import.meta.url));

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scripts-'));
  file = join(folder, 'stint.backup.gz');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

type Run = { readonly code: number; readonly said: string };

/** Runs a script in an empty folder, with nothing set but what is said. */
function run(
  script: 'backup' | 'restore',
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
) {
  const { promise, resolve } = Promise.withResolvers<Run>();
  const child = execFile(
    process.execPath,
    [join(scripts, `${script}.ts`), ...args],
    { cwd: folder, env: { ...COMPILE_CACHE, ...env } },
    (_, stdout, stderr) => resolve({ code: child.exitCode ?? -1, said: `${stdout}${stderr}` }),
  );
  return promise;
}

/** Works on the table of a data folder as a server does, for as long as `work` takes. */
async function inFolder<Result>(dataDir: string, work: (store: Store) => Promise<Result>): Promise<Result> {
  const engine = await startEngine({ dataDir });
  const client = createClient({ endpoint: engine.endpoint, timeout: 10_000 });
  try {
    await ensureTable(client, 'stint');
    return await work(
      createStore({ client, table: 'stint', now: Date.now, random: Math.random, pause: wait }),
    );
  } finally {
    client.destroy();
    await engine.stop();
  }
}

const endpointOf = async ({ client }: Store) => {
  const { protocol, hostname, port } = (await client.config.endpoint?.()) ?? {};
  return `${protocol}//${hostname}:${port}`;
};

// A start of Node takes a second, and many times that on a busy machine.
describe('npm run backup and npm run restore', { timeout: 120_000 }, () => {
  it('move a table from a folder that a server works on to any DynamoDB, and back into a folder', async () => {
    const [here, there] = [join(folder, 'here'), join(folder, 'there')];
    const rows = [...EVERY_KIND, ...manyRows(100)];
    const before = await inFolder(here, async (store) => {
      await putRows(store, rows);
      const { code, said } = await run('backup', [file], { STINT_DATA_DIR: here });
      expect([code, said]).toEqual([
        0,
        expect.stringMatching(`^${rows.length} rows of table stint in .+ are in ${file}`),
      ]);
      return contentOf(store);
    });
    expect((await stat(file)).mode & 0o777).toBe(0o600);

    const elsewhere = await freshStore();
    const place = { DYNAMODB_ENDPOINT: await endpointOf(elsewhere), TABLE_NAME: elsewhere.table };
    const { code, said } = await run('restore', [file], place);
    expect([code, said]).toEqual([
      0,
      expect.stringContaining(`${rows.length} were written into table ${elsewhere.table} at`),
    ]);
    expect(await contentOf(elsewhere)).toEqual(before);

    const again = join(folder, 'again.gz');
    expect((await run('backup', [again], place)).code).toBe(0);
    expect((await run('restore', [again], { STINT_DATA_DIR: there })).code).toBe(0);
    expect(await inFolder(there, contentOf)).toEqual(before);
  });

  it('write nothing from a file that is cut, into a folder that is not even made', async () => {
    const [here, there] = [join(folder, 'here'), join(folder, 'there')];
    await inFolder(here, (store) => putRows(store, manyRows(100)));
    await run('backup', [file], { STINT_DATA_DIR: here });
    await truncate(file, (await stat(file)).size - 100);
    const { code, said } = await run('restore', [file], { STINT_DATA_DIR: there });
    expect(code).toBe(2);
    expect(said).toMatch(/ends too early: .+ Nothing was written\.\n$/);
    expect(existsSync(there)).toBe(false);
  });

  it('want a word before a table that is not empty is touched', async () => {
    const [here, there] = [join(folder, 'here'), join(folder, 'there')];
    await inFolder(here, (store) => putRows(store, manyRows(3)));
    await run('backup', [file], { STINT_DATA_DIR: here });
    await inFolder(there, (store) => putRows(store, manyRows(5)));
    const to = { STINT_DATA_DIR: there };
    const refused = await run('restore', [file], to);
    expect(refused).toEqual({
      code: 2,
      said: expect.stringMatching(/is not empty.+--merge.+--replace.+\n$/),
    });
    expect((await inFolder(there, contentOf)).length).toBe(5);
    expect((await run('restore', [file, '--merge'], to)).said).toContain('0 were written');
    expect((await run('restore', [file, '--replace'], to)).said).toContain('5 rows were removed');
    expect((await inFolder(there, contentOf)).length).toBe(3);
  });

  it.each<[string, 'backup' | 'restore', readonly string[], RegExp]>([
    ['which file to write', 'backup', [], /npm run backup -- /],
    [
      'that an option of another script is none of its own',
      'backup',
      ['x.gz', '--merge'],
      /npm run backup -- /,
    ],
    ['that a file is there already', 'backup', ['there.gz'], /is there already: name another file/],
    ['that there is no table', 'backup', ['x.gz'], /There is no stint\.db in .*STINT_DATA_DIR/],
    ['which file to read', 'restore', [], /npm run restore -- /],
    ['that a file is not there', 'restore', ['nowhere.gz'], /There is no file nowhere\.gz/],
    ['that a file is no backup', 'restore', ['there.gz'], /is no backup of Stint.+ Nothing was written/],
    [
      'that an option is unknown',
      'restore',
      ['there.gz', '--force'],
      /no option --force: say --merge, --replace/,
    ],
    ['that two options exclude each other', 'restore', ['there.gz', '--merge', '--replace'], /not both/],
  ])('say %s', async (_, script, args, words) => {
    await writeFile(join(folder, 'there.gz'), 'something of mine');
    const { code, said } = await run(script, args);
    expect(code).toBe(2);
    expect(said).toMatch(words);
    expect(said).not.toContain('    at ');
    expect(await readFile(join(folder, 'there.gz'), 'utf8')).toBe('something of mine');
    expect(existsSync(join(folder, '.data'))).toBe(false);
  });

  it('say that a file can’t be written where it is named', async () => {
    await inFolder(join(folder, '.data'), async () => undefined);
    const { code, said } = await run('backup', ['no/such/folder.gz']);
    expect([code, said]).toEqual([
      2,
      expect.stringMatching(/can’t be written \(ENOENT\): name a file in a folder/),
    ]);
  });
});
