import { cancelTimer } from '../../store/change-timer.ts';
import type { Timer } from '../../timer.ts';
import type { MemberCall } from '../call.ts';
import { ranWords } from '../messages/timer-words.ts';
import { undoButton } from '../messages/undo-button.ts';
import { actions, type Reply, reply, section } from '../slack/blocks.ts';
import { encodeUndo } from '../wire/undo-value.ts';
import { timerReply } from './status.ts';

/** Drops the timer: nothing is logged. The reply says what was dropped and how long it ran, with the way back. */
export async function cancel(call: MemberCall, seen: Timer = call.home.timer): Promise<Reply> {
  const result = await cancelTimer(call.store, call.member, call.requestId, seen);
  if (result.kind === 'changed') {
    if (result.timer.state === 'idle') return timerReply(call, result.timer, 'There is nothing to cancel.');
    return timerReply(call, result.timer, 'Not cancelled: your timer was changed a moment ago.');
  }
  if (result.timer.state === 'running')
    return timerReply(call, result.timer, 'That was done before, and by now a timer runs.');
  const dropped =
    seen.state === 'idle' ? '' : `: ${ranWords(seen, { now: call.now, zone: call.prefs.zone })}`;
  const line = `:wastebasket: Cancelled${dropped}. Nothing was logged.`;
  const undo = undoButton(encodeUndo(result.undo));
  return reply(line, [section(line), actions('cancelled', [undo])]);
}
