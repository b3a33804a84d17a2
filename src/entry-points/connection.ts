import type { BotSettings } from '../bot/create-bot.ts';
import type { Effects } from '../bot/effects.ts';
import { type Installs, tokensOf } from '../bot/installs/installs.ts';
import type { Store } from '../store/store.ts';
import type { TableAddress } from './connect-store.ts';

export type Connection = Omit<BotSettings, 'tokens'> &
  TableAddress & {
    /** In which workspaces the app lives. */
    readonly installs: Installs;
  };

/** What the bot and its worker need to know of Slack. */
export function settingsOf(
  { signingSecret, slackApiUrl, installs }: Connection,
  store: Store,
  effects: Pick<Effects, 'fetch' | 'now' | 'log'>,
): BotSettings {
  return { signingSecret, slackApiUrl, tokens: tokensOf(installs, slackApiUrl, store, effects) };
}
