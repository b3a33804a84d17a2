import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bot } from '../src/bot/create-bot.ts';
import type { Installer } from '../src/bot/installs/create-installer.ts';
import { tryJob } from '../src/bot/jobs/run-job.ts';
import type { Worker } from '../src/bot/jobs/worker.ts';
import { connectBot } from '../src/entry-points/connect.ts';
import { connectInstaller } from '../src/entry-points/connect-installer.ts';
import { connectWorker } from '../src/entry-points/connect-worker.ts';
import { createJobQueue } from '../src/entry-points/job-queue.ts';
import { type Kept, keepEngine } from '../src/entry-points/keep-engine.ts';
import { keepTicking } from '../src/entry-points/keep-ticking.ts';
import { writeLog } from '../src/entry-points/log.ts';
import { createClient } from '../src/store/client.ts';
import { ensureTable } from '../src/store/ensure-table.ts';
import type { Store } from '../src/store/store.ts';
import { writeWorkspace } from '../src/store/workspace.ts';
import { FIRST_WORKSPACE } from '../src/workspace.ts';
import { clockWorkOf } from './clock-work.ts';
import { countIn, installsOf, keepGrants } from './installs.ts';
import type { CreateHandler } from './slack/app-options.ts';
import { readManifest } from './slack/manifest.ts';
import { PEOPLE, TEAM, TEAMS } from './slack/workspace.ts';
import { type Playground, type PlaygroundOptions, startPlayground } from './start.ts';

/** Everything that is needed to try the bot, in one process: engine, Slack look-alike, bot, page. */
const { PORT, DYNAMODB_ENDPOINT, STINT_DATA_DIR = '.data', TABLE_NAME: table = 'stint' } = process.env;
const USUAL_PORT = 3210;
/** What is told on the terminal besides what went wrong; the inspector shows each request. */
const TOLD: ReadonlySet<string> = new Set(['app installed', 'app removed', 'workspace erased']);
/** Looks for what is due, as the server of one's own does. */
let ticking: ReturnType<typeof keepTicking> | undefined;
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

/** Runs until it is asked to stop, or its engine is lost for good; then everything it started ends with it. */
async function run(): Promise<void> {
  const engine = await openEngine();
  try {
    const manifest = readManifest(await readFile(new URL('../manifest.json', import.meta.url), 'utf8'));
    const playground = await startOnSomePort({
      dataDir,
      manifest,
      teams: TEAMS,
      createHandler: appOn(engine),
    });
    console.log(`Stint is ready to try: ${playground.url}`);
    const lost = await Promise.race([stopAsked, engine.lost]);
    if (lost) {
      process.exitCode = 1;
      console.error(`The engine ended and could not be started again: ${lost.message}`);
    }
    await ticking?.stop();
    await playground.stop();
  } finally {
    await engine.stop();
  }
}

/** Where the table is: a DynamoDB that is named, or the embedded engine, which gets another address when it is started again. */
async function openEngine(): Promise<Kept<string>> {
  if (!DYNAMODB_ENDPOINT) return keepEngine(dataDir, prepare);
  await prepare(DYNAMODB_ENDPOINT);
  return {
    current: async () => DYNAMODB_ENDPOINT,
    lost: new Promise(() => undefined),
    stop: async () => undefined,
  };
}

async function prepare(endpoint: string): Promise<string> {
  const client = createClient({ endpoint });
  await ensureTable(client, table);
  client.destroy();
  return endpoint;
}

/** Ben is a lead from the beginning, so that there is somebody to try the team's reports as. Later settings stay. */
async function nameLead(store: Store): Promise<void> {
  const leads = PEOPLE.filter(({ name }) => name === 'ben').map(({ id }) => id);
  await writeWorkspace(store, TEAM.id, FIRST_WORKSPACE, { ...FIRST_WORKSPACE, leads });
}

/** The bot, tied to the engine as it is when a request comes. */
function appOn(engine: Kept<string>): CreateHandler {
  return async (options) => {
    const { signingSecret, slackApiUrl, fetch, now, grants } = options;
    const log: typeof writeLog = (line) => {
      if (line.level !== 'info' || TOLD.has(line.event)) writeLog(line);
    };
    const { enqueue } = createJobQueue(async (job, isLast) => tryJob((await current()).worker, job, isLast), {
      log,
    });
    const effects = { now, fetch, log, enqueue };
    const known = new Map<string, { bot: Bot; worker: Worker; installer: Installer | undefined }>();
    const current = async () => {
      const dynamodbEndpoint = await engine.current();
      const installs = installsOf(options);
      const connection = { signingSecret, slackApiUrl, installs, table, dynamodbEndpoint };
      const app = known.get(dynamodbEndpoint) ?? {
        bot: connectBot(connection, effects),
        worker: connectWorker(connection, effects),
        installer: connectInstaller(connection, effects),
      };
      known.set(dynamodbEndpoint, app);
      return app;
    };
    const worker = async () => (await current()).worker;
    const { store } = await worker();
    await keepGrants(store, options);
    if (grants.some(({ teamId }) => teamId === TEAM.id)) await nameLead(store);
    options.keepClock(clockWorkOf(worker));
    options.keepCount(countIn(async () => (await worker()).store));
    options.keepInstaller(async (request) => {
      const { installer } = await current();
      return installer === undefined ? { statusCode: 404, body: '' } : installer(request);
    });
    ticking = keepTicking(worker, { sweeps: false, log });
    return async (event) => (await current()).bot(event);
  };
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
