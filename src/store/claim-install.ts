import { consentKind } from './kinds/consent.ts';
import { commit } from './layer/commit.ts';
import { put } from './layer/write.ts';
import { timeToLive } from './stamp.ts';
import type { Store } from './store.ts';

/** Longer than any of them is good for. */
const KEPT_FOR_MS = 3_600_000;

/** Makes the end of one way through an installation one's own; false where it was gone to its end before. */
export async function claimInstall(store: Store, nonce: string): Promise<boolean> {
  const row = { nonce, ttl: timeToLive(store.now(), KEPT_FOR_MS) };
  return (await commit(store, [put(consentKind, row, { row: 'absent' })])) === undefined;
}
