import { editEntry } from '../../store/change-entry.ts';
import { changeReply } from '../commands/change-reply.ts';
import { findEntry, goneReply } from '../find-entry.ts';
import { ENTRY_GONE } from '../messages/entry-gone.ts';
import { memberTags } from '../read-member-line.ts';
import { decodeNearTag } from '../wire/near-tag.ts';
import type { PressHandler } from './press.ts';

/** Puts the tag that was meant in the place of the one that was typed (`Use #writing`), with the way back. */
export const useNearTag: PressHandler = async (call, { value }) => {
  const decoded = decodeNearTag(value);
  if (decoded === undefined) return ENTRY_GONE;
  const { ref, from, to } = decoded;
  const entry = await findEntry(call, ref);
  if (entry === undefined) return goneReply(call);
  if (entry.version !== ref.version) return changeReply(call, { kind: 'changed', current: entry }, entry);
  const tags = memberTags(
    call,
    entry.tags.map((tag) => (tag === from ? to : tag)),
  );
  const result = await editEntry(call.store, call.member, call.requestId, entry, { ...entry, tags });
  return changeReply(call, result, entry);
};
