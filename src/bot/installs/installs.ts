import type { Store } from '../../store/store.ts';
import type { Effects } from '../effects.ts';
import { singleToken, type TokenSource } from '../slack/tokens.ts';
import { installedTokens } from './installed-tokens.ts';
import { type AppCredentials, createOAuth } from './oauth.ts';
import { createVault } from './vault.ts';

/** The app in whatever workspaces install it. */
export type ManyWorkspaces = AppCredentials & {
  readonly kind: 'many';
  /** Keys of the vault, the newest first. */
  readonly tokenKeys: readonly [Buffer, ...Buffer[]];
  /** Where Slack sends whoever installed it; absent: the first that the app's page at Slack names. */
  readonly redirectUrl?: string;
};

/** In which workspaces the app lives, and how it comes to its tokens. */
export type Installs = { readonly kind: 'one'; readonly botToken: string } | ManyWorkspaces;

/** The bot's tokens: the environment's in a single workspace, those in the table where many may install the app. */
export function tokensOf(
  installs: Installs,
  slackApiUrl: string,
  store: Store,
  effects: Pick<Effects, 'fetch' | 'now' | 'log'>,
): TokenSource {
  const { now, log } = effects;
  if (installs.kind === 'one') return singleToken(installs.botToken, log);
  const oauth = createOAuth(installs, slackApiUrl, effects);
  return installedTokens({ store, vault: createVault(installs.tokenKeys), oauth, now, log });
}
