// npm run check-table [-- <data folder>]: reports every row that breaks a declaration, and ends with 1 if there is one.
// DYNAMODB_ENDPOINT (and TABLE_NAME) name another table than the one in the data folder (STINT_DATA_DIR, ./.data).
import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { startEngine } from '../src/entry-points/embedded-engine.ts';
import { checkTable } from '../src/store/check-table.ts';
import { createClient } from '../src/store/client.ts';
import { createStore } from '../src/store/store.ts';

const { DYNAMODB_ENDPOINT, TABLE_NAME, STINT_DATA_DIR } = process.env;
const dataDir = process.argv[2] ?? (STINT_DATA_DIR || './.data');
const table = TABLE_NAME || 'stint';

if (!DYNAMODB_ENDPOINT && !existsSync(dataDir)) {
  console.error(`There is no folder ${dataDir}: name the data folder, or set DYNAMODB_ENDPOINT.`);
  process.exit(2);
}
const engine = DYNAMODB_ENDPOINT ? undefined : await startEngine({ dataDir });
try {
  const client = createClient({ endpoint: engine?.endpoint ?? DYNAMODB_ENDPOINT ?? '', timeout: 30_000 });
  const store = createStore({ client, table, now: Date.now, random: Math.random, pause: wait });
  const { rows, breaks } = await checkTable(store);
  for (const { pk, sk, problem } of breaks) console.log(`${pk} ${sk}: ${problem}`);
  console.log(`${rows} rows, ${breaks.length} breaks`);
  process.exitCode = breaks.length === 0 ? 0 : 1;
} finally {
  await engine?.stop();
}
