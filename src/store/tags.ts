import type { Member } from '../member.ts';
import type { Tag } from '../tag.ts';
import { type TagChange, tagMoves } from '../tag-change.ts';
import type { TagSettings } from '../tag-names.ts';
import { change, findReceipt } from './change.ts';
import { ownerOf } from './kinds/member.ts';
import { tagKind, tagSettingAttributes } from './kinds/tag.ts';
import { commit } from './layer/commit.ts';
import { put } from './layer/write.ts';
import { stampAfter } from './stamp.ts';
import { changeRow } from './steps.ts';
import type { Store } from './store.ts';
import type { UndoTarget } from './undo-target.ts';

/** What became of a change of tags. */
export type ChangeTagResult =
  | { readonly kind: 'done' | 'already done'; readonly undo: UndoTarget }
  /** Everything is so already. */
  | { readonly kind: 'unchanged' }
  /** Another change of these tags came first. Nothing was written. */
  | { readonly kind: 'changed' };

/** Renames, merges or archives tags whose settings stand as `seen`. No entry is written. */
export async function changeTag(
  store: Store,
  member: Member,
  requestId: string,
  seen: readonly TagSettings[],
  next: TagChange,
): Promise<ChangeTagResult> {
  const touched = tagMoves(seen, next);
  if (touched.length === 0) {
    const receipt = await findReceipt(store, member, requestId);
    return receipt === undefined ? { kind: 'unchanged' } : { kind: 'already done', undo: receipt.undo };
  }
  const stamp = stampAfter(store, ...touched.map(({ before }) => before.version));
  const moves = touched.map(({ before, after }) => {
    const key = tagKind.keyOf({ ...ownerOf(member), tag: before.tag });
    return changeRow(key, tagSettingAttributes(before), tagSettingAttributes(after), stamp);
  });
  const outcome = await change(store, member, { requestId, what: `tag ${next.kind}`, stamp, moves });
  return outcome.kind === 'refused' ? { kind: 'changed' } : { kind: outcome.kind, undo: outcome.undo };
}

/**
 * Notes that a tag was used, so that it can be suggested and a slip of it noticed. It is no change that can be undone,
 * and losing it is harmless: the next use notes it again.
 */
export async function noteTag(store: Store, member: Member, tag: Tag): Promise<void> {
  const stamp = stampAfter(store);
  const row = { ...ownerOf(member), tag, used: stamp, v: stamp };
  await commit(store, [put(tagKind, row, { fields: { v: null } })]);
}
