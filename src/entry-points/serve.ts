import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { createClient, isLoopback } from '../store/client.ts';
import { ensureTable } from '../store/ensure-table.ts';
import { connectBot } from './connect.ts';
import { startEngine } from './embedded-engine.ts';
import type { Engine } from './engine.ts';
import { createHttpServer, EVENTS_PATH } from './http-server.ts';
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

/** Runs until SIGTERM or SIGINT; then finishes what it took, ends the engine and frees the port. */
async function serve(settings: Settings): Promise<void> {
  const stopAsked = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  const engine = await engineFor(settings);
  const endpoint = engine?.endpoint ?? settings.dynamodbEndpoint;
  const client = createClient(endpoint === undefined ? {} : { endpoint });
  if (endpoint !== undefined && isLoopback(endpoint)) await ensureTable(client, settings.table);

  const bot = connectBot({ ...settings, ...(endpoint === undefined ? {} : { dynamodbEndpoint: endpoint }) });
  const isHealthy = () =>
    client.send(new DescribeTableCommand({ TableName: settings.table })).then(
      () => true,
      () => false,
    );
  const server = createHttpServer(bot, isHealthy);
  server.listen(settings.port);
  await once(server, 'listening').catch((error: unknown) => {
    throw portError(error, settings.port);
  });
  writeLog({ level: 'info', event: 'listening', port: portOf(server.address()), path: EVENTS_PATH });

  await stopAsked;
  server.close();
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await once(server, 'close');
  clearTimeout(late);
  client.destroy();
  await engine?.stop();
  writeLog({ level: 'info', event: 'stopped' });
}

/** The embedded engine, unless the settings name an endpoint. */
async function engineFor({ dynamodbEndpoint, dataDir }: Settings): Promise<Engine | undefined> {
  return dynamodbEndpoint === undefined ? startEngine({ dataDir }) : undefined;
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
