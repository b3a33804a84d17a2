import { entryWithout } from '../../entry-parts.ts';
import { reshapeEntry } from '../../store/reshape-entry.ts';
import type { MemberCall } from '../call.ts';
import { partsReply } from '../commands/parts-reply.ts';
import { findEntry, goneReply } from '../find-entry.ts';
import { ENTRY_GONE } from '../messages/entry-gone.ts';
import { entryLine } from '../messages/words.ts';
import { plainReply, type Reply } from '../slack/blocks.ts';
import { decodeCrop } from '../wire/crop-value.ts';
import type { PressHandler } from './press.ts';

const CHANGED = plainReply(
  'Not cropped: one of the two entries was changed meanwhile. `/track list` shows how they stand now.',
);

/** Takes out of one entry the time that it shares with another one, which stays as it is. Neither may have changed since. */
export const cropPressed: PressHandler = async (call, { value }) => {
  const decoded = decodeCrop(value);
  if (decoded === undefined) return ENTRY_GONE;
  const [entry, keep] = await Promise.all([findEntry(call, decoded.crop), findEntry(call, decoded.keep)]);
  if (entry === undefined || keep === undefined) return goneReply(call);
  if (entry.version !== decoded.crop.version || keep.version !== decoded.keep.version)
    return changedReply(call);
  const [first, ...rest] = keep.clock === undefined ? [] : entryWithout(entry, keep.clock);
  if (first === undefined || first.seconds === entry.seconds) return CHANGED;
  const result = await reshapeEntry(call.store, call.member, call.requestId, entry, {
    what: 'crop',
    parts: [first, ...rest],
    beside: keep,
  });
  if (result.kind === 'changed') return CHANGED;
  const title = `:scissors: Cropped ${entryLine(entry, 40)} beside ${entryLine(keep, 40)}. Now it is:`;
  return partsReply(call, title, entry, result);
};

/** Perhaps this very press changed it, and its answer was lost. */
async function changedReply(call: MemberCall): Promise<Reply> {
  const reply = await goneReply(call);
  return reply === ENTRY_GONE ? CHANGED : reply;
}
