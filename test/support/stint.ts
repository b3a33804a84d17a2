import { clockWorkOf } from '../../playground/clock-work.ts';
import type { CreateHandler } from '../../playground/slack/app-options.ts';
import { stintOnTable } from '../../playground/stint-on-table.ts';
import { tryJob } from '../../src/bot/jobs/run-job.ts';
import { connectBot } from '../../src/entry-points/connect.ts';
import { connectWorker } from '../../src/entry-points/connect-worker.ts';
import { createJobQueue } from '../../src/entry-points/job-queue.ts';
import { createClient } from '../../src/store/client.ts';
import { ensureTable } from '../../src/store/ensure-table.ts';
import { engineEndpoint } from './engine.ts';

let tables = 0;

/** The bot as it runs everywhere, for the playground, on a table of this test file's engine: a fresh one unless it is named. It goes by the workspace's clock. */
export async function createStint(name?: string): Promise<CreateHandler> {
  const table = await tableOf(name);
  return ({ fetch, now, keepClock, botToken, signingSecret, slackApiUrl }) => {
    const installs = { kind: 'one', botToken } as const;
    const connection = { signingSecret, slackApiUrl, installs, ...table };
    const log = () => undefined;
    const { enqueue } = createJobQueue((job, isLast) => tryJob(worker, job, isLast), { log });
    const effects = { now, fetch, log, enqueue };
    const worker = connectWorker(connection, effects);
    keepClock(clockWorkOf(async () => worker));
    return connectBot(connection, effects);
  };
}

/** The same in whatever workspaces install it, as `npm start` has it. */
export async function createStintForMany(name?: string): Promise<CreateHandler> {
  const table = await tableOf(name);
  return (options) => stintOnTable(table, options);
}

async function tableOf(name?: string) {
  tables += 1;
  const table = name ?? `stint-${tables}`;
  const dynamodbEndpoint = await engineEndpoint();
  const client = createClient({ endpoint: dynamodbEndpoint });
  await ensureTable(client, table);
  client.destroy();
  return { table, dynamodbEndpoint };
}
