import type { EntryContent } from '../entry.ts';
import type { Member } from '../member.ts';
import { placeOf } from './change-entry.ts';
import { createdAt } from './create.ts';
import { inForce } from './in-force.ts';
import { entryAttributes, entryKind, toEntry } from './kinds/entry.ts';
import { journalKind, receiptIdOf } from './kinds/journal.ts';
import { ownerOf } from './kinds/member.ts';
import { commit } from './layer/commit.ts';
import { getItem, readRow } from './layer/read.ts';
import { put } from './layer/write.ts';
import { entryIdOf, type LogResult } from './log-entries.ts';
import { RECEIPT_KEPT_FOR, stampAfter, timeToLive } from './stamp.ts';
import type { Store } from './store.ts';

/** The request was carried out before, as something else than a log. */
export type AnsweredOtherwise = { readonly kind: 'answered otherwise' };

/**
 * Keeps one entry for a request that may come again saying something else: a form that is sent twice with other values, a
 * question whose buttons are both pressed. A log's own key holds its date, so here a receipt makes the request one; the first
 * delivery wins, and the later ones are told what it kept. Three write units more than {@link logEntries}.
 */
export async function logOnce(
  store: Store,
  member: Member,
  requestId: string,
  content: EntryContent,
): Promise<LogResult | AnsweredOtherwise> {
  const stamp = stampAfter(store);
  const id = entryIdOf(requestId, 0);
  const row = {
    ...ownerOf(member),
    date: content.date,
    id,
    ...entryAttributes(member, content),
    v: stamp,
    m: stamp,
  };
  const receipt = {
    ...ownerOf(member),
    req: receiptIdOf(requestId),
    what: 'log' as const,
    res: placeOf(content.date, id),
    ttl: timeToLive(stamp, RECEIPT_KEPT_FOR),
  };
  const refusal = await commit(store, [
    put(journalKind, receipt, { row: 'absent' }),
    put(entryKind, row, { row: 'absent' }),
  ]);
  if (refusal === undefined) {
    const key = entryKind.keyOf(row);
    return {
      kind: 'logged',
      entries: [inForce(store, member, toEntry(row))],
      undo: { key: key.sk, version: stamp },
    };
  }
  const found = refusal.rows.get(0);
  const earlier = found === undefined ? undefined : readRow(store, journalKind, found);
  if (earlier !== undefined && earlier.what !== 'log') return { kind: 'answered otherwise' };
  return keptBefore(store, member, earlier?.res ?? placeOf(content.date, id));
}

async function keptBefore(store: Store, member: Member, place: string): Promise<LogResult> {
  const [date = '', id = ''] = place.split(' ');
  const key = entryKind.keyOf({ ...ownerOf(member), date, id });
  const item = await getItem(store, key);
  const row = item === undefined ? undefined : readRow(store, entryKind, item);
  const undone = item === undefined || item['del'] !== undefined;
  return {
    kind: 'already logged',
    entries: row === undefined ? [] : [inForce(store, member, toEntry(row))],
    ...(undone ? { undone } : {}),
    undo: { key: key.sk, version: item === undefined ? 0 : createdAt(item) },
  };
}
