import type { Member } from '../member.ts';
import { journalKind, receiptIdOf, type What } from './kinds/journal.ts';
import { ownerOf, partitionOf } from './kinds/member.ts';
import { kindAt } from './kinds.ts';
import { commit } from './layer/commit.ts';
import type { Item } from './layer/item.ts';
import { liftRefused } from './layer/lift.ts';
import { getRow, readRow } from './layer/read.ts';
import { put, type Write } from './layer/write.ts';
import { KEPT_FOR, timeToLive } from './stamp.ts';
import { firstWrite, type Move } from './steps.ts';
import type { Store } from './store.ts';
import type { UndoTarget } from './undo-target.ts';

/** One change as it will be carried out. */
export type Change = {
  readonly requestId: string;
  readonly what: What;
  /** Later than the version of every row it replaces. */
  readonly stamp: number;
  readonly moves: readonly Move[];
  readonly checks?: readonly Write[];
  /** What is written with it where it can be, and is no reason against it where it can’t. */
  readonly beside?: readonly Write[];
  /** Kept in the receipt for the answer to a repeated request. */
  readonly res?: string;
};

/** What became of a change. */
export type ChangeOutcome =
  | { readonly kind: 'done'; readonly undo: UndoTarget }
  | { readonly kind: 'already done'; readonly res?: string; readonly undo: UndoTarget }
  /** `moves` and `checks` that did not hold, by their index in the change, with the rows as they stand. */
  | { readonly kind: 'refused'; readonly rows: ReadonlyMap<number, Item | undefined> };

/**
 * Carries a change out in one transaction: its receipt, which is also its line in the undo list, then its moves, then
 * its checks. What is not in a move cannot be changed, so undo knows all there is to know.
 */
export async function change(store: Store, member: Member, plan: Change): Promise<ChangeOutcome> {
  const own = partitionOf(member);
  const receipt = {
    ...ownerOf(member),
    req: receiptIdOf(plan.requestId),
    what: plan.what,
    steps: plan.moves.map(({ step }) => step),
    m: plan.stamp,
    ...(plan.res === undefined ? {} : { res: plan.res }),
    ttl: timeToLive(plan.stamp, KEPT_FOR),
  };
  const undo = { key: journalKind.keyOf(receipt).sk };
  const needed = [
    put(journalKind, receipt, { row: 'absent' }),
    ...plan.moves.map((move) => firstWrite(own, move, plan.stamp)),
    ...(plan.checks ?? []),
  ];
  const writes = [...needed, ...(plan.beside ?? [])];
  let refusal = await commit(store, writes);
  if (refusal !== undefined && (await liftRefused(store, kindAt, refusal)))
    refusal = await commit(store, writes);
  if (refusal !== undefined && refusal.index >= needed.length) refusal = await commit(store, needed);
  if (refusal === undefined) return { kind: 'done', undo };
  if (refusal.index > 0) {
    return { kind: 'refused', rows: new Map([...refusal.rows].map(([index, row]) => [index - 1, row])) };
  }
  const found = refusal.rows.get(0);
  const earlier = found === undefined ? undefined : readRow(store, journalKind, found);
  return { kind: 'already done', ...(earlier?.res === undefined ? {} : { res: earlier.res }), undo };
}

/** What a request left when it was carried out as a change, an undo or a redo; `undefined` if it was not. */
export async function findReceipt(
  store: Store,
  member: Member,
  requestId: string,
): Promise<{ readonly res?: string; readonly undo: UndoTarget } | undefined> {
  const key = { ...ownerOf(member), req: receiptIdOf(requestId) };
  const row = await getRow(store, journalKind, key);
  if (row === undefined) return undefined;
  return { ...(row.res === undefined ? {} : { res: row.res }), undo: { key: journalKind.keyOf(key).sk } };
}
