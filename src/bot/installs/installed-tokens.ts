import { type Installation, REFRESHED_BEFORE_MS } from '../../installation.ts';
import { keepTokens, leaseRefresh, readInstallation } from '../../store/installs.ts';
import { pauseAfter } from '../../store/layer/contention.ts';
import type { Store } from '../../store/store.ts';
import type { Instant } from '../../time.ts';
import type { Effects } from '../effects.ts';
import type { TokenSource } from '../slack/tokens.ts';
import type { OAuth } from './oauth.ts';
import type { Vault } from './vault.ts';

/** What the tokens of many workspaces are got with. */
export type TokenParts = {
  readonly store: Store;
  readonly vault: Vault;
  readonly oauth: OAuth;
  readonly now: Effects['now'];
  readonly log: Effects['log'];
};

/** A token that was taken back is noticed this late where no event of Slack's says so. */
const KEPT_MS = 5 * 60_000;

/** How long whoever gets the next token may be at it; Slack's answer takes ten seconds at most. */
const LEASE_MS = 30_000;

const KEY_LOST =
  'STINT_TOKEN_KEY lacks the key that hid this token: put it back, after the new one, or have the workspace install the app again.';

type Kept = { readonly until: Instant; readonly token: Promise<string | undefined> };

/**
 * The tokens of the workspaces in which the app was installed, kept for five minutes. One that ends soon is exchanged for the
 * next one, by one process alone; the others go on with the old one, which stays good until it ends.
 */
export function installedTokens(parts: TokenParts): TokenSource {
  const kept = new Map<string, Kept>();
  return (workspaceId) => {
    const now = parts.now();
    for (const [other, { until }] of kept) if (until <= now) kept.delete(other);
    const known = kept.get(workspaceId);
    if (known !== undefined) return known.token;
    const fresh = { until: now + KEPT_MS, token: tokenIn(parts, workspaceId) };
    kept.set(workspaceId, fresh);
    const forget = () => {
      if (kept.get(workspaceId) === fresh) kept.delete(workspaceId);
    };
    // Neither a failure is kept nor that there is none: the app may be installed at any moment.
    fresh.token.then((token) => token ?? forget(), forget);
    return fresh.token;
  };
}

async function tokenIn(parts: TokenParts, workspaceId: string): Promise<string | undefined> {
  const { store, vault, now, log } = parts;
  const installation = await readInstallation(store, workspaceId);
  if (installation?.sealedToken === undefined) return undefined;
  const endsAt = installation.rotation?.expiresAt ?? Number.POSITIVE_INFINITY;
  const next = endsAt - now() > REFRESHED_BEFORE_MS ? undefined : await refreshed(parts, installation);
  if (next !== undefined) return next;
  const token = vault.open(installation.sealedToken, workspaceId);
  if (token === undefined)
    log({ level: 'error', event: 'token not readable', workspace: workspaceId, cure: KEY_LOST });
  return token;
}

/** The next token; `undefined` where somebody else is at getting it, or it can't be got: then the old one is all there is. */
async function refreshed(parts: TokenParts, seen: Installation): Promise<string | undefined> {
  const { store, vault, oauth, now, log } = parts;
  const { workspaceId } = seen;
  const mine = await leaseRefresh(store, seen, now() + LEASE_MS);
  const refreshToken = mine?.rotation && vault.open(mine.rotation.sealedRefresh, workspaceId);
  if (mine === undefined || refreshToken === undefined) return undefined;
  const answer = await oauth.refresh(refreshToken);
  if ('kind' in answer) {
    log({ level: 'error', event: 'token not refreshed', workspace: workspaceId, problem: answer.problem });
    return undefined;
  }
  const { token, rotation } = answer;
  if (rotation === undefined) {
    log({ level: 'error', event: 'token not refreshed', workspace: workspaceId, problem: 'no next one' });
    return token;
  }
  const sealed = {
    sealedToken: vault.close(token, workspaceId),
    rotation: {
      sealedRefresh: vault.close(rotation.refreshToken, workspaceId),
      expiresAt: rotation.expiresAt,
    },
  };
  // Where the app was installed anew meanwhile, that installation's tokens stay; this one is good as long as Slack says.
  const kept = await keepSurely(parts, () => keepTokens(store, mine, sealed));
  if (!kept) log({ level: 'error', event: 'next token not kept', workspace: workspaceId });
  return token;
}

const MOST_TRIES = 5;

/** Only this answer of Slack's holds the next tokens, so a table that fails a moment is asked again before they are lost. */
async function keepSurely({ store }: TokenParts, keep: () => Promise<unknown>): Promise<boolean> {
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    try {
      await keep();
      return true;
    } catch {
      await pauseAfter(store, tries);
    }
  }
  return false;
}
