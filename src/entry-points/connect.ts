import { type Bot, createBot } from '../bot/create-bot.ts';
import type { Effects } from '../bot/effects.ts';
import { connectStore } from './connect-store.ts';
import { type Connection, settingsOf } from './connection.ts';

/** Ties the bot to a table and to the world. Opens no connection by itself; that happens with the first request. */
export function connectBot(connection: Connection, effects: Effects): Bot {
  // Slack waits three seconds: rather an answer that it may be tried again than none.
  const store = { ...connectStore(connection, effects), triesWhenCrowded: 1 };
  return createBot(settingsOf(connection, store, effects), store, effects);
}
