import type { Entry } from '../../entry.ts';
import { type EntryMove, retimeTimer } from '../../store/change-timer.ts';
import type { Instant } from '../../time.ts';
import type { MemberCall } from '../call.ts';
import { startReply } from '../commands/start.ts';
import { timerReply } from '../commands/status.ts';
import { findEntry } from '../find-entry.ts';
import { ENTRY_GONE } from '../messages/entry-gone.ts';
import type { PressHandler } from './press.ts';
import { pressedTimer } from './pressed-timer.ts';

/** A timer that started longer ago than this cannot be what a button offered. */
const LONGEST_AGO = 48 * 3_600_000;

/** Gives the timer the other start that its line may have meant; the entry that ended there ends anew with it. */
export const retimePressed: PressHandler = async (call, { value }) => {
  const pressed = await pressedTimer(call, value);
  if (pressed.kind === 'gone') return pressed.reply;
  const { timer } = pressed;
  const { startedAt = timer.startedAt, entry: ref } = pressed.value;
  if (startedAt > call.now || startedAt < call.now - LONGEST_AGO) return timerReply(call, timer);
  const entry = ref === undefined ? undefined : await findEntry(call, ref);
  const ended = entry === undefined ? undefined : endingAt(entry, startedAt);
  if (ref !== undefined && (ended === undefined || entry?.version !== ref.version)) return ENTRY_GONE;
  const result = await retimeTimer(call.store, call.member, call.requestId, timer, startedAt, ended);
  if (result.kind === 'changed') return notChanged(call, result.timer);
  return startReply(call, result, [timer.startedAt]);
};

/** The entry with another end; `undefined` where it has none, or would end before it began. */
function endingAt(seen: Entry, endedAt: Instant): EntryMove | undefined {
  const { clock } = seen;
  if (clock === undefined || endedAt <= clock.startedAt) return undefined;
  const seconds = Math.round((endedAt - clock.startedAt) / 1000);
  return { seen, next: { ...seen, seconds, clock: { startedAt: clock.startedAt, endedAt } } };
}

function notChanged(call: MemberCall, timer: Parameters<typeof timerReply>[1]) {
  return timerReply(call, timer, 'Not changed: your timer, or the entry before it, was changed meanwhile.');
}
