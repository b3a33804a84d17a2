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
  const ttl = timeToLive(stampAfter(store), RECEIPT_KEPT_FOR);
  const res = randomUUID();
  const receipt = { ...ownerOf(member), req: receiptIdOf(requestId), what: 'share' as const, res, ttl };
  const refusal = await commit(store, [put(journalKind, receipt, { row: 'absent' })]);
  if (refusal === undefined) return 'claimed';
  const found = refusal.rows.get(0);
  // The answer to an earlier try of this very write was lost.
  const isOwn = found !== undefined && readRow(store, journalKind, found)?.res === res;
  return isOwn ? 'claimed' : 'claimed before';
}
