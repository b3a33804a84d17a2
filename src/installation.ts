import type { Instant } from './time.ts';

/** The app in one workspace, as an admin put it there. Its secrets are sealed: nobody but the app can read them. */
export type Installation = {
  readonly workspaceId: string;
  /** The bot's token, sealed; absent once the app was removed. */
  readonly sealedToken?: string;
  /** What the next token is got with, sealed, and when this one ends; absent where tokens do not rotate. */
  readonly rotation?: { readonly sealedRefresh: string; readonly expiresAt: Instant };
  readonly scopes: readonly string[];
  /** Absent where the environment holds the app's one token: then the row says nothing but that the app was removed. */
  readonly appId?: string;
  /** The id of the bot's own user; absent with the app's. */
  readonly botUserId?: string;
  /** The id of whoever installed it; absent once they were forgotten. */
  readonly installedBy?: string;
  readonly installedAt: Instant;
  /** When it was removed: what it kept is erased {@link KEPT_AFTER_REMOVAL_MS} later, unless it is installed again. */
  readonly removedAt?: Instant;
  /** Names this content. */
  readonly version: number;
};

/** How long what a workspace has logged is kept after the app was removed, in milliseconds: thirty days. */
export const KEPT_AFTER_REMOVAL_MS = 30 * 86_400_000;

/** Whether the app was removed from there, and what it kept is there still. */
export function isKeptAfterRemoval(installation: Installation | undefined, now: Instant): boolean {
  const removedAt = installation?.removedAt;
  return removedAt !== undefined && now < removedAt + KEPT_AFTER_REMOVAL_MS;
}

/** A token that ends within so many milliseconds is exchanged for the next one. */
export const REFRESHED_BEFORE_MS = 30 * 60_000;
