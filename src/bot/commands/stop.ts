import { type Entry, LONGEST_NOTE } from '../../entry.ts';
import { asksIfWorking } from '../../overnight.ts';
import type { Command } from '../../phrase/command.ts';
import { stopTimer, type TimerResult } from '../../store/change-timer.ts';
import { entryIdOf } from '../../store/log-entries.ts';
import { type Instant, wallTimeOf, type Zone } from '../../time.ts';
import type { Running } from '../../timer.ts';
import { entryOfTimer, type StopText } from '../../timer-entry.ts';
import { warningsFor } from '../../warning.ts';
import type { MemberCall } from '../call.ts';
import { dayTotal, entriesAround } from '../day.ts';
import { type Confirmation, confirm } from '../messages/confirmation.ts';
import { stillWorking } from '../messages/still-working.ts';
import { sinceWords, typedWords } from '../messages/timer-words.ts';
import { nearMisses, noteNewTags } from '../new-tags.ts';
import { plainReply, type Reply, reply, section } from '../slack/blocks.ts';
import { encodeUndo } from '../wire/undo-value.ts';
import { nameTask } from './log.ts';
import { timerReply } from './status.ts';

type Stop = Extract<Command, { name: 'stop' }>;
export const nothingSaid: StopText = { tags: [], measures: [] };

/** Stops the timer and logs what ran; one that ran over night is asked about first, unless it is said when it ended. */
export async function stop(call: MemberCall, command: Stop, line: string): Promise<Reply> {
  const { timer } = call.home;
  if (timer.state === 'idle') return stopAgain(call);
  if (command.endedAt === undefined && asksIfWorking(timer, call.now)) return askFirst(call, timer, line);
  return stopRunning(call, timer, command, line);
}

/** Stops a timer whatever it ran, and logs it with what was said at the start and at the stop; `line` comes back where it can't. */
export async function stopRunning(
  call: MemberCall,
  seen: Running,
  command: Stop,
  line: string,
): Promise<Reply> {
  const { at, others } = endOf(seen, command, call.now);
  const stopped = entryOfTimer(seen, at, command);
  if (stopped.kind === 'too long') return askFirst(call, seen, line);
  if (stopped.kind === 'too wordy') return tooWordy(call, seen, stopped.characters, line);
  if (stopped.kind === 'too short') return tooShort(call, seen, { line, endedAt: command.endedAt });
  const result = await stopTimer(call.store, call.member, call.requestId, seen, stopped.content);
  if (result.kind === 'changed' || result.entry === undefined) return changed(call, result, line);
  const alternatives = others.flatMap((other) => {
    const entry = entryOfTimer(seen, other, command);
    const label = `Switch to ${meridiemOf(other, seen.zone)}`;
    return entry.kind === 'entry' ? [{ label, content: entry.content }] : [];
  });
  return stoppedReply(call, result.entry, {
    undo: encodeUndo(result.undo),
    alternatives,
    assumed: alternatives.length > 0 ? ['am/pm'] : [],
  });
}

/** Nothing is cut off without a word: the timer runs on, and what was typed comes back. */
function tooWordy(call: MemberCall, seen: Running, characters: number, line: string): Reply {
  const why = `Nothing logged yet: what you said at the start and now has ${characters} characters together, and a note holds ${LONGEST_NOTE}. Please stop with fewer words.`;
  return timerReply(call, seen, why + typedWords(line));
}

/** Echoes what a timer became. */
export async function stoppedReply(
  call: MemberCall,
  entry: Entry,
  words: Pick<Confirmation, 'undo' | 'before' | 'controls' | 'alternatives' | 'assumed'>,
): Promise<Reply> {
  const [before, task] = await Promise.all([
    entriesAround(call, entry.date),
    nameTask(call, entry.task),
    noteNewTags(call, entry.tags),
  ]);
  return confirm({
    done: 'Stopped and logged',
    entry,
    today: call.today,
    dayTotal: dayTotal(before, entry.date, { now: [entry] }),
    warnings: warningsFor(
      entry,
      before.filter(({ id }) => id !== entry.id),
    ),
    nearMisses: nearMisses(call, entry.tags),
    ...words,
    ...(task === undefined ? {} : { task }),
  });
}

/** `am` or `pm`, for the words of a switch. */
export function meridiemOf(instant: Instant, zone: Zone): string {
  return wallTimeOf(instant, zone).hour < 12 ? 'am' : 'pm';
}

/** When a timer ended: of two halves of the day that both lie in its run the earlier one, since nobody works for so long. */
function endOf(
  seen: Running,
  { endedAt, otherMoments = [] }: Stop,
  now: Instant,
): { readonly at: Instant; readonly others: readonly Instant[] } {
  if (endedAt === undefined) return { at: now, others: [] };
  const possible = [endedAt, ...otherMoments].filter((moment) => moment > seen.startedAt);
  const [at = endedAt, ...others] = possible.toSorted((one, other) => one - other);
  return { at, others };
}

/** The question, with the words of the stop kept for whatever is answered. */
function askFirst(call: MemberCall, running: Running, line: string): Reply {
  const question = stillWorking(running, { now: call.now, zone: call.prefs.zone }, line);
  const typed = typedWords(line).trim();
  if (typed === '') return question;
  return reply(`${question.text}\n${typed}`, [...question.blocks, section(typed)]);
}

/** A stop with no timer running: perhaps this very request stopped it before, and its answer was lost. */
export async function stopAgain(call: MemberCall): Promise<Reply> {
  const id = entryIdOf(call.requestId, 0);
  const kept = call.home.entries.find((entry) => entry.id === id);
  if (kept === undefined) {
    return plainReply('No timer runs, so there is nothing to stop. `/track start #writing` starts one.');
  }
  return stoppedReply(call, kept, {});
}

/** A timer that would end in the second it began, or before. */
function tooShort(
  call: MemberCall,
  running: Running,
  { line, endedAt }: { readonly line: string; readonly endedAt: Instant | undefined },
): Reply {
  const since = sinceWords(running.startedAt, call.now, call.prefs.zone);
  const isBefore = endedAt !== undefined && endedAt < running.startedAt;
  const why = isBefore ? 'which is later than that' : 'and an entry needs at least a second';
  const said = `Nothing logged: this timer runs since ${since}, ${why}.${typedWords(line)}`;
  return timerReply(call, running, said);
}

function changed(call: MemberCall, { timer }: TimerResult, line: string): Reply {
  return timerReply(call, timer, `Nothing logged: your timer was changed a moment ago.${typedWords(line)}`);
}
