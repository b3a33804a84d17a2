import { asksIfWorking } from '../../overnight.ts';
import type { Timer } from '../../timer.ts';
import type { MemberCall } from '../call.ts';
import { stillWorking } from '../messages/still-working.ts';
import { runningWords, timerControls } from '../messages/timer-words.ts';
import { type Button, plainReply, type Reply, reply, section } from '../slack/blocks.ts';

/** Whether a timer runs, since when and for what, with what can be done to it. */
export async function status(call: MemberCall): Promise<Reply> {
  return timerReply(call, call.home.timer);
}

/** How the timer stands, below a sentence of what was done or not done, if there is one. */
export function timerReply(
  call: MemberCall,
  timer: Timer,
  first?: string,
  more: readonly Button[] = [],
): Reply {
  const context = { now: call.now, zone: call.prefs.zone };
  const above = first === undefined ? [] : [section(first)];
  const said = (text: string) => (first === undefined ? text : `${first}\n${text}`);
  if (timer.state === 'running' && asksIfWorking(timer, call.now)) {
    const question = stillWorking(timer, context);
    return reply(said(question.text), [...above, ...question.blocks]);
  }
  if (timer.state === 'idle') {
    return plainReply(said('No timer runs. `/track start #writing` starts one.'));
  }
  const words = runningWords(timer, context);
  return reply(said(words), [...above, section(words), timerControls(timer, more)]);
}
