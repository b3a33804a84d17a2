import { randomUUID } from 'node:crypto';
import type { Member } from '../member.ts';
import { journalKind, receiptIdOf } from './kinds/journal.ts';
import { ownerOf } from './kinds/member.ts';
import { commit } from './layer/commit.ts';
import { readRow } from './layer/read.ts';
import { put } from './layer/write.ts';
import { RECEIPT_KEPT_FOR, stampAfter, timeToLive } from './stamp.ts';
import type { Store } from './store.ts';

/**
 * Makes a request that changes nothing in the table one's own, so that what it does outside is done once. Whoever claims it
 * first may go on; if they end before they are done, it stays undone.
 */
export async function claimRequest(
  store: Store,
  member: Member,
  requestId: string,
): Promise<'claimed' | 'claimed before'> {
  const { kind } = await claim(store, member, requestId);
  return kind === 'held' ? 'claimed before' : 'claimed';
}

/** The second click of a double click comes within so many milliseconds, also where Slack or a function is slow. */
export const SAME_CLICK_MS = 5000;

/**
 * As {@link claimRequest}, for a press, which may be done again on purpose: `claimed anew` is one that was claimed a while ago.
 * Of several clicks at once, one claims it.
 */
export async function claimPress(
  store: Store,
  member: Member,
  requestId: string,
): Promise<'claimed' | 'claimed anew' | 'same click'> {
  const first = await claim(store, member, requestId);
  if (first.kind === 'claimed') return 'claimed';
  const { res, ttl } = first.by ?? {};
  const claimedAt = (ttl ?? 0) * 1000 - RECEIPT_KEPT_FOR;
  if (res === undefined || store.now() - claimedAt < SAME_CLICK_MS) return 'same click';
  const again = await claim(store, member, requestId, res);
  return again.kind === 'claimed' ? 'claimed anew' : 'same click';
}

type Receipt = { readonly res?: string; readonly ttl: number };
type Claim = { readonly kind: 'claimed' } | { readonly kind: 'held'; readonly by?: Receipt };

/** Writes the receipt, over nothing or over the one that is named. */
async function claim(store: Store, member: Member, requestId: string, over?: string): Promise<Claim> {
  const ttl = timeToLive(stampAfter(store), RECEIPT_KEPT_FOR);
  const res = randomUUID();
  const receipt = { ...ownerOf(member), req: receiptIdOf(requestId), what: 'share' as const, res, ttl };
  const when = over === undefined ? { row: 'absent' as const } : { fields: { res: over } };
  const refusal = await commit(store, [put(journalKind, receipt, when)]);
  if (refusal === undefined) return { kind: 'claimed' };
  const found = refusal.rows.get(0);
  const by = found && readRow(store, journalKind, found);
  // The answer to an earlier try of this very write was lost.
  if (by?.res === res) return { kind: 'claimed' };
  return { kind: 'held', ...(by === undefined ? {} : { by }) };
}
