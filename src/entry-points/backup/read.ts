import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { WireRow } from '../../store/layer/wire-rows.ts';
import { BackupError, type Header, readHeader, readRow, readTrailer, type Trailer } from './format.ts';

/** What a backup says of itself, once all of it was read. */
export type Checked = Header & Trailer['end'];

/** No row of a table is longer than 400 kB, in JSON not more than a few times that. */
const LONGEST_LINE = 8_000_000;
const PAGE_ROWS = 1000;

/** Reads a whole backup without keeping it. Throws {@link BackupError} unless it is there in full and unchanged. */
export async function checkBackup(file: string): Promise<Checked> {
  const hash = createHash('sha256');
  let header: Header | undefined;
  let end: Trailer['end'] | undefined;
  let rows = 0;
  for await (const line of linesOf(file)) {
    if (end !== undefined) throw new BackupError('goes on after its end: make another one.');
    end = header === undefined ? undefined : readTrailer(line);
    if (end !== undefined) continue;
    hash.update(`${line}\n`);
    if (header === undefined) header = readHeader(line);
    else if (readRow(line) === undefined)
      throw new BackupError(`has a line that is no row (${rows + 2}): take another copy of it.`);
    else rows += 1;
  }
  if (header === undefined) throw new BackupError('is empty: take another copy of it.');
  if (end === undefined) throw new BackupError('ends too early: take another copy of it, or another backup.');
  if (end.rows !== rows || end.sha256 !== hash.digest('hex'))
    throw new BackupError('was changed since it was made: take another copy of it, or another backup.');
  return { ...header, ...end };
}

/** The rows of a backup that was checked, a page at a time. A row that changed while it was made comes again in a later page. */
export async function* pagesOf(file: string): AsyncGenerator<readonly WireRow[]> {
  let page = new Map<string, WireRow>();
  for await (const line of linesOf(file)) {
    const row = readRow(line);
    // The first line and the last.
    if (row === undefined) continue;
    const key = JSON.stringify([row['pk'], row['sk']]);
    if (page.size === PAGE_ROWS || page.has(key)) {
      yield [...page.values()];
      page = new Map();
    }
    page.set(key, row);
  }
  yield [...page.values()];
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const packed = createReadStream(file);
  const text = packed.pipe(createGunzip()).setEncoding('utf8');
  packed.once('error', (error) => text.destroy(error));
  let rest = '';
  try {
    for await (const chunk of text) {
      const lines = `${rest}${chunk}`.split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > LONGEST_LINE)
        throw new BackupError('has a line longer than any row: it is none of ours.');
      yield* lines;
    }
  } catch (error) {
    throw unpackError(error);
  } finally {
    packed.destroy();
  }
  if (rest !== '') throw new BackupError('ends in the middle of a line: take another copy of it.');
}

function unpackError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'Z_BUF_ERROR')
    return new BackupError('ends too early: take another copy of it, or another backup.');
  if (code === 'Z_DATA_ERROR')
    return new BackupError('is no backup of Stint, or was damaged: take another copy of it.');
  return error;
}
