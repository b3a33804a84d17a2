import { type EntryContent, LONGEST_NOTE } from '../../entry.ts';
import { asksIfWorking } from '../../overnight.ts';
import type { Command } from '../../phrase/command.ts';
import { startTimer, type TimerResult } from '../../store/change-timer.ts';
import { clip } from '../../text.ts';
import type { Instant } from '../../time.ts';
import type { Running, RunningTimer, Timer } from '../../timer.ts';
import { entryOfTimer } from '../../timer-entry.ts';
import type { MemberCall } from '../call.ts';
import { stillWorking } from '../messages/still-working.ts';
import { sinceWords, timerControls, timerSubject, typedWords } from '../messages/timer-words.ts';
import { undoButton } from '../messages/undo-button.ts';
import { type Button, button, context, type Reply, reply, section } from '../slack/blocks.ts';
import { pasteable } from '../slack/typed-text.ts';
import { ACTION } from '../wire/action-ids.ts';
import { encodeTimer } from '../wire/timer-value.ts';
import { encodeUndo } from '../wire/undo-value.ts';
import { ANSWERED } from './log.ts';
import { timerReply } from './status.ts';
import { meridiemOf, nothingSaid, stoppedReply } from './stop.ts';

type Start = Extract<Command, { name: 'start' | 'switch' }>;
/**
 * Starts the timer; one that runs becomes an entry in the same write, and the reply shows both. One that ran over night is
 * asked about first, and `line` is given back to be sent again.
 */
export async function start(call: MemberCall, command: Start, line: string): Promise<Reply> {
  const { timer } = call.home;
  const { running, others } = timerOf(call, command, timer);
  if (timer.state === 'idle') {
    const started = await startTimer(call.store, call.member, call.requestId, timer, running);
    return startReply(call, started, others, line);
  }
  if (asksIfWorking(timer, call.now)) return askFirst(call, timer, line);
  const stopped = entryOfTimer(timer, running.startedAt, nothingSaid);
  if (stopped.kind === 'too long') return askFirst(call, timer, line);
  if (stopped.kind === 'too short' && timer.startedAt - running.startedAt >= 1000)
    return tooEarly(call, timer, { startedAt: running.startedAt, line });
  const content: EntryContent | undefined = stopped.kind === 'entry' ? stopped.content : undefined;
  const result = await startTimer(call.store, call.member, call.requestId, timer, running, content);
  return startReply(call, result, others, line);
}

/** What is to run, and when else it may have started: never before a timer that runs already, where that can be. */
function timerOf(
  { now, prefs }: MemberCall,
  { startedAt = now, otherMoments = [], ...command }: Start,
  seen: Timer,
): { readonly running: RunningTimer; readonly others: readonly Instant[] } {
  const moments = [startedAt, ...otherMoments];
  const possible = moments.filter((moment) => seen.state === 'idle' || moment > seen.startedAt);
  const [at = startedAt, ...others] = possible;
  const running = {
    startedAt: at,
    zone: prefs.zone,
    measures: command.measures,
    tags: command.tags,
    ...(command.task === undefined ? {} : { task: command.task }),
    ...(command.note === undefined ? {} : { note: clip(command.note, LONGEST_NOTE) }),
  };
  return { running, others };
}

/** Echoes a start or a switch, whose timer may have begun at `others` instead; a `line` that was not done comes back. */
export async function startReply(
  call: MemberCall,
  result: TimerResult,
  others: readonly Instant[] = [],
  line = '',
): Promise<Reply> {
  if (result.kind === 'changed') {
    const why = `Not started: your timer was changed a moment ago.${typedWords(line)}`;
    return timerReply(call, result.timer, why);
  }
  const { timer, entry } = result;
  if (timer.state === 'idle') return ANSWERED;
  const since = sinceWords(timer.startedAt, call.now, call.prefs.zone);
  const runs = `:stopwatch: Running since ${since}${timerSubject(timer)}. \`/track stop\` logs it.`;
  const undo = encodeUndo(result.undo);
  const half = meridiemOf(timer.startedAt, timer.zone);
  const rivals = others.filter((other) => meridiemOf(other, timer.zone) !== half);
  const guess = rivals.length === 0 ? [] : ['You did not say am or pm, so I took the time that fits best.'];
  const switches = rivals.slice(0, 2).map((startedAt, index): Button => {
    const value = encodeTimer(timer, { startedAt, ...(entry === undefined ? {} : { entry }) });
    const text = `Switch to ${meridiemOf(startedAt, timer.zone)}`;
    return button({ action: `${ACTION.retimeTimer}-${index}`, text, value });
  });
  if (entry !== undefined) {
    const before = [runs, ...guess].join('\n');
    return stoppedReply(call, entry, { undo, before, controls: timerControls(timer, switches) });
  }
  return reply([runs, ...guess].join('\n'), [
    section(runs),
    ...guess.map(context),
    timerControls(timer, [undoButton(undo), ...switches]),
  ]);
}

/** The question, and what was typed to be sent again once it is answered. */
function askFirst(call: MemberCall, running: Running, line: string): Reply {
  const question = stillWorking(running, { now: call.now, zone: call.prefs.zone });
  const again = `Nothing was started yet. Once you have answered, send it again: ${pasteable(line)}`;
  return reply(`${question.text}\n${again}`, [...question.blocks, section(again)]);
}

/** A start before that of the timer that runs: perhaps it was this one that began then. */
function tooEarly(
  call: MemberCall,
  running: Running,
  { startedAt, line }: { readonly startedAt: Instant; readonly line: string },
): Reply {
  const { now, prefs } = call;
  const since = sinceWords(running.startedAt, now, prefs.zone);
  const why = `Not started: a timer runs since ${since}, which is later than that. Stop it first, or say that it began earlier.`;
  const earlier = button({
    action: `${ACTION.retimeTimer}-0`,
    text: `It began at ${sinceWords(startedAt, now, prefs.zone)}`,
    value: encodeTimer(running, { startedAt }),
  });
  return timerReply(call, running, why + typedWords(line), [earlier]);
}
