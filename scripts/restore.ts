// npm run restore -- <file> [--merge | --replace]: writes the rows of a backup into a table.
// Without an option only into an empty one. --merge: of each row, the later version stays. --replace: all rows of the table are
// removed first. The table is that of `npm run serve`: in the data folder (STINT_DATA_DIR), or at DYNAMODB_ENDPOINT.
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { BackupError } from '../src/entry-points/backup/format.ts';
import { type Checked, checkBackup, pagesOf } from '../src/entry-points/backup/read.ts';
import { isEmptyTable } from '../src/store/layer/wire-rows.ts';
import { clearRows, mergeRows, putRows, type Restored } from '../src/store/restore-rows.ts';
import type { Store } from '../src/store/store.ts';
import { placeOf, runScript, ScriptError, whereIs, withTable } from './with-table.ts';

type Mode = 'empty' | 'merge' | 'replace';

await runScript(async () => {
  const { file, mode } = readArguments();
  // Nothing is opened, let alone written, for a file that is not whole.
  const { rows, at, table } = await checked(file);
  const place = placeOf(process.env);
  const { written, kept } = await withTable(place, { create: true }, (store) => restore(store, file, mode));
  console.log(`The backup of table ${table}, made ${at}, has ${rows} rows.`);
  const stayed = kept > 0 ? `, ${kept} stayed as they were` : '';
  console.log(`${written} were written into table ${place.table} ${whereIs(place)}${stayed}.`);
});

async function restore(store: Store, file: string, mode: Mode): Promise<Restored> {
  if (mode === 'merge') return mergeRows(store, pagesOf(file));
  if (mode === 'replace') console.log(`${await clearRows(store)} rows were removed.`);
  else if (!(await isEmptyTable(store))) {
    throw new ScriptError(
      `Table ${store.table} is not empty. Say --merge to keep of each row the later version (also to finish a restore that was interrupted), or --replace to remove all that is there first.`,
    );
  }
  return putRows(store, pagesOf(file));
}

function readArguments(): { readonly file: string; readonly mode: Mode } {
  const options = { merge: { type: 'boolean' }, replace: { type: 'boolean' } } as const;
  const { positionals, values } = parseArgs({ allowPositionals: true, strict: false, options });
  const [file] = positionals;
  const unknown = Object.keys(values).find((name) => !(name in options));
  if (unknown !== undefined)
    throw new ScriptError(`There is no option --${unknown}: say --merge, --replace or none.`);
  if (file === undefined || positionals.length > 1)
    throw new ScriptError('Say which file to read: npm run restore -- stint-2026-11-27.backup.gz');
  if (values['merge'] === true && values['replace'] === true)
    throw new ScriptError('Say --merge or --replace, not both.');
  if (!existsSync(file)) throw new ScriptError(`There is no file ${file}.`);
  return {
    file,
    mode: values['merge'] === true ? 'merge' : values['replace'] === true ? 'replace' : 'empty',
  };
}

async function checked(file: string): Promise<Checked> {
  try {
    return await checkBackup(file);
  } catch (error) {
    if (error instanceof BackupError) throw new ScriptError(`${file} ${error.message} Nothing was written.`);
    const code = error instanceof Error && 'code' in error ? `${error.code}` : '';
    if (!['EISDIR', 'EACCES', 'EPERM', 'ENOENT'].includes(code)) throw error;
    throw new ScriptError(`${file} can’t be read (${code}): name a file that \`npm run backup\` wrote.`);
  }
}
