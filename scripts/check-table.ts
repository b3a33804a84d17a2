// npm run check-table [-- <data folder>]: reports every row that breaks a declaration, and ends with 1 if there is one,
// with 2 if there is no table to read. It makes and changes nothing.
// DYNAMODB_ENDPOINT (and TABLE_NAME) name another table than the one in the data folder (STINT_DATA_DIR, ./.data).
import { checkTable } from '../src/store/check-table.ts';
import { placeOf, runScript, withTable } from './with-table.ts';

await runScript(async () => {
  const { dataDir, ...place } = placeOf(process.env);
  const { rows, breaks } = await withTable({ ...place, dataDir: process.argv[2] ?? dataDir }, {}, checkTable);
  for (const { pk, sk, problem } of breaks) console.log(`${pk} ${sk}: ${problem}`);
  console.log(`${rows} rows, ${breaks.length} breaks`);
  process.exitCode = breaks.length === 0 ? 0 : 1;
});
