import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connectBot, realEffects } from '../src/entry-points/connect.ts';
import { startEngine } from '../src/entry-points/embedded-engine.ts';
import { writeLog } from '../src/entry-points/log.ts';
import { createClient } from '../src/store/client.ts';
import { ensureTable } from '../src/store/ensure-table.ts';
import { readManifest } from './slack/manifest.ts';
import { type Playground, type PlaygroundOptions, startPlayground } from './start.ts';

/** Everything that is needed to try the bot, in one process: engine, Slack look-alike, bot, page. */
const { PORT, DYNAMODB_ENDPOINT, STINT_DATA_DIR = '.data', TABLE_NAME: table = 'stint' } = process.env;
const USUAL_PORT = 3210;
const dataDir = join(STINT_DATA_DIR, 'playground');

const { promise: stopAsked, resolve: askToStop } = Promise.withResolvers<void>();
// Heard to the end: Ctrl-C comes from the terminal and again from each process above, and must not cut the stop short.
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => askToStop());
try {
  await run();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** Runs until it is asked to stop; then everything it started ends with it. */
async function run(): Promise<void> {
  const engine = DYNAMODB_ENDPOINT ? undefined : await startEngine({ dataDir });
  try {
    const playground = await startWith(engine?.endpoint ?? `${DYNAMODB_ENDPOINT}`);
    console.log(`Stint is ready to try: ${playground.url}`);
    await stopAsked;
    await playground.stop();
  } finally {
    await engine?.stop();
  }
}

async function startWith(dynamodbEndpoint: string): Promise<Playground> {
  const client = createClient({ endpoint: dynamodbEndpoint });
  await ensureTable(client, table);
  client.destroy();
  const manifest = readManifest(await readFile(new URL('../manifest.json', import.meta.url), 'utf8'));
  return startOnSomePort({
    dataDir,
    manifest,
    createHandler({ fetch, ...settings }) {
      // The inspector shows each request; on the terminal only what went wrong is of use.
      const log: typeof writeLog = (line) => line.level !== 'info' && writeLog(line);
      return connectBot({ ...settings, table, dynamodbEndpoint }, { ...realEffects, fetch, log });
    },
  });
}

/** On the usual port, so that the address stays the same; on a free one where that is taken and none was asked for. */
async function startOnSomePort(options: Omit<PlaygroundOptions, 'port'>): Promise<Playground> {
  try {
    return await startPlayground({ ...options, port: Number(PORT ?? USUAL_PORT) });
  } catch (error) {
    const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (isTaken && PORT === undefined) return startPlayground({ ...options, port: 0 });
    if (isTaken) throw new Error(`Port ${PORT} is in use. Set PORT to another one.`);
    throw error;
  }
}
