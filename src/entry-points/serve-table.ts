import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import type { Bot } from '../bot/create-bot.ts';
import type { Installer } from '../bot/installs/create-installer.ts';
import type { Worker } from '../bot/jobs/worker.ts';
import { createClient, isLoopback } from '../store/client.ts';
import { ensureTable } from '../store/ensure-table.ts';
import { connectBot } from './connect.ts';
import { connectInstaller } from './connect-installer.ts';
import { connectWorker } from './connect-worker.ts';
import type { JobQueue } from './job-queue.ts';
import { type Kept, keepEngine } from './keep-engine.ts';
import { metricsOf } from './metrics.ts';
import { realWorld } from './real-world.ts';
import { type Settings, SettingsError } from './settings.ts';
import { createLog } from './trace.ts';

/** What a server works with, tied to one table. */
export type Connection = {
  readonly bot: Bot;
  readonly worker: Worker;
  readonly installer: Installer | undefined;
  readonly isHealthy: () => Promise<boolean>;
};

/** Connects to the table that the settings name, or to the embedded engine's, wherever that is at the moment. */
export async function openTable(settings: Settings, queue: JobQueue): Promise<Kept<Connection>> {
  const { dynamodbEndpoint, dataDir } = settings;
  if (dynamodbEndpoint === undefined)
    return keepEngine(dataDir, (endpoint) => connect(settings, endpoint, queue));
  const connection = await connect(settings, dynamodbEndpoint, queue);
  return { current: async () => connection, lost: new Promise(() => undefined), stop: async () => undefined };
}

/** Nobody answers at the address that somebody set; whatever else is wrong stays what it is. */
function unreachable(endpoint: string) {
  return (error: unknown): never => {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (typeof code !== 'string' || !/^E[A-Z]+$/.test(code)) throw error;
    throw new SettingsError(
      `DYNAMODB_ENDPOINT: nothing answers at ${endpoint} (${code}): start what is to answer there, or set another address.`,
    );
  };
}

async function connect(settings: Settings, endpoint: string, { enqueue }: JobQueue): Promise<Connection> {
  const client = createClient({ endpoint });
  if (isLoopback(endpoint)) await ensureTable(client, settings.table).catch(unreachable(endpoint));
  const isHealthy = () =>
    client.send(new DescribeTableCommand({ TableName: settings.table })).then(
      () => true,
      () => false,
    );
  const connection = { ...settings, dynamodbEndpoint: endpoint };
  const log = createLog(metricsOf({ functionName: 'serve', level: settings.metrics ?? 'off' }));
  const effects = { ...realWorld, log, enqueue };
  return {
    bot: connectBot(connection, effects),
    worker: connectWorker(connection, effects),
    installer: connectInstaller(connection, effects),
    isHealthy,
  };
}
