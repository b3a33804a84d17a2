import type { BotSettings } from '../bot/create-bot.ts';
import { singleToken } from '../bot/slack/tokens.ts';
import type { TableAddress } from './connect-store.ts';

export type Connection = Omit<BotSettings, 'tokens'> &
  TableAddress & {
    /** The token of the one workspace that the app lives in. */
    readonly botToken: string;
  };

/** What the bot and its worker need to know of Slack. */
export function settingsOf({ signingSecret, slackApiUrl, botToken }: Connection): BotSettings {
  return { signingSecret, slackApiUrl, tokens: singleToken(botToken) };
}
