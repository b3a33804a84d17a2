import type { EntryContent } from '../../entry.ts';
import { LONGEST_NOTE } from '../../entry.ts';
import type { Command } from '../../phrase/command.ts';
import { startTimer, type TimerResult } from '../../store/change-timer.ts';
import { clip } from '../../text.ts';
import type { Instant } from '../../time.ts';
import type { RunningTimer } from '../../timer.ts';
import { entryOfTimer } from '../../timer-entry.ts';
import type { MemberCall } from '../call.ts';
import { actions, button, plainReply, type Reply, reply, section } from '../slack/blocks.ts';
import { ACTION } from '../wire/action-ids.ts';
import { encodeUndo } from '../wire/undo-value.ts';
import { ANSWERED } from './log.ts';
import { sinceWords, timerSubject } from './status.ts';
import { nothingSaid, stoppedReply, tooLong } from './stop.ts';

type Start = Extract<Command, { name: 'start' | 'switch' }>;

/** Starts the timer; one that runs becomes an entry in the same write, and the reply shows both. */
export async function start(call: MemberCall, command: Start): Promise<Reply> {
  const running = timerOf(call, command);
  const seen = call.home.timer;
  if (seen.state === 'idle') {
    return startReply(
      call,
      running,
      await startTimer(call.store, call.member, call.requestId, seen, running),
    );
  }
  const stopped = entryOfTimer(seen, running.startedAt, nothingSaid);
  if (stopped.kind === 'too long') return tooLong(call, seen);
  if (stopped.kind === 'too short' && seen.startedAt - running.startedAt >= 1000) return tooEarly(call, seen);
  const content: EntryContent | undefined = stopped.kind === 'entry' ? stopped.content : undefined;
  const result = await startTimer(call.store, call.member, call.requestId, seen, running, content);
  return startReply(call, running, result);
}

function timerOf({ now, prefs }: MemberCall, command: Start): RunningTimer {
  return {
    startedAt: command.startedAt ?? now,
    zone: prefs.zone,
    measures: command.measures,
    tags: command.tags,
    ...(command.task === undefined ? {} : { task: command.task }),
    ...(command.note === undefined ? {} : { note: clip(command.note, LONGEST_NOTE) }),
  };
}

async function startReply(call: MemberCall, running: RunningTimer, result: TimerResult): Promise<Reply> {
  if (result.kind === 'changed') {
    return plainReply(
      `Not started: your timer was changed a moment ago${describe(result.timer, call)}. \`/track status\` shows it.`,
    );
  }
  if (result.timer.state === 'idle') return ANSWERED;
  const now = sinceWords(running.startedAt, call.now, call.prefs.zone);
  const line = `:stopwatch: Running since ${now}${timerSubject(running)}. \`/track stop\` logs it.`;
  const undo = encodeUndo(result.undo);
  if (result.entry === undefined) {
    return reply(line, [
      section(line),
      actions('timer', [button({ action: ACTION.undo, text: 'Undo', value: undo })]),
    ]);
  }
  return stoppedReply(call, result.entry, { undo, before: line });
}

function describe(timer: TimerResult['timer'], { now, prefs }: MemberCall): string {
  return timer.state === 'idle'
    ? ', and none runs now'
    : `, and one runs since ${sinceWords(timer.startedAt, now, prefs.zone)}${timerSubject(timer)}`;
}

function tooEarly(call: MemberCall, running: { readonly startedAt: Instant }): Reply {
  const since = sinceWords(running.startedAt, call.now, call.prefs.zone);
  return plainReply(
    `Not started: a timer runs since ${since}, which is later than that. Stop it first with \`/track stop\`.`,
  );
}
