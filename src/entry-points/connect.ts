import { setTimeout as pause } from 'node:timers/promises';
import { type Bot, type BotSettings, createBot } from '../bot/create-bot.ts';
import type { Effects } from '../bot/effects.ts';
import type { Clockwork } from '../bot/schedule/deliver.ts';
import { createPoster } from '../bot/slack/poster.ts';
import { createClient } from '../store/client.ts';
import { createStore, type Store } from '../store/store.ts';
import { writeLog } from './log.ts';

export type Connection = BotSettings & {
  readonly table: string;
  /** Absent: Amazon DynamoDB, by the environment's region and role. */
  readonly dynamodbEndpoint?: string;
};

/** The world as it is: clock, network, log. */
export const realEffects: Effects = { now: Date.now, fetch: globalThis.fetch, log: writeLog };

/** Ties the bot to a table and to the world. Opens no connection by itself; that happens with the first request. */
export function connectBot(connection: Connection, effects: Effects = realEffects): Bot {
  return createBot(connection, connectStore(connection, effects), effects);
}

/** The same for what comes by itself: digests and reminders. */
export function connectClockwork(connection: Connection, effects: Effects = realEffects): Clockwork {
  const store = connectStore(connection, effects);
  return { store, post: createPoster(connection, effects), log: effects.log, now: effects.now };
}

function connectStore({ table, dynamodbEndpoint }: Connection, effects: Effects): Store {
  return createStore({
    client: createClient(dynamodbEndpoint === undefined ? {} : { endpoint: dynamodbEndpoint }),
    table,
    now: effects.now,
    random: Math.random,
    pause: (milliseconds) => pause(milliseconds),
    onUnreadable: ({ sk, problem }) =>
      effects.log({ level: 'error', event: 'row left out', row: sk.split('#')[0], problem }),
  });
}
