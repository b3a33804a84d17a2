import { undoChange } from '../../store/undo.ts';
import { undoReply } from '../commands/undo-reply.ts';
import { decodeUndo } from '../wire/undo-value.ts';
import type { PressHandler } from './press.ts';

const NOTHING = { entries: [], notes: [], tasks: [], tags: [] };

/** Takes back the one change whose confirmation was pressed. */
export const undoPressed: PressHandler = async (call, { value }) => {
  const target = decodeUndo(value);
  if (target === undefined) return undoReply(call, { kind: 'changed since', stands: NOTHING });
  return undoReply(call, await undoChange(call.store, call.member, call.requestId, target));
};
