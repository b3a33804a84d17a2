import type { Entry } from '../../entry.ts';
import type { Command } from '../../phrase/command.ts';
import { findReceipt } from '../../store/change.ts';
import { readLastEntry } from '../../store/last-entry.ts';
import type { MemberCall } from '../call.ts';
import { ranWords, timerControls } from '../messages/timer-words.ts';
import { entryLabel, subjectLine } from '../messages/words.ts';
import { button, plainReply, type Reply, reply, section } from '../slack/blocks.ts';
import { ACTION } from '../wire/action-ids.ts';
import { encodeTimer } from '../wire/timer-value.ts';
import { start, startReply } from './start.ts';

/** Starts now what the last entry was for: its tags, task and note. A timer that runs goes on, with the offer to switch. */
export async function resume(call: MemberCall): Promise<Reply> {
  const { timer } = call.home;
  if (timer.state === 'running') {
    const receipt = await findReceipt(call.store, call.member, call.requestId);
    if (receipt !== undefined) return startReply(call, { kind: 'already done', timer, undo: receipt.undo });
  }
  const last = await readLastEntry(call.store, call.member);
  if (timer.state === 'idle') {
    return last === undefined
      ? plainReply(
          'There is nothing to resume yet: nothing was logged lately. `/track start #writing` starts afresh.',
        )
      : start(call, asStart(last), 'resume');
  }
  const line = `:stopwatch: A timer runs already: ${ranWords(timer, { now: call.now, zone: call.prefs.zone })}.`;
  if (last === undefined) return reply(line, [section(line), timerControls(timer)]);
  const offer = `Your last entry was ${subjectLine(last)}.`;
  const switchTo = button({
    action: ACTION.resumeLast,
    text: 'Switch to that',
    value: encodeTimer(timer, { entry: last }),
    label: `Stop, and go on with ${entryLabel(last)}`,
  });
  return reply(`${line}\n${offer}`, [section(`${line}\n${offer}`), timerControls(timer, [switchTo])]);
}

/** The start of a timer for what an entry was for. */
export function asStart({ tags, task, note }: Entry): Extract<Command, { name: 'start' | 'switch' }> {
  return {
    name: 'start',
    tags,
    measures: [],
    ...(task === undefined ? {} : { task }),
    ...(note === undefined ? {} : { note }),
  };
}
