import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Bot } from '../bot/create-bot.ts';
import type { Installer } from '../bot/installs/create-installer.ts';
import type { Job } from '../bot/jobs/job.ts';
import { tryJob } from '../bot/jobs/run-job.ts';
import type { Worker } from '../bot/jobs/worker.ts';
import { EngineError } from './engine.ts';
import { createHttpServer, EVENTS_PATH } from './http-server.ts';
import { createJobQueue } from './job-queue.ts';
import type { Kept } from './keep-engine.ts';
import { keepSockets, type Sockets } from './keep-sockets.ts';
import { keepTicking } from './keep-ticking.ts';
import { writeLog } from './log.ts';
import { realWorld } from './real-world.ts';
import { type Connection, openTable } from './serve-table.ts';
import { readSettings, type Settings, SettingsError } from './settings.ts';
import { takeEnvelopes } from './take-envelope.ts';
import { traced } from './trace.ts';
import { VERSION } from './version.ts';

/** How long requests that are under way may still take when the server is asked to end. */
const GRACE_MS = 5000;

try {
  await serve(readSettings(process.env));
} catch (error) {
  // Only what somebody can mend is worth a plain sentence; everything else keeps its stack.
  if (!(error instanceof SettingsError || error instanceof EngineError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** Runs until SIGTERM, SIGINT or the loss of what it can't do without; then finishes what it took, ends the engine and frees the port. */
async function serve(settings: Settings): Promise<void> {
  const stopAsked = Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
  const queue = createJobQueue(async (job, isLast) => doJob((await table.current()).worker, job, isLast));
  const opened = await openedOrStopped(openTable(settings, queue), stopAsked);
  if (opened === undefined) return;
  const table = opened;
  const bot: Bot = async (event) => (await table.current()).bot(event);
  let sockets: Sockets | undefined;
  const healthOf = async () => ({
    version: VERSION,
    table: await (await table.current()).isHealthy(),
    ...(settings.appToken === undefined ? {} : { slack: (sockets?.count() ?? 0) > 0 }),
  });
  const server = createHttpServer(bot, healthOf, installerOf(settings, table));
  server.listen(settings.port);
  await once(server, 'listening').catch((error: unknown) => {
    throw portError(error, settings.port);
  });
  writeLog({ level: 'info', event: 'listening', port: portOf(server.address()), path: EVENTS_PATH });
  sockets = openSockets(settings, bot);

  const ticking = keepTicking(async () => (await table.current()).worker, {
    sweeps: settings.dynamodbEndpoint === undefined,
  });
  const lost = await Promise.race([
    stopAsked.then(() => undefined),
    table.lost.then(({ message }) => ({ event: 'engine lost', problem: message })),
    ...(sockets === undefined ? [] : [sockets.lost.then(tokenRefused)]),
  ]);
  if (lost !== undefined) {
    // Ending with an error lets whatever supervises this server start it anew.
    process.exitCode = 1;
    writeLog({ level: 'error', ...lost });
  }
  const quiet = ticking.stop();
  server.close();
  server.closeIdleConnections();
  const late = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await Promise.all([sockets?.stop(), once(server, 'close')]);
  clearTimeout(late);
  await quiet;
  await queue.stop();
  await table.stop();
  writeLog({ level: 'info', event: 'stopped' });
}

/** The table; `undefined` where the server was asked to stop before it had one. */
async function openedOrStopped(
  opening: Promise<Kept<Connection>>,
  stopAsked: Promise<unknown>,
): Promise<Kept<Connection> | undefined> {
  const opened = await Promise.race([opening, stopAsked.then(() => undefined)]);
  if (opened !== undefined) return opened;
  writeLog({ level: 'info', event: 'stopped before it listened' });
  // An engine that is about to work ends in its own way; a table elsewhere that does not answer is nothing to wait for.
  const late = setTimeout(() => process.exit(), GRACE_MS);
  await opening.then(
    ({ stop }) => stop(),
    () => undefined,
  );
  clearTimeout(late);
  return undefined;
}

/** Socket Mode beside the HTTP server, which then serves the health check. */
function openSockets({ appToken, signingSecret, slackApiUrl }: Settings, bot: Bot): Sockets | undefined {
  if (appToken === undefined) return undefined;
  // Its own lines have no figures that metrics are made of; the bot's have.
  const take = takeEnvelopes({ bot, signingSecret, ...realWorld });
  return keepSockets({ appToken, slackApiUrl, log: writeLog, take });
}

function tokenRefused(word: string) {
  const cure =
    'make an App-Level Token with connections:write under "Basic Information", and turn on Socket Mode';
  return { event: 'socket refused', problem: `Slack refuses SLACK_APP_TOKEN (${word}): ${cure}.` };
}

/** The pages by which workspaces install the app, where it is meant for many. */
function installerOf({ installs }: Settings, table: Kept<Connection>): Installer | undefined {
  if (installs.kind === 'one') return undefined;
  return async (request) => {
    const { installer } = await table.current();
    return installer === undefined ? { statusCode: 404, body: '' } : installer(request);
  };
}

/** A job with a line of its own in the log, as on Lambda; the queue tells of one that fails. */
function doJob(worker: Worker, job: Job, isLast: boolean): Promise<void> {
  return traced(randomUUID(), async () => {
    const started = worker.now();
    await tryJob(worker, job, isLast);
    worker.log({
      level: 'info',
      event: 'job',
      job: job.kind,
      outcome: 'ok',
      milliseconds: worker.now() - started,
    });
  });
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
