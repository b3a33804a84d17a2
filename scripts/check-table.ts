// npm run check-table [-- <data folder>]: reports every row that breaks a declaration, and ends with 1 if there is one,
// with 2 if there is no table to read. It makes and changes nothing.
// DYNAMODB_ENDPOINT (and TABLE_NAME) name another table than the one in the data folder (STINT_DATA_DIR, ./.data).
import { checkTable } from '../src/store/check-table.ts';
import { placeOf, runScript, ScriptError, withTable } from './with-table.ts';

await runScript(async () => {
  const [folder, ...more] = process.argv.slice(2);
  if (folder?.startsWith('-') || more.length > 0)
    throw new ScriptError('Say which data folder to look through, or none: npm run check-table -- ./.data');
  const { dataDir, ...place } = placeOf(process.env);
  const { rows, breaks } = await withTable({ ...place, dataDir: folder ?? dataDir }, {}, checkTable);
  for (const { pk, sk, problem } of breaks) console.log(`${pk} ${sk}: ${problem}`);
  console.log(`${rows} rows, ${breaks.length} breaks`);
  process.exitCode = breaks.length === 0 ? 0 : 1;
});
