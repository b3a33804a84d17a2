import { formatDuration } from '../../duration.ts';
import type { Entry } from '../../entry.ts';
import type { Command } from '../../phrase/command.ts';
import { stopTimer, type TimerResult } from '../../store/change-timer.ts';
import { entryIdOf } from '../../store/log-entries.ts';
import { wallTimeOf } from '../../time.ts';
import type { RunningTimer } from '../../timer.ts';
import { entryOfTimer, type StopText } from '../../timer-entry.ts';
import { warningsFor } from '../../warning.ts';
import type { MemberCall } from '../call.ts';
import { dayTotal, entriesAround } from '../day.ts';
import { type Confirmation, confirm } from '../messages/confirmation.ts';
import { clockTime } from '../messages/words.ts';
import { plainReply, type Reply } from '../slack/blocks.ts';
import { encodeUndo } from '../wire/undo-value.ts';
import { nameTask } from './log.ts';
import { sinceWords } from './status.ts';

type Stop = Extract<Command, { name: 'stop' }>;

export const nothingSaid: StopText = { tags: [], measures: [] };

/** Stops the timer and logs what ran, with what was said at the start and at the stop. */
export async function stop(call: MemberCall, command: Stop): Promise<Reply> {
  const seen = call.home.timer;
  if (seen.state === 'idle') return stopAgain(call);
  const stopped = entryOfTimer(seen, command.endedAt ?? call.now, command);
  if (stopped.kind === 'too long') return tooLong(call, seen);
  if (stopped.kind === 'too short') return tooShort(call, seen);
  const result = await stopTimer(call.store, call.member, call.requestId, seen, stopped.content);
  if (result.kind === 'changed' || result.entry === undefined) return changed(result);
  return stoppedReply(call, result.entry, { undo: encodeUndo(result.undo) });
}

/** Echoes what a timer became. */
export async function stoppedReply(
  call: MemberCall,
  entry: Entry,
  words: Pick<Confirmation, 'undo' | 'before'>,
): Promise<Reply> {
  const [before, task] = await Promise.all([entriesAround(call, entry.date), nameTask(call, entry.task)]);
  return confirm({
    done: 'Stopped and logged',
    entry,
    today: call.today,
    dayTotal: dayTotal(before, entry.date, { now: [entry] }),
    warnings: warningsFor(
      entry,
      before.filter(({ id }) => id !== entry.id),
    ),
    ...words,
    ...(task === undefined ? {} : { task }),
  });
}

/** The answer where a timer ran for more than a day: nobody is credited with a night's sleep. */
export function tooLong({ now, prefs }: MemberCall, running: RunningTimer): Reply {
  const since = sinceWords(running.startedAt, now, prefs.zone);
  const ran = formatDuration(Math.round((now - running.startedAt) / 60_000) * 60);
  const example = clockTime({ ...wallTimeOf(running.startedAt + 3_600_000, prefs.zone), second: 0 });
  return plainReply(
    `:warning: This timer runs since ${since}, for ${ran}: more than a day, so nothing was logged. Say when you stopped, with \`/track stop at ${example}\` if it was that day, or log it by hand and \`/track undo\` the start.`,
  );
}

/** A stop with no timer running: perhaps this very request stopped it before, and its answer was lost. */
async function stopAgain(call: MemberCall): Promise<Reply> {
  const id = entryIdOf(call.requestId, 0);
  const kept = call.home.entries.find((entry) => entry.id === id);
  if (kept === undefined) {
    return plainReply('No timer runs, so there is nothing to stop. `/track start #writing` starts one.');
  }
  return stoppedReply(call, kept, {});
}

function tooShort({ now, prefs }: MemberCall, running: RunningTimer): Reply {
  const since = sinceWords(running.startedAt, now, prefs.zone);
  return plainReply(
    `Nothing logged: this timer runs since ${since}, and an entry needs at least a second. \`/track undo\` takes the start back.`,
  );
}

function changed(result: TimerResult): Reply {
  const state = result.timer.state === 'idle' ? 'no timer runs now' : 'another one runs now';
  return plainReply(
    `Nothing logged: your timer was changed a moment ago, and ${state}. \`/track status\` shows it.`,
  );
}
