import { type Bot, createBot } from '../bot/create-bot.ts';
import type { Effects } from '../bot/effects.ts';
import { connectStore } from './connect-store.ts';
import { type Connection, settingsOf } from './connection.ts';

/** A connection that hangs is left for another one so soon, in milliseconds. */
const TRY_MS = 700;

/** Ties the bot to a table and to the world. Opens no connection by itself; that happens with the first request. */
export function connectBot(connection: Connection, effects: Effects): Bot {
  // Slack waits three seconds: rather an answer that it may be tried again than none. Three tries fit into what a request waits.
  const store = { ...connectStore(connection, effects, { timeout: TRY_MS }), triesWhenCrowded: 1 };
  return createBot(settingsOf(connection, store, effects), store, effects);
}
