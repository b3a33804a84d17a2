import type { Entry } from '../../entry.ts';
import { deleteEntry } from '../../store/change-entry.ts';
import type { UndoTarget } from '../../store/undo-target.ts';
import type { MemberCall } from '../call.ts';
import { withRecentList } from '../commands/list.ts';
import { dayTotal, entriesAround } from '../day.ts';
import { ENTRY_GONE } from '../messages/entry-gone.ts';
import { dayLine, dayWords, entryLine } from '../messages/words.ts';
import { actions, button, context, type Reply, reply, section } from '../slack/blocks.ts';
import { ACTION } from '../wire/action-ids.ts';
import { decodeEntryRef } from '../wire/entry-ref.ts';
import { encodeUndo } from '../wire/undo-value.ts';
import { findEntry, goneReply } from './find-entry.ts';
import type { Press, PressHandler } from './press.ts';

/** Deletes an entry from the list and shows the list that is left, with the way back. */
export const deletePressed: PressHandler = async (call, press) =>
  withRecentList(call, await deleteSeen(call, press));

/** The same where no list has to follow. */
export const deleteHerePressed: PressHandler = (call, press) => deleteSeen(call, press);

async function deleteSeen(call: MemberCall, { value }: Press): Promise<Reply> {
  const ref = decodeEntryRef(value);
  const entry = ref === undefined ? undefined : await findEntry(call, ref);
  if (ref === undefined || entry === undefined) return goneReply(call);
  // What the person saw is not what stands now: they decide anew.
  if (entry.version !== ref.version) return changedReply(call, entry);
  const result = await deleteEntry(call.store, call.member, call.requestId, entry);
  switch (result.kind) {
    case 'done':
    case 'already done':
      return deletedReply(call, entry, result.undo);
    case 'changed':
      return result.current === undefined ? ENTRY_GONE : changedReply(call, result.current);
    case 'unchanged':
      return ENTRY_GONE;
    default:
      return result satisfies never;
  }
}

async function deletedReply(call: MemberCall, entry: Entry, undo: UndoTarget): Promise<Reply> {
  const before = await entriesAround(call, entry.date);
  const line = `:wastebasket: Deleted: ${entryLine(entry)} · ${dayWords(entry.date, call.today)}`;
  const small = dayLine(entry.date, dayTotal(before, entry.date, { now: [], gone: [entry] }), call.today);
  return reply(`${line}\n${small}`, [
    section(line),
    context(small),
    actions('deleted', [button({ action: ACTION.undo, text: 'Undo', value: encodeUndo(undo) })]),
  ]);
}

function changedReply(call: MemberCall, entry: Entry): Reply {
  const line = `Not deleted: it was changed meanwhile. Now it is ${entryLine(entry)} · ${dayWords(entry.date, call.today)}.`;
  return reply(line, [section(line)]);
}
