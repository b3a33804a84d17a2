import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { backupRows } from '../../store/backup-rows.ts';
import type { Store } from '../../store/store.ts';
import { isoOf } from '../../time.ts';
import { headerLine, rowLine, trailerLine } from './format.ts';

export type Written = {
  readonly rows: number;
  /** False when rows still changed at the end: what belongs together may then be there by half. */
  readonly settled: boolean;
};

/**
 * Writes the whole table into a file that only its owner may read. It gets its name once it is whole and on the disk, so what
 * was interrupted is never taken for a backup. Throws where there is a file of that name.
 */
export async function writeBackup(store: Store, file: string): Promise<Written> {
  const part = `${file}.part`;
  // What an interrupted run left behind.
  await rm(part, { force: true });
  const written = { rows: 0, settled: false };
  try {
    await pipeline(
      Readable.from(linesOf(store, written)),
      createGzip(),
      createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true }),
    );
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
  return written;
}

/** The file's text, a page of rows at a time; tells in `written` what it came to. */
async function* linesOf(store: Store, written: { rows: number; settled: boolean }): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const hashed = (lines: readonly string[]) => {
    const text = `${lines.join('\n')}\n`;
    hash.update(text);
    return text;
  };
  yield hashed([headerLine({ table: store.table, at: isoOf(store.now()) })]);
  const pages = backupRows(store);
  let page = await pages.next();
  for (; page.done !== true; page = await pages.next()) {
    written.rows += page.value.length;
    yield hashed(page.value.map(rowLine));
  }
  written.settled = page.value;
  yield `${trailerLine({ ...written, sha256: hash.digest('hex') })}\n`;
}
