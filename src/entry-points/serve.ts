import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import type { Bot } from '../bot/create-bot.ts';
import type { Clockwork } from '../bot/schedule/deliver.ts';
import { createClient, isLoopback } from '../store/client.ts';
import { ensureTable } from '../store/ensure-table.ts';
import { connectBot, connectClockwork } from './connect.ts';
import { createHttpServer, EVENTS_PATH } from './http-server.ts';
import { type Kept, keepEngine } from './keep-engine.ts';
import { keepTicking } from './keep-ticking.ts';
import { writeLog } from './log.ts';
import { readSettings, type Settings, SettingsError } from './settings.ts';

/** How long requests that are under way may still take when the server is asked to end. */
const GRACE_MS = 5000;

try {
  await serve(readSettings(process.env));
} catch (error) {
  // Only what somebody can mend is worth a plain sentence; everything else keeps its stack.
  if (!(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** Runs until SIGTERM, SIGINT or the loss of its engine; then finishes what it took, ends the engine and frees the port. */
async function serve(settings: Settings): Promise<void> {
  const stopAsked = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  const table = await openTable(settings);
  const server = createHttpServer(
    async (event) => (await table.current()).bot(event),
    async () => (await table.current()).isHealthy(),
  );
  server.listen(settings.port);
  await once(server, 'listening').catch((error: unknown) => {
    throw portError(error, settings.port);
  });
  writeLog({ level: 'info', event: 'listening', port: portOf(server.address()), path: EVENTS_PATH });

  const ticking = keepTicking(async () => (await table.current()).clockwork);
  const lost = await Promise.race([stopAsked.then(() => undefined), table.lost]);
  if (lost !== undefined) {
    // Ending with an error lets whatever supervises this server start it anew.
    process.exitCode = 1;
    writeLog({ level: 'error', event: 'engine lost', problem: lost.message });
  }
  const quiet = ticking.stop();
  server.close();
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await once(server, 'close');
  clearTimeout(late);
  await quiet;
  await table.stop();
  writeLog({ level: 'info', event: 'stopped' });
}

type Connection = {
  readonly bot: Bot;
  readonly clockwork: Clockwork;
  readonly isHealthy: () => Promise<boolean>;
};

/** The table that the settings name, or the embedded engine's. */
async function openTable(settings: Settings): Promise<Kept<Connection>> {
  const { dynamodbEndpoint, dataDir } = settings;
  if (dynamodbEndpoint === undefined) return keepEngine(dataDir, (endpoint) => connect(settings, endpoint));
  const connection = await connect(settings, dynamodbEndpoint);
  return { current: async () => connection, lost: new Promise(() => undefined), stop: async () => undefined };
}

async function connect(settings: Settings, endpoint: string): Promise<Connection> {
  const client = createClient({ endpoint });
  if (isLoopback(endpoint)) await ensureTable(client, settings.table);
  const isHealthy = () =>
    client.send(new DescribeTableCommand({ TableName: settings.table })).then(
      () => true,
      () => false,
    );
  const connection = { ...settings, dynamodbEndpoint: endpoint };
  return { bot: connectBot(connection), clockwork: connectClockwork(connection), isHealthy };
}

function portError(error: unknown, port: number): SettingsError {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  return new SettingsError(
    `Port ${port} ${taken ? 'is in use' : 'cannot be opened'}. Set PORT to another one.`,
  );
}

function portOf(address: AddressInfo | string | null): number | undefined {
  return typeof address === 'object' ? address?.port : undefined;
}
