// npm run tick [-- --at <ISO instant>]: does all that is due by then (by now, without --at), and prints what it did.
// The same settings as `npm run serve`: the two secrets, and the table or the data folder.
import { parseArgs } from 'node:util';
import { tryJob } from '../src/bot/jobs/run-job.ts';
import { runDue } from '../src/bot/schedule/run-due.ts';
import { connectWorker } from '../src/entry-points/connect-worker.ts';
import { startEngine } from '../src/entry-points/embedded-engine.ts';
import { createJobQueue } from '../src/entry-points/job-queue.ts';
import { realWorld } from '../src/entry-points/real-world.ts';
import { readSettings, type Settings, SettingsError } from '../src/entry-points/settings.ts';
import { createClient, isLoopback } from '../src/store/client.ts';
import { ensureTable } from '../src/store/ensure-table.ts';
import { type Instant, instantFromIso } from '../src/time.ts';
import { outcomeWords, summaryWords } from './outcome-words.ts';

const HOW = 'write it as 2026-09-21T07:00:00Z, with its offset.';

try {
  await tick(readSettings(process.env));
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

async function tick(settings: Settings): Promise<void> {
  const at = readMoment();
  const { dynamodbEndpoint, dataDir } = settings;
  const engine = dynamodbEndpoint === undefined ? await startEngine({ dataDir }) : undefined;
  const endpoint = engine?.endpoint ?? dynamodbEndpoint ?? '';
  try {
    if (isLoopback(endpoint)) await ensureTable(createClient({ endpoint }), settings.table);
    const queue = createJobQueue((job, isLast) => tryJob(worker, job, isLast));
    const effects = { ...realWorld, enqueue: queue.enqueue };
    const connected = connectWorker({ ...settings, dynamodbEndpoint: endpoint }, effects);
    const worker = { ...connected, ...(at === undefined ? {} : { asOf: at }) };
    const now = worker.now();
    const outcomes = await runDue(worker);
    await queue.idle();
    for (const outcome of outcomes) console.log(outcomeWords(outcome));
    console.log(summaryWords(outcomes, at ?? now, now));
  } finally {
    await engine?.stop();
  }
}

/** `undefined` without `--at`: now, as the clock goes. */
function readMoment(): Instant | undefined {
  const at = readAt();
  if (at === undefined) return undefined;
  const instant = instantFromIso(at);
  if (instant === undefined) throw new SettingsError(`--at ${at} is no instant: ${HOW}`);
  return instant;
}

function readAt(): string | undefined {
  try {
    return parseArgs({ options: { at: { type: 'string' } } }).values.at;
  } catch {
    // What the parser says of it is for those who wrote this.
    throw new SettingsError(`There is one option, \`npm run tick -- --at <instant>\`: ${HOW}`);
  }
}
