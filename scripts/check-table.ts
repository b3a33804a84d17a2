// npm run check-table [-- <data folder>]: reports every row that breaks a declaration, and ends with 1 if there is one,
// with 2 if there is no table to read. It makes and changes nothing.
// DYNAMODB_ENDPOINT (and TABLE_NAME) name another table than the one in the data folder (STINT_DATA_DIR, ./.data).
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startEngine } from '../src/entry-points/embedded-engine.ts';
import { checkTable, lookForTable } from '../src/store/check-table.ts';
import { createClient } from '../src/store/client.ts';
import { createStore, type Store } from '../src/store/store.ts';

const { DYNAMODB_ENDPOINT, TABLE_NAME, STINT_DATA_DIR } = process.env;
const dataDir = process.argv[2] ?? (STINT_DATA_DIR || './.data');
const table = TABLE_NAME || 'stint';
const where = DYNAMODB_ENDPOINT ? `at ${DYNAMODB_ENDPOINT}` : `in ${dataDir}`;
const otherFolder =
  'set STINT_DATA_DIR to the data folder (STINT_DATA_DIR=.data/playground after `npm start`)';

if (DYNAMODB_ENDPOINT) await checkAt(DYNAMODB_ENDPOINT);
else if (existsSync(join(dataDir, 'stint.db'))) await checkFolder();
else refuse(`There is no stint.db ${where}: ${otherFolder}, or DYNAMODB_ENDPOINT to a running DynamoDB.`);

async function checkFolder(): Promise<void> {
  const engine = await startEngine({ dataDir });
  try {
    await checkAt(engine.endpoint);
  } finally {
    await engine.stop();
  }
}

async function checkAt(endpoint: string): Promise<void> {
  if (!URL.canParse(endpoint) || !/^https?:/.test(endpoint))
    return refuse(`${endpoint} is no http(s) address: set DYNAMODB_ENDPOINT to one of a running DynamoDB.`);
  const client = createClient({ endpoint, timeout: 30_000 });
  const store = createStore({ client, table, now: Date.now, random: Math.random, pause: wait });
  const found = await lookForTable(store);
  if (found === 'there') return report(store);
  if (found === 'missing')
    return refuse(
      `There is no table ${table} ${where}: set TABLE_NAME to its name, or ${DYNAMODB_ENDPOINT ? 'DYNAMODB_ENDPOINT to where it is' : otherFolder}.`,
    );
  refuse(
    `The table at ${endpoint} cannot be read (${found.problem}): set DYNAMODB_ENDPOINT to a running DynamoDB.`,
  );
}

async function report(store: Store): Promise<void> {
  const { rows, breaks } = await checkTable(store);
  for (const { pk, sk, problem } of breaks) console.log(`${pk} ${sk}: ${problem}`);
  console.log(`${rows} rows, ${breaks.length} breaks`);
  process.exitCode = breaks.length === 0 ? 0 : 1;
}

function refuse(sentence: string): void {
  console.error(sentence);
  process.exitCode = 2;
}
