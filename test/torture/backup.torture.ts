import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkBackup, pagesOf } from '../../src/entry-points/backup/read.ts';
import { writeBackup } from '../../src/entry-points/backup/write.ts';
import { putRows } from '../../src/store/restore-rows.ts';
import { freshStore } from '../support/engine.ts';
import { watchRequests } from '../support/faults.ts';
import { manyRows } from '../support/many-rows.ts';
import { putRows as putItems } from '../support/put-rows.ts';
import { contentOf } from '../support/tables.ts';

it('a table of 50,000 rows is moved a thousand rows at a time, none lost', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'backup-'));
  const file = join(folder, 'stint.backup.gz');
  const [from, to] = [await freshStore(), await freshStore()];
  await putItems(from, manyRows(50_000));
  const reading = watchRequests(from.client);
  expect(await writeBackup(from, file)).toEqual({ rows: 50_000, settled: true });
  expect(reading.largestAnswer()).toBe(1000);
  expect(await checkBackup(file)).toMatchObject({ rows: 50_000 });
  const writing = watchRequests(to.client);
  expect(await putRows(to, pagesOf(file))).toEqual({ written: 50_000, kept: 0 });
  expect(writing.mostAtOnce()).toBe(8);
  expect(await contentOf(to)).toEqual(await contentOf(from));
  await rm(folder, { recursive: true });
});
