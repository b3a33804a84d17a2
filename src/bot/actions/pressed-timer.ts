import { findReceipt } from '../../store/change.ts';
import { entryIdOf } from '../../store/log-entries.ts';
import type { Running } from '../../timer.ts';
import type { MemberCall } from '../call.ts';
import { timerReply } from '../commands/status.ts';
import { stopAgain } from '../commands/stop.ts';
import { typedWords } from '../messages/timer-words.ts';
import type { Reply } from '../slack/blocks.ts';
import { decodeTimer, type TimerValue } from '../wire/timer-value.ts';

/** The running timer that a button or a form is about, or what to say where it runs no more as it did. */
export type PressedTimer =
  | {
      readonly kind: 'runs';
      readonly timer: Running;
      readonly value: TimerValue;
    }
  | { readonly kind: 'gone'; readonly reply: Reply };

/** Finds the timer that a button's value names; a timer that was changed since is another one. */
export async function pressedTimer(call: MemberCall, value: string): Promise<PressedTimer> {
  const decoded = decodeTimer(value);
  const runs = decoded === undefined ? undefined : timerAt(call, decoded.version);
  if (decoded !== undefined && runs !== undefined) return { kind: 'runs', timer: runs, value: decoded };
  return { kind: 'gone', reply: await timerGone(call) };
}

/** The member's timer if it runs and is still as it was seen. */
export function timerAt({ home }: MemberCall, version: number | undefined): Running | undefined {
  const { timer } = home;
  return timer.state === 'running' && timer.version === version ? timer : undefined;
}

/**
 * The answer where a timer is not as it was: perhaps because this very request was carried out, and its answer was lost. What
 * was typed as `line` comes back.
 */
export async function timerGone(call: MemberCall, line = ''): Promise<Reply> {
  const { store, member, requestId, home } = call;
  const kept = home.entries.some(({ id }) => id === entryIdOf(requestId, 0));
  if (kept && home.timer.state === 'idle') return stopAgain(call);
  const receipt = await findReceipt(store, member, requestId);
  if (receipt !== undefined) return timerReply(call, home.timer, 'That is done already.');
  const why = 'That timer was stopped or changed since, so nothing was done.';
  return timerReply(call, home.timer, why + typedWords(line));
}
