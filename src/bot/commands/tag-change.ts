import { findReceipt } from '../../store/change.ts';
import { readHome } from '../../store/home.ts';
import { changeTag } from '../../store/tags.ts';
import type { UndoTarget } from '../../store/undo-target.ts';
import type { Tag } from '../../tag.ts';
import { type TagChange, tagMoves } from '../../tag-change.ts';
import { namesInForce } from '../../tag-names.ts';
import type { MemberCall } from '../call.ts';
import { isAtHand, lookForTag } from '../known-tags.ts';
import {
  exists,
  isNoName,
  isOldName,
  oneAlready,
  type TagRefusal,
  tagChanged,
  tagTakenBack,
  unknownTag,
} from '../messages/tag-words.ts';
import { encodeUndo } from '../wire/undo-value.ts';

/** What came of a change of tags: done with its undo, or why nothing was written. */
export type TagOutcome =
  | { readonly kind: 'done'; readonly change: TagChange; readonly undo: string }
  | { readonly kind: 'refused'; readonly refusal: TagRefusal };

/** Changes a tag as the member says, or tells what stands in the way; nothing is guessed. */
export async function applyTagChange(call: MemberCall, wanted: TagChange): Promise<TagOutcome> {
  const { store, member, requestId, home } = call;
  const change = settled(call, wanted);
  const done = (undo: UndoTarget) => ({ kind: 'done', change, undo: encodeUndo(undo) }) as const;
  const refusal = await refusalFor(call, change);
  if (refusal !== undefined) {
    // A request that comes again meets what it did itself.
    const receipt = await findReceipt(store, member, requestId);
    return receipt === undefined ? { kind: 'refused', refusal } : done(receipt.undo);
  }
  const result = await changeTag(store, member, requestId, home.tags, change);
  switch (result.kind) {
    case 'done':
      return done(result.undo);
    case 'already done':
      return (await stands(call, change)) ? done(result.undo) : { kind: 'refused', refusal: tagTakenBack };
    case 'unchanged':
      return { kind: 'refused', refusal: oneAlready(change) };
    case 'changed':
      return { kind: 'refused', refusal: tagChanged };
    default:
      return result satisfies never;
  }
}

/** True while what an earlier delivery did is not taken back. */
async function stands({ store, member, today }: MemberCall, change: TagChange): Promise<boolean> {
  const { tags } = await readHome(store, member, today);
  return tagMoves(tags, change).length === 0;
}

/** Tags that are no names any more mean those that took their place, where that leaves no doubt. */
function settled(call: MemberCall, change: TagChange): TagChange {
  const names = namesInForce(call.home.tags);
  if ('tag' in change) return { ...change, tag: names(change.tag) };
  return change.kind === 'merge' ? { ...change, to: names(change.to) } : change;
}

async function refusalFor(call: MemberCall, change: TagChange): Promise<TagRefusal | undefined> {
  const names = namesInForce(call.home.tags);
  const unknown = async (tag: Tag) => {
    const looked = await lookForTag(call, tag);
    return looked.isKnown ? undefined : unknownTag(tag, looked.near);
  };
  if ('tag' in change) return unknown(change.tag);
  const { kind, from, to } = change;
  if (from === to) return isNoName(from);
  if (names(from) !== from) return isOldName(from, names(from), change);
  if (names(to) === from) return kind === 'rename' ? undefined : isNoName(from);
  const missing = await unknown(from);
  if (missing !== undefined) return missing;
  if (kind === 'merge') return unknown(to);
  if (names(to) !== to) return exists(from, names(to), to);
  return isAtHand(call, to) ? exists(from, to) : undefined;
}
