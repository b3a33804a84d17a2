import { redo, undo } from '../../store/undo.ts';
import type { MemberCall } from '../call.ts';
import type { Reply } from '../slack/blocks.ts';
import { redoReply, undoReply } from './undo-reply.ts';

/** Takes back the member's last change, whatever it was. */
export async function undoLast(call: MemberCall): Promise<Reply> {
  return undoReply(call, await undo(call.store, call.member, call.requestId, call.home.turn));
}

/** Brings back what the last undo took. */
export async function redoLast(call: MemberCall): Promise<Reply> {
  return redoReply(call, await redo(call.store, call.member, call.requestId, call.home.turn));
}
