import type { Member } from '../member.ts';
import type { MemberErrand } from '../schedule.ts';
import { type Instant, instantFromIso, isoOf } from '../time.ts';
import { moveDue, moveWrite, readDue } from './due.ts';
import type { Due, OwnedErrand, Sent } from './kinds/due.ts';
import { journalKind, receiptIdOf } from './kinds/journal.ts';
import { ownerOf } from './kinds/member.ts';
import { commit } from './layer/commit.ts';
import { getRow, readRow } from './layer/read.ts';
import { put } from './layer/write.ts';
import { KEPT_FOR, timeToLive } from './stamp.ts';
import type { Store } from './store.ts';

/**
 * Moves an errand to `sending` together with the receipt that one thing of its kind was sent `about` something, so that a change of
 * the timetable never brings the same one twice. `sent before`: another errand did.
 */
export async function startSending(
  store: Store,
  due: Due,
  about: string,
  until: Instant,
): Promise<Due | 'sent before' | undefined> {
  const { write, moved } = moveWrite(store, due, 'sending', { until });
  const res = `${due.errand} ${isoOf(due.bucket)}`;
  const receipt = {
    ...receiptKey(due, about),
    what: due.errand,
    res,
    ttl: timeToLive(write.stamp, KEPT_FOR),
  };
  const refusal = await commit(store, [write, put(journalKind, receipt, { row: 'absent' })]);
  if (refusal === undefined) return moved;
  if (refusal.rows.has(0)) return undefined;
  const found = refusal.rows.get(1);
  const earlier = found === undefined ? undefined : readRow(store, journalKind, found);
  // Its own receipt: Slack asked to come again later.
  if (earlier?.res === res) return (await commit(store, [write])) === undefined ? moved : undefined;
  return 'sent before';
}

/** Receipts lie with the member; a workspace's beside its members, where no member's id can be. */
function receiptKey(owned: OwnedErrand, about: string) {
  const owner = 'member' in owned ? ownerOf(owned.member) : { team: owned.workspaceId, user: 'workspace' };
  return { ...owner, req: receiptIdOf(`${owned.errand} ${about}`) };
}

/** An errand whose message stands as it was sent. */
export type SentDue = Due & { readonly message: Sent };

/**
 * The errand that sent a member a message `about` something, whenever that was; `undefined` where none did, or where another
 * message took its place since.
 */
export async function readSent(
  store: Store,
  member: Member,
  errand: MemberErrand,
  about: string,
): Promise<SentDue | undefined> {
  const receipt = await getRow(store, journalKind, receiptKey({ errand, member }, about));
  const bucket = instantFromIso(receipt?.res?.slice(`${errand} `.length) ?? '');
  if (bucket === undefined) return undefined;
  const due = await readDue(store, { bucket, errand, member });
  return due?.message === undefined ? undefined : { ...due, message: due.message };
}

/** Notes that another message took the place of the one that an errand sent: from then on nobody else replaces it. */
export async function closeSent(store: Store, sent: SentDue): Promise<void> {
  await moveDue(store, sent, 'done', { why: 'replaced' });
}
