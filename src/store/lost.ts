import type { Member } from '../member.ts';
import { ERRANDS } from '../schedule.ts';
import { moveWrite } from './due.ts';
import type { Due } from './kinds/due.ts';
import { type Lost, lostKind } from './kinds/lost.ts';
import { ownerOf } from './kinds/member.ts';
import { commit } from './layer/commit.ts';
import { put, update, type Write } from './layer/write.ts';
import { KEPT_FOR, stampAfter, timeToLive } from './stamp.ts';
import type { Store } from './store.ts';

/**
 * Marks an errand as lost from where it was read, and notes for its member that it may be, both or neither. False when somebody
 * else was faster. The question about a timer needs no note: whatever its member does next asks it anyhow.
 */
export async function loseDue(store: Store, due: Due, why: string): Promise<boolean> {
  const { write } = moveWrite(store, due, 'lost', { why });
  return (await commit(store, [write, ...noteWrites(store, due)])) === undefined;
}

function noteWrites(store: Store, due: Due): readonly Write[] {
  const errand = ERRANDS.find((name) => name === due.errand);
  if (errand === undefined || !('member' in due)) return [];
  const v = stampAfter(store);
  const ttl = timeToLive(v, KEPT_FOR);
  return [put(lostKind, { ...ownerOf(due.member), errand, due: due.bucket, v, ttl })];
}

/** Puts the news of a lost message away; news of a later one stays. */
export async function putLostAway(store: Store, member: Member, lost: Omit<Lost, 'version'>): Promise<void> {
  const key = { ...ownerOf(member), errand: lost.errand };
  await commit(store, [update(lostKind, key, { seen: true }, { fields: { due: lost.bucket } })]);
}
