import type { Bot } from '../src/bot/create-bot.ts';
import { tryJob } from '../src/bot/jobs/run-job.ts';
import { connectBot } from '../src/entry-points/connect.ts';
import { connectInstaller } from '../src/entry-points/connect-installer.ts';
import type { TableAddress } from '../src/entry-points/connect-store.ts';
import { connectWorker } from '../src/entry-points/connect-worker.ts';
import { createJobQueue } from '../src/entry-points/job-queue.ts';
import { clockWorkOf } from './clock-work.ts';
import { countIn, installsOf, keepGrants } from './installs.ts';
import type { AppOptions } from './slack/app-options.ts';

/** The bot as `npm start` has it, in whatever workspaces install it, on a table that stays where it is: for tests and pictures. */
export async function stintOnTable(address: TableAddress, options: AppOptions): Promise<Bot> {
  const { fetch, now, signingSecret, slackApiUrl } = options;
  const connection = { signingSecret, slackApiUrl, installs: installsOf(options), ...address };
  const log = () => undefined;
  const { enqueue } = createJobQueue((job, isLast) => tryJob(worker, job, isLast), { log });
  const effects = { now, fetch, log, enqueue };
  const worker = connectWorker(connection, effects);
  await keepGrants(worker.store, options);
  options.keepClock(clockWorkOf(async () => worker));
  options.keepCount(countIn(async () => worker.store));
  const installer = connectInstaller(connection, effects);
  if (installer !== undefined) options.keepInstaller(installer);
  return connectBot(connection, effects);
}
