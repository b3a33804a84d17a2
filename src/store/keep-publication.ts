import type { Member } from '../member.ts';
import { ownerOf } from './kinds/member.ts';
import { type Publication, publicationKind } from './kinds/publication.ts';
import { commit } from './layer/commit.ts';
import { readRow } from './layer/read.ts';
import { put } from './layer/write.ts';
import { stampAfter } from './stamp.ts';
import type { Store } from './store.ts';

/**
 * Keeps what was published where the last publication still is the one that was `seen` (absent: none yet). False when
 * another one was kept meanwhile: then what was published may be older than what stands now.
 */
export async function keepPublication(
  store: Store,
  member: Member,
  seen: Publication | undefined,
  { content, slackHash }: Omit<Publication, 'version'>,
): Promise<boolean> {
  const v = stampAfter(store, seen?.version ?? 0);
  const row = { ...ownerOf(member), c: content, h: slackHash, v };
  const when = seen === undefined ? ({ row: 'absent' } as const) : { fields: { v: seen.version } };
  const refusal = await commit(store, [put(publicationKind, row, when)]);
  if (refusal === undefined) return true;
  const found = refusal.rows.get(0);
  // The answer to an earlier try of this very write was lost.
  return found !== undefined && readRow(store, publicationKind, found)?.v === v;
}
