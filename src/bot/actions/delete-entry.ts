import { deleteEntry } from '../../store/change-entry.ts';
import type { MemberCall } from '../call.ts';
import { deletedReply, deletionReply, notDeleted } from '../commands/delete.ts';
import { withList } from '../commands/list.ts';
import { findEntry, goneReply } from '../find-entry.ts';
import type { Reply } from '../slack/blocks.ts';
import { decodeEntryRef, type EntryRef } from '../wire/entry-ref.ts';
import { decodeListed } from '../wire/listed-value.ts';
import type { PressHandler } from './press.ts';

/** Deletes an entry from the list and shows the page that is left, with the way back. */
export const deletePressed: PressHandler = async (call, { value }) => {
  const listed = decodeListed(value);
  return withList(call, await deleteSeen(call, listed?.ref), listed?.page);
};

/** The same where no list has to follow. */
export const deleteHerePressed: PressHandler = (call, { value }) => deleteSeen(call, decodeEntryRef(value));

async function deleteSeen(call: MemberCall, ref: EntryRef | undefined): Promise<Reply> {
  const entry = ref === undefined ? undefined : await findEntry(call, ref);
  if (ref === undefined || entry === undefined) return goneReply(call);
  // What the person saw is not what stands now: they decide anew.
  if (entry.version !== ref.version) return notDeleted(call, entry);
  const result = await deleteEntry(call.store, call.member, call.requestId, entry);
  return deletionReply(call, entry, result, (undo) => deletedReply(call, entry, undo));
}
