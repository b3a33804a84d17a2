// npm run backup -- <file>: writes the whole table into a file, also while a server is at work on it.
// The table is that of `npm run serve`: in the data folder (STINT_DATA_DIR), or at DYNAMODB_ENDPOINT.
import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { writeBackup } from '../src/entry-points/backup/write.ts';
import { placeOf, runScript, ScriptError, whereIs, withTable } from './with-table.ts';

await runScript(async () => {
  const { positionals, values } = parseArgs({ allowPositionals: true, strict: false });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1 || Object.keys(values).length > 0)
    throw new ScriptError('Say which file to write: npm run backup -- stint-2026-11-27.backup.gz');
  if (existsSync(file)) throw new ScriptError(`${file} is there already: name another file.`);
  const place = placeOf(process.env);
  const { rows, settled } = await withTable(place, {}, (store) =>
    writeBackup(store, file).catch((error: unknown) => {
      throw fileError(error, file);
    }),
  );
  const size = Math.ceil((await stat(file)).size / 1000);
  console.log(`${rows} rows of table ${place.table} ${whereIs(place)} are in ${file} (${size} kB).`);
  if (!settled) {
    console.log(
      'Rows kept changing, so a change of the last seconds may be there by half: for a move, stop the server first.',
    );
  }
});

function fileError(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const mendable = ['ENOENT', 'EACCES', 'ENOSPC', 'EROFS', 'ENOTDIR', 'EISDIR'].includes(code);
  return mendable
    ? new ScriptError(
        `${file} can’t be written (${code}): name a file in a folder that is there and has room.`,
      )
    : error;
}
