import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FORMAT } from '../../src/entry-points/backup/format.ts';
import { checkBackup, pagesOf } from '../../src/entry-points/backup/read.ts';
import { writeBackup } from '../../src/entry-points/backup/write.ts';
import { clearRows, mergeRows, putRows } from '../../src/store/restore-rows.ts';
import type { Store } from '../../src/store/store.ts';
import { freshStore } from '../support/engine.ts';
import { leaveUndone, watchRequests } from '../support/faults.ts';
import { manyRows } from '../support/many-rows.ts';
import { putRows as putItems } from '../support/put-rows.ts';
import { contentOf, EVERY_KIND, EVERY_TYPE } from '../support/tables.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backup-'));
  file = join(folder, 'stint.backup.gz');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A table with every kind of row and every type of value, and `more` entries. */
async function filled(more = 0): Promise<Store> {
  const store = await freshStore();
  await putItems(store, [...EVERY_KIND, ...manyRows(more)]);
  await store.client.send(new PutItemCommand({ TableName: store.table, Item: EVERY_TYPE }));
  return store;
}

describe('a backup', () => {
  it('brings every kind of row and every type of value into another table, to the last digit', async () => {
    const [from, to] = [await filled(), await freshStore()];
    const { rows, settled } = await writeBackup(from, file);
    expect([rows, settled]).toEqual([EVERY_KIND.length + 1, true]);
    expect(await checkBackup(file)).toMatchObject({ rows, table: from.table, settled: true });
    expect(await putRows(to, pagesOf(file))).toEqual({ written: rows, kept: 0 });
    expect(await contentOf(to)).toEqual(await contentOf(from));
  });

  it('of an empty table is one too', async () => {
    const [from, to] = [await freshStore(), await freshStore()];
    expect(await writeBackup(from, file)).toEqual({ rows: 0, settled: true });
    expect(await checkBackup(file)).toMatchObject({ rows: 0 });
    expect(await putRows(to, pagesOf(file))).toEqual({ written: 0, kept: 0 });
  });

  it('may be read by its owner only, and has its name once it is whole', async () => {
    const store = await filled();
    writeFileSync(`${file}.part`, 'left behind by a run that was interrupted');
    await writeBackup(store, file);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['stint.backup.gz']);
  });

  it('that is interrupted leaves nothing that looks like one', async () => {
    const store = await filled(3000);
    const { stopAfter } = watchRequests(store.client);
    stopAfter('ScanCommand', 2);
    await expect(writeBackup(store, file)).rejects.toThrow('stopped by the test');
    expect(await readdir(folder)).toEqual([]);
  });

  it('holds what changed while it was made, as it stood at the end', async () => {
    const [from, to] = [await filled(2000), await freshStore()];
    const { afterEachOf } = watchRequests(from.client);
    let changes = 0;
    afterEachOf('ScanCommand', async () => {
      changes += 1;
      if (changes > 4) return;
      // One transaction's two rows: the first read already, the second not yet.
      for (const sk of ['d#2026-01-01#0000000000', 'me#prefs-last']) await change(from, sk, changes);
    });
    expect((await writeBackup(from, file)).settled).toBe(true);
    await checkBackup(file);
    await putRows(to, pagesOf(file));
    expect(await contentOf(to)).toEqual(await contentOf(from));
  });

  it('says so where rows never stop changing', async () => {
    const store = await filled();
    const { afterEachOf } = watchRequests(store.client);
    let changes = 0;
    afterEachOf('ScanCommand', async () => {
      changes += 1;
      await change(store, 'd#2026-01-01#0000000000', changes);
    });
    expect(await writeBackup(store, file)).toMatchObject({ settled: false });
    expect(await checkBackup(file)).toMatchObject({ settled: false });
  });
});

describe('a file that is no whole backup', () => {
  const cutAt = (share: number) => (whole: Buffer) => whole.subarray(0, Math.floor(whole.length * share));
  const repacked = (edit: (text: string) => string) => (whole: Buffer) =>
    gzipSync(edit(gunzipSync(whole).toString('utf8')));

  it.each<[string, (whole: Buffer) => Buffer, RegExp]>([
    ['is empty', () => Buffer.alloc(0), /ends too early|is empty/],
    ['is cut near its start', cutAt(0.1), /ends too early/],
    ['is cut in its middle', cutAt(0.5), /ends too early/],
    ['lacks its last bytes', (whole) => whole.subarray(0, -4), /ends too early/],
    ['lacks its last line', repacked((text) => text.replace(/.*\n$/, '')), /ends too early/],
    ['is cut in a line', repacked((text) => text.slice(0, -20)), /ends in the middle of a line/],
    ['lacks a row', repacked((text) => text.replace(/\n.*\n/, '\n')), /was changed/],
    ['had a value changed', repacked((text) => text.replace('writing', 'wrlting')), /was changed/],
    [
      'has a line that is no row',
      repacked((text) => text.replace('"pk"', '"pq"')),
      /has a line that is no row \(2\)/,
    ],
    ['goes on after its end', (whole) => Buffer.concat([whole, whole]), /goes on after its end/],
    [
      'has broken bytes',
      (whole) => Buffer.from(whole).fill(7, 40, 60),
      /was damaged|was changed|ends too early/,
    ],
    ['is no archive', () => Buffer.from('%PDF-1.4 something else'), /is no backup of Stint/],
    ['is another archive', () => gzipSync('{"some":"thing"}\n'), /is no backup of Stint/],
    [
      'is of a newer version',
      repacked((text) => text.replace(`"format":${FORMAT}`, `"format":${FORMAT + 1}`)),
      /update Stint first/,
    ],
  ])('is refused when it %s', async (_, damage, words) => {
    await writeBackup(await filled(), file);
    writeFileSync(file, damage(readFileSync(file)));
    await expect(checkBackup(file)).rejects.toThrow(words);
  });
});

describe('a restore', () => {
  it('that was interrupted is finished by a second one', async () => {
    const [from, to] = [await filled(400), await freshStore()];
    await writeBackup(from, file);
    const { stopAfter, goOn } = watchRequests(to.client);
    stopAfter('BatchWriteItemCommand', 9);
    await expect(putRows(to, pagesOf(file))).rejects.toThrow('stopped by the test');
    const half = (await contentOf(to)).length;
    expect(half).toBeGreaterThan(0);
    goOn();
    const { written, kept } = await mergeRows(to, pagesOf(file));
    expect([written + kept, kept]).toEqual([(await contentOf(from)).length, half]);
    expect(await contentOf(to)).toEqual(await contentOf(from));
    // Once more changes nothing.
    expect(await mergeRows(to, pagesOf(file))).toMatchObject({ written: 0 });
  });

  it('sends again what the table had no room for', async () => {
    const [from, to] = [await filled(500), await freshStore()];
    await writeBackup(from, file);
    const undone = leaveUndone(to.client);
    await putRows(to, pagesOf(file));
    expect(undone()).toBeGreaterThan(20);
    expect(await contentOf(to)).toEqual(await contentOf(from));
  });

  it('by --merge keeps of each row the later version, and the table’s own where none tells', async () => {
    const [from, to] = [await freshStore(), await freshStore()];
    const row = (sk: string, text: string, v?: number) => ({ pk: 'u#T1#U1', sk, text, ...(v ? { v } : {}) });
    await putItems(from, [
      row('a', 'backup', 2),
      row('b', 'backup', 1),
      row('c', 'backup', 1),
      row('d', 'backup'),
    ]);
    await putItems(to, [row('a', 'table', 1), row('b', 'table', 2), row('d', 'table'), row('e', 'table', 1)]);
    await writeBackup(from, file);
    expect(await mergeRows(to, pagesOf(file))).toEqual({ written: 2, kept: 2 });
    const texts = (await contentOf(to)).map((text) => /"text":\{"S":"(\w+)"/.exec(text)?.[1]);
    expect(texts).toEqual(['backup', 'table', 'backup', 'table', 'table']);
  });

  it('by --replace removes all that was there before', async () => {
    const [from, to] = [await filled(), await filled(2500)];
    await writeBackup(from, file);
    expect(await clearRows(to)).toBe(2500 + EVERY_KIND.length + 1);
    expect(await contentOf(to)).toEqual([]);
    await putRows(to, pagesOf(file));
    expect(await contentOf(to)).toEqual(await contentOf(from));
  });

  it('holds a thousand rows at a time and has eight batches under way, however many there are', async () => {
    const [from, to] = [await filled(5000), await freshStore()];
    const reading = watchRequests(from.client);
    await writeBackup(from, file);
    expect(reading.largestAnswer()).toBe(1000);
    let largest = 0;
    const counted = async function* () {
      for await (const page of pagesOf(file)) {
        largest = Math.max(largest, page.length);
        yield page;
      }
    };
    const writing = watchRequests(to.client);
    await putRows(to, counted());
    expect(largest).toBe(1000);
    expect(writing.mostAtOnce()).toBe(8);
  });
});

async function change({ client, table, now }: Store, sk: string, text: number): Promise<void> {
  await client.send(
    new UpdateCommand({
      TableName: table,
      Key: { pk: 'u#T1#U0', sk },
      UpdateExpression: 'SET #t = :t, v = :v',
      ExpressionAttributeNames: { '#t': 'text' },
      ExpressionAttributeValues: { ':t': `change ${text}`, ':v': now() },
    }),
  );
}
