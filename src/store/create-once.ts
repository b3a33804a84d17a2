import type { Member } from '../member.ts';
import { type Place, placeIn, placeWords } from './change-dated.ts';
import { journalKind, receiptIdOf, type What } from './kinds/journal.ts';
import { ownerOf } from './kinds/member.ts';
import { commit } from './layer/commit.ts';
import { readRow } from './layer/read.ts';
import { put, type Write } from './layer/write.ts';
import { RECEIPT_KEPT_FOR, timeToLive } from './stamp.ts';
import type { Store } from './store.ts';

/** New rows on days, which one request makes once, whatever it says when it comes again. */
export type Creation = {
  readonly requestId: string;
  readonly what: What;
  readonly stamp: number;
  /** Puts of rows that are not there yet. */
  readonly rows: readonly Write[];
  /** Where they will lie, in their order. */
  readonly places: readonly Place[];
};

/** What became of it. */
export type CreatedOnce =
  | { readonly kind: 'created' }
  /** An earlier delivery of the request was carried out: as what, and where what it made lies, if it was known to make any. */
  | { readonly kind: 'created before'; readonly what: string; readonly places: readonly Place[] };

/**
 * Writes the rows together with a receipt that makes the request one: their own keys hold their days, which may be others
 * when it comes again. The first delivery wins. Three write units more than rows alone.
 */
export async function createOnce(
  store: Store,
  member: Member,
  { requestId, what, stamp, rows, places }: Creation,
): Promise<CreatedOnce> {
  const res = places.map(placeWords).join(',');
  const ttl = timeToLive(stamp, RECEIPT_KEPT_FOR);
  const receipt = { ...ownerOf(member), req: receiptIdOf(requestId), what, res, ttl };
  const refusal = await commit(store, [put(journalKind, receipt, { row: 'absent' }), ...rows]);
  if (refusal === undefined) return { kind: 'created' };
  const found = refusal.rows.get(0);
  const earlier = found === undefined ? undefined : readRow(store, journalKind, found);
  const kept = (earlier?.res ?? res).split(',').map(placeIn);
  return { kind: 'created before', what: earlier?.what ?? what, places: kept };
}
