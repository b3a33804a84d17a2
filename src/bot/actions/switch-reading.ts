import type { Entry, EntryContent } from '../../entry.ts';
import { isPlausible } from '../../plausible.ts';
import { editEntry } from '../../store/change-entry.ts';
import { changeReply } from '../commands/change-reply.ts';
import { findEntry, goneReply } from '../find-entry.ts';
import { ENTRY_GONE } from '../messages/entry-gone.ts';
import { decodeAlternative } from '../wire/alternative.ts';
import type { PressHandler } from './press.ts';

/** Puts an entry to the other reading of its line (`Switch to pm`), with the way back. */
export const switchReading: PressHandler = async (call, { value }) => {
  const decoded = decodeAlternative(value);
  if (decoded === undefined) return ENTRY_GONE;
  const entry = await findEntry(call, decoded.ref);
  if (entry === undefined) return goneReply(call);
  const { alternative, ref } = decoded;
  if (entry.version !== ref.version) return changeReply(call, { kind: 'changed', current: entry }, entry);
  const { clock: _clock, seconds: _seconds, ...rest } = entry;
  const next: EntryContent = { ...rest, ...alternative };
  if (!isPlausible(next, call.now)) return ENTRY_GONE;
  const result = await editEntry(call.store, call.member, call.requestId, entry, next);
  return changeReply(call, result, entry, {
    alternatives: [{ label: 'Switch back', content: contentOf(entry) }],
  });
};

function contentOf({ id: _id, version: _version, ...content }: Entry): EntryContent {
  return content;
}
