import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DynamoDBServiceException } from '@aws-sdk/client-dynamodb';
import { startEngine } from '../src/entry-points/embedded-engine.ts';
import { EngineError } from '../src/entry-points/engine.ts';
import { lookForTable } from '../src/store/check-table.ts';
import { createClient, isLoopback } from '../src/store/client.ts';
import { ensureTable } from '../src/store/ensure-table.ts';
import { createStore, type Store } from '../src/store/store.ts';

/** Thrown for what whoever runs a script can mend; its message is all they need. */
export class ScriptError extends Error {
  override readonly name = 'ScriptError';
}

/** Which table a script is about. */
export type Place = {
  readonly table: string;
  readonly dataDir: string;
  /** Absent: the table in the data folder. */
  readonly endpoint?: string;
};

const OTHER_FOLDER =
  'set STINT_DATA_DIR to the data folder (STINT_DATA_DIR=.data/playground after `npm start`)';

/** The place that the environment names. */
export function placeOf({ DYNAMODB_ENDPOINT, TABLE_NAME, STINT_DATA_DIR }: NodeJS.ProcessEnv): Place {
  return {
    table: TABLE_NAME || 'stint',
    dataDir: STINT_DATA_DIR || './.data',
    ...(DYNAMODB_ENDPOINT ? { endpoint: DYNAMODB_ENDPOINT } : {}),
  };
}

/** Where a place is, in words. */
export function whereIs({ endpoint, dataDir }: Place): string {
  return endpoint === undefined ? `in ${dataDir}` : `at ${endpoint}`;
}

/**
 * Opens the table for one piece of work, beside whatever server is at work on it. One that is missing is made only where
 * `create` says so, and never at AWS, where a deployment makes it.
 */
export async function withTable<Result>(
  place: Place,
  { create = false }: { readonly create?: boolean },
  work: (store: Store) => Promise<Result>,
): Promise<Result> {
  const { endpoint, dataDir } = place;
  if (endpoint !== undefined) return work(await openTable(place, endpoint, create));
  if (!create && !existsSync(join(dataDir, 'stint.db'))) {
    throw new ScriptError(
      `There is no stint.db ${whereIs(place)}: ${OTHER_FOLDER}, or DYNAMODB_ENDPOINT to a running DynamoDB.`,
    );
  }
  const engine = await startEngine({ dataDir });
  try {
    return await work(await openTable(place, engine.endpoint, create));
  } finally {
    await engine.stop();
  }
}

async function openTable(place: Place, endpoint: string, create: boolean): Promise<Store> {
  const { table } = place;
  if (!URL.canParse(endpoint) || !/^https?:/.test(endpoint)) {
    throw new ScriptError(
      `${endpoint} is no http(s) address: set DYNAMODB_ENDPOINT to one of a running DynamoDB.`,
    );
  }
  const client = createClient({ endpoint, timeout: 30_000 });
  if (create && isLoopback(endpoint)) await ensureTable(client, table);
  const store = createStore({ client, table, now: Date.now, random: Math.random, pause: wait });
  const found = await lookForTable(store);
  if (found === 'there') return store;
  if (found === 'missing') {
    const elsewhere = place.endpoint === undefined ? OTHER_FOLDER : 'DYNAMODB_ENDPOINT to where it is';
    throw new ScriptError(
      `There is no table ${table} ${whereIs(place)}: set TABLE_NAME to its name, or ${elsewhere}.`,
    );
  }
  throw new ScriptError(
    `The table at ${endpoint} cannot be read (${found.problem}): set DYNAMODB_ENDPOINT to a running DynamoDB.`,
  );
}

/** Runs a script's work; what can be mended is told in a sentence, and ends it with 2. */
export async function runScript(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const sentence = sentenceOf(error);
    if (sentence === undefined) throw error;
    console.error(sentence);
    process.exitCode = 2;
  }
}

function sentenceOf(error: unknown): string | undefined {
  if (error instanceof ScriptError || error instanceof EngineError) return error.message;
  // DynamoDB's own words name the permission that is missing.
  if (error instanceof DynamoDBServiceException) return `The table says ${error.name}: ${error.message}`;
  return undefined;
}
