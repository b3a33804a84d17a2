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

/** So long the table is not asked again; a token that is taken back meanwhile is left as soon as Slack says so. */
const KEPT_MS = 5 * 60_000;

/** How long whoever gets the next token may be at it; Slack's answer takes ten seconds at most. */
const LEASE_MS = 30_000;

const KEY_LOST =
  'STINT_TOKEN_KEY lacks the key that hid this token: put it back, after the new one, or have the workspace install the app again.';

const NONE_OTHER =
  'Slack does not take this workspace’s token any more, and the table holds no other: have the workspace install the app again.';

type Kept = { readonly until: Instant; readonly token: Promise<string | undefined> };

/** A token, and until when it may be used without asking again. */
type Got = { readonly token: string | undefined; readonly until: Instant };

/** Thrown where a token has ended and the next one is not there yet: whoever needs it has to come again. */
class TokenEndedError extends Error {
  override readonly name = 'TokenEndedError';
}

/**
 * The tokens of the workspaces in which the app was installed, kept for five minutes at most and never beyond their end. One
 * that ends soon is exchanged for the next one, by one process alone; the others go on with the old one as long as it is good,
 * and wait a moment for the next one after that.
 */
export function installedTokens(parts: TokenParts): TokenSource {
  const kept = new Map<string, Kept>();

  function tokenOf(workspaceId: string): Promise<string | undefined> {
    const now = parts.now();
    for (const [other, { until }] of kept) if (until <= now) kept.delete(other);
    const known = kept.get(workspaceId);
    if (known !== undefined) return known.token;
    const got = tokenIn(parts, workspaceId);
    const fresh = { until: now + KEPT_MS, token: got.then(({ token }) => token) };
    kept.set(workspaceId, fresh);
    const keep = (until: Instant) => {
      if (kept.get(workspaceId) !== fresh) return;
      if (until <= now) kept.delete(workspaceId);
      else kept.set(workspaceId, { ...fresh, until: Math.min(fresh.until, until) });
    };
    // Neither a failure is kept nor that there is none: the app may be installed at any moment.
    got.then(
      ({ token, until }) => keep(token === undefined ? 0 : until),
      () => keep(0),
    );
    return fresh.token;
  }

  /** Several requests hear of it at once: what another of them got meanwhile stays. */
  async function leave(workspaceId: string, ended: string): Promise<void> {
    const known = kept.get(workspaceId)?.token;
    const token = await known?.catch(() => undefined);
    if (token === ended && kept.get(workspaceId)?.token === known) kept.delete(workspaceId);
  }

  return async (workspaceId, ended) => {
    if (ended === undefined) return tokenOf(workspaceId);
    await leave(workspaceId, ended);
    const token = await tokenOf(workspaceId);
    if (token === ended)
      parts.log({ level: 'error', event: 'token refused', workspace: workspaceId, cure: NONE_OTHER });
    return token;
  };
}

/** So often, a quarter of a second apart, another process that gets the next token is waited for: Slack waits three seconds. */
const MOST_LOOKS = 6;
const LOOK_MS = 250;

async function tokenIn(parts: TokenParts, workspaceId: string): Promise<Got> {
  const { store, now } = parts;
  for (let look = 1; look <= MOST_LOOKS; look += 1) {
    if (look > 1) await store.pause(LOOK_MS);
    const installation = await readInstallation(store, workspaceId);
    if (installation?.sealedToken === undefined) return { token: undefined, until: 0 };
    const endsAt = installation.rotation?.expiresAt ?? Number.POSITIVE_INFINITY;
    if (endsAt - now() > REFRESHED_BEFORE_MS) return { token: opened(parts, installation), until: endsAt };
    const next = await refreshed(parts, installation);
    if (next !== undefined) return { token: next, until: Number.POSITIVE_INFINITY };
    // As long as it is good it will do, but the next one is looked for soon.
    if (endsAt > now())
      return { token: opened(parts, installation), until: Math.min(endsAt, now() + LEASE_MS) };
  }
  throw new TokenEndedError('The next token is not there yet.');
}

function opened(
  { vault, log }: TokenParts,
  { workspaceId, sealedToken = '' }: Installation,
): string | undefined {
  const token = vault.open(sealedToken, workspaceId);
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
