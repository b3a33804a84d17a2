import { setTimeout as pause } from 'node:timers/promises';
import { type Bot, type BotSettings, createBot } from '../bot/create-bot.ts';
import type { Effects } from '../bot/effects.ts';
import { createWorker } from '../bot/jobs/create-worker.ts';
import type { Worker } from '../bot/jobs/worker.ts';
import { singleToken } from '../bot/slack/tokens.ts';
import { createClient } from '../store/client.ts';
import { createStore, type Store } from '../store/store.ts';
import { writeLog } from './log.ts';

export type Connection = Omit<BotSettings, 'tokens'> & {
  /** The token of the one workspace that the app lives in. */
  readonly botToken: string;
  readonly table: string;
  /** Absent: Amazon DynamoDB, by the environment's region and role. */
  readonly dynamodbEndpoint?: string;
};

/** The world as it is, but for the queue, which is another one on each way to run: clock, network, log. */
export const realWorld: Omit<Effects, 'enqueue'> = { now: Date.now, fetch: globalThis.fetch, log: writeLog };

/** Ties the bot to a table and to the world. Opens no connection by itself; that happens with the first request. */
export function connectBot(connection: Connection, effects: Effects): Bot {
  return createBot(settingsOf(connection), connectStore(connection, effects), effects);
}

/** The same for what no request waits for: jobs, and what is due. */
export function connectWorker(connection: Connection, effects: Effects): Worker {
  return createWorker(settingsOf(connection), connectStore(connection, effects), effects);
}

function settingsOf({ signingSecret, slackApiUrl, botToken }: Connection): BotSettings {
  return { signingSecret, slackApiUrl, tokens: singleToken(botToken) };
}

function connectStore(
  { table, dynamodbEndpoint }: Connection,
  { now, log }: Pick<Effects, 'now' | 'log'>,
): Store {
  return createStore({
    client: createClient(dynamodbEndpoint === undefined ? {} : { endpoint: dynamodbEndpoint }),
    table,
    now,
    random: Math.random,
    pause: (milliseconds) => pause(milliseconds),
    onUnreadable: ({ sk, problem }) =>
      log({ level: 'error', event: 'row left out', row: sk.split('#')[0], problem }),
  });
}
