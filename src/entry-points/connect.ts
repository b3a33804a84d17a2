import { type Bot, createBot } from '../bot/create-bot.ts';
import type { Effects } from '../bot/effects.ts';
import { connectStore } from './connect-store.ts';
import { type Connection, settingsOf } from './connection.ts';

/** Ties the bot to a table and to the world. Opens no connection by itself; that happens with the first request. */
export function connectBot(connection: Connection, effects: Effects): Bot {
  const store = connectStore(connection, effects);
  return createBot(settingsOf(connection, store, effects), store, effects);
}
