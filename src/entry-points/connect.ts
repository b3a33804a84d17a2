import { type Bot, type BotSettings, createBot } from '../bot/create-bot.ts';
import type { Effects } from '../bot/effects.ts';
import { createWorker } from '../bot/jobs/create-worker.ts';
import type { Worker } from '../bot/jobs/worker.ts';
import { singleToken } from '../bot/slack/tokens.ts';
import { connectStore, type TableAddress } from './connect-store.ts';

export type Connection = Omit<BotSettings, 'tokens'> &
  TableAddress & {
    /** The token of the one workspace that the app lives in. */
    readonly botToken: string;
  };

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
