import { type Installation, KEPT_AFTER_REMOVAL_MS } from '../installation.ts';
import type { Member } from '../member.ts';
import type { Instant } from '../time.ts';
import { ensureDue } from './due.ts';
import { installAttributes, installKind, toInstallation } from './kinds/install.ts';
import { commit } from './layer/commit.ts';
import { BusyError, pauseAfter } from './layer/contention.ts';
import { getRow } from './layer/read.ts';
import { put, remove, update } from './layer/write.ts';
import { stampAfter } from './stamp.ts';
import type { Store } from './store.ts';

/** The app in a workspace as it stands now; `undefined` where it was never installed. Its token is absent where it was removed. */
export async function readInstallation(store: Store, workspaceId: string): Promise<Installation | undefined> {
  const row = await getRow(store, installKind, { team: workspaceId });
  return row && toInstallation(row);
}

const MOST_TRIES = 10;

/**
 * Keeps an installation in the place of whatever was there. A later one stays: two people may install at once, and the
 * answer to either may come late. Gives back the one in force.
 */
export async function keepInstallation(
  store: Store,
  installation: Omit<Installation, 'version' | 'removedAt'>,
): Promise<Installation> {
  const { workspaceId } = installation;
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const seen = await readInstallation(store, workspaceId);
    if (seen?.sealedToken !== undefined && seen.installedAt > installation.installedAt) return seen;
    const next = { ...installation, version: stampAfter(store, seen?.version ?? 0) };
    const when = seen === undefined ? ({ row: 'absent' } as const) : { fields: { v: seen.version } };
    const row = { team: workspaceId, ...installAttributes(next) };
    if ((await commit(store, [put(installKind, row, when)])) === undefined) return next;
    await pauseAfter(store, tries);
  }
  throw new BusyError(`An installation changed ${MOST_TRIES} times.`);
}

/**
 * Takes the app's secrets out of a workspace that removed it at `at`, and puts the erasure of what it kept on the clock. An
 * installation that is newer than that stays: Slack's events may come late and in any order. Where there is none, the
 * environment holds the app's token, and a row is kept that says no more than when it was removed.
 */
export async function removeInstallation(
  store: Store,
  workspaceId: string,
  at: Instant,
): Promise<'removed' | 'newer'> {
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const seen = (await readInstallation(store, workspaceId)) ?? UNSEEN;
    if (seen.installedAt > at) return 'newer';
    const removedAt = removalOf(seen, at);
    const isKept = seen.sealedToken === undefined && seen.removedAt === removedAt;
    if (isKept || (await strip(store, { ...seen, workspaceId }, removedAt))) {
      await ensureDue(store, { errand: 'erase', workspaceId }, removedAt + KEPT_AFTER_REMOVAL_MS);
      return 'removed';
    }
    await pauseAfter(store, tries);
  }
  throw new BusyError(`An installation changed ${MOST_TRIES} times.`);
}

const UNSEEN: Omit<Installation, 'workspaceId'> = { scopes: [], installedAt: 0, version: 0 };

/** Slack says it in two events, and may repeat both; what comes days later is another removal, of an app that was back. */
function removalOf({ removedAt }: Pick<Installation, 'removedAt'>, at: Instant): Instant {
  return removedAt === undefined || at > removedAt + SAID_AGAIN_MS ? at : removedAt;
}

const SAID_AGAIN_MS = 86_400_000;

async function strip(store: Store, seen: Installation, removedAt: Instant): Promise<boolean> {
  const { rotation: _, sealedToken: __, ...bare } = seen;
  const next = { ...bare, removedAt, version: stampAfter(store, seen.version) };
  const row = { team: seen.workspaceId, ...installAttributes(next) };
  const when = seen.version === 0 ? ({ row: 'absent' } as const) : { fields: { v: seen.version } };
  return (await commit(store, [put(installKind, row, when)])) === undefined;
}

/** Forgets a removal that was none, since the app is there after all. */
export async function forgetRemoval(store: Store, { workspaceId, version }: Installation): Promise<void> {
  await commit(store, [remove(installKind, { team: workspaceId }, { fields: { v: version } })]);
}

/** Takes the name of whoever installed the app out of its row, where it is `member`. The version stays: it names the tokens. */
export async function forgetInstaller(store: Store, { workspaceId, memberId }: Member): Promise<void> {
  const fields = { by: memberId };
  await commit(store, [update(installKind, { team: workspaceId }, { by: null }, { fields })]);
}

/** Makes getting the next token one's own until `until`; `undefined` where somebody else is at it, or it was got meanwhile. */
export async function leaseRefresh(
  store: Store,
  seen: Installation,
  until: Instant,
): Promise<Installation | undefined> {
  const key = { team: seen.workspaceId };
  const row = await getRow(store, installKind, key);
  if (row === undefined || row.v !== seen.version || (row.busy ?? 0) > store.now()) return undefined;
  const fields = { v: seen.version, busy: row.busy ?? null };
  // The version stays: it names the tokens, which are the same.
  const refusal = await commit(store, [update(installKind, key, { busy: until }, { fields })]);
  return refusal === undefined ? toInstallation(row) : undefined;
}

/** Keeps the next tokens in the place of those that stand as `seen`; `undefined` where others came first. */
export async function keepTokens(
  store: Store,
  seen: Installation,
  next: Required<Pick<Installation, 'sealedToken' | 'rotation'>>,
): Promise<Installation | undefined> {
  const { sealedToken, rotation } = next;
  const version = stampAfter(store, seen.version);
  const set = {
    tok: sealedToken,
    ref: rotation.sealedRefresh,
    exp: rotation.expiresAt,
    busy: null,
    v: version,
  };
  const key = { team: seen.workspaceId };
  const refusal = await commit(store, [update(installKind, key, set, { fields: { v: seen.version } })]);
  return refusal === undefined ? { ...seen, ...next, version } : undefined;
}
