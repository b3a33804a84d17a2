import type { Entry } from '../../entry.ts';
import { findReceipt } from '../../store/change.ts';
import { type ChangeEntryResult, deleteEntry } from '../../store/change-entry.ts';
import { readLastEntry } from '../../store/last-entry.ts';
import type { UndoTarget } from '../../store/undo-target.ts';
import type { MemberCall } from '../call.ts';
import { dayTotal, entriesAround } from '../day.ts';
import { ENTRY_GONE } from '../messages/entry-gone.ts';
import { undoButton } from '../messages/undo-button.ts';
import { dayLine, dayWords, entryLine } from '../messages/words.ts';
import { actions, context, plainReply, type Reply, reply, section } from '../slack/blocks.ts';
import { encodeUndo } from '../wire/undo-value.ts';

/** Said where there is no last entry to edit or delete. */
export const NO_LAST_ENTRY = plainReply(
  'There is no entry among your last changes. `/track list` shows what there is, each with Edit and Delete.',
);

/** Deletes the entry that was logged or changed last, and shows which. */
export async function deleteLast(call: MemberCall): Promise<Reply> {
  const { store, member, requestId } = call;
  const entry = await readLastEntry(store, member);
  if (entry === undefined) {
    const receipt = await findReceipt(store, member, requestId);
    return receipt === undefined ? NO_LAST_ENTRY : deletedBefore(receipt.undo);
  }
  // The same request once more finds the entry before by now; its receipt keeps that one safe.
  const result = await deleteEntry(store, member, requestId, entry);
  return deletionReply(call, entry, result, deletedBefore);
}

/** What to say of a deletion; `deletedAlready` where an earlier delivery of the request did it, and it is still gone. */
export async function deletionReply(
  call: MemberCall,
  entry: Entry,
  result: ChangeEntryResult,
  deletedAlready: (undo: UndoTarget) => Reply | Promise<Reply>,
): Promise<Reply> {
  switch (result.kind) {
    case 'done':
      return deletedReply(call, entry, result.undo);
    case 'already done':
      return result.subject === undefined ? deletedAlready(result.undo) : isBack(call, result.subject);
    case 'changed':
      return result.current === undefined ? ENTRY_GONE : notDeleted(call, result.current);
    case 'unchanged':
      return ENTRY_GONE;
    default:
      return result satisfies never;
  }
}

/** Echoes a deletion: what is gone, the day's new total, and the way back. */
export async function deletedReply(call: MemberCall, entry: Entry, undo: UndoTarget): Promise<Reply> {
  const before = await entriesAround(call, entry.date);
  const line = `:wastebasket: Deleted: ${entryLine(entry)} · ${dayWords(entry.date, call.today)}`;
  const small = dayLine(entry.date, dayTotal(before, entry.date, { now: [], gone: [entry] }), call.today);
  return reply(`${line}\n${small}`, [section(line), context(small), wayBack(undo)]);
}

/** The answer where what the person saw is not what stands now. */
export function notDeleted(call: MemberCall, entry: Entry): Reply {
  const line = `Not deleted: it was changed meanwhile. Now it is ${entryLine(entry)} · ${dayWords(entry.date, call.today)}.`;
  return reply(line, [section(line)]);
}

/** The answer where an earlier delivery of the request deleted it, and it was brought back since. */
function isBack(call: MemberCall, entry: Entry): Reply {
  const line = `That was deleted before, and brought back since: ${entryLine(entry)} · ${dayWords(entry.date, call.today)}.`;
  return reply(line, [section(line)]);
}

function deletedBefore(undo: UndoTarget): Reply {
  const line = ':wastebasket: Deleted already. `/track list` shows what is left.';
  return reply(line, [section(line), wayBack(undo)]);
}

function wayBack(undo: UndoTarget) {
  return actions('deleted', [undoButton(encodeUndo(undo))]);
}
