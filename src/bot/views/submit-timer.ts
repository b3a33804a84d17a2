import type { Command } from '../../phrase/command.ts';
import { readMomentField } from '../../phrase/read-moment.ts';
import type { Reading } from '../../phrase/reading.ts';
import { timerAt, timerGone } from '../actions/pressed-timer.ts';
import type { MemberCall } from '../call.ts';
import { commandIn, isStop } from '../command-in.ts';
import { start } from '../commands/start.ts';
import { stopRunning } from '../commands/stop.ts';
import { readMemberLine } from '../read-member-line.ts';
import type { Outcome, Submission } from './submission.ts';
import { TIMER_FIELD } from './timer-forms.ts';

/** Starts the timer for what the form says; one that runs by then is stopped and logged, as by the command. */
export async function submitStart(call: MemberCall, { values }: Submission): Promise<Outcome> {
  const line = `start ${values[TIMER_FIELD.what] ?? ''}`.trim();
  const read = commandOf(readMemberLine(call, line), isStart);
  if (typeof read === 'string') return { kind: 'errors', errors: { [TIMER_FIELD.what]: read } };
  return { kind: 'answer', title: 'Started', reply: await start(call, read, line) };
}

/** Switches to what the form says; a timer that was changed meanwhile stays as it is. */
export async function submitSwitch(call: MemberCall, { state, values }: Submission): Promise<Outcome> {
  const line = `switch ${values[TIMER_FIELD.what] ?? ''}`.trim();
  const timer = timerAt(call, state.timer);
  if (timer === undefined) return gone(call, line);
  const read = commandOf(readMemberLine(call, line), isStart);
  if (typeof read === 'string') return { kind: 'errors', errors: { [TIMER_FIELD.what]: read } };
  const moments = read.startedAt === undefined ? [] : [read.startedAt, ...(read.otherMoments ?? [])];
  if (moments.length > 0 && !moments.some((moment) => moment > timer.startedAt)) {
    const errors = { [TIMER_FIELD.what]: 'The timer that runs started later than that.' };
    return { kind: 'errors', errors };
  }
  return { kind: 'answer', title: 'Switched', reply: await start(call, read, line) };
}

/** Logs a forgotten timer up to when it is said to have ended. */
export async function submitStoppedAt(call: MemberCall, { state, values }: Submission): Promise<Outcome> {
  const timer = timerAt(call, state.timer);
  const said = [values[TIMER_FIELD.ended], values[TIMER_FIELD.more]].filter((part) => part !== undefined);
  const line = ['stop at', ...said].join(' ');
  if (timer === undefined) return gone(call, line);
  const { zone, weekStart } = call.prefs;
  const context = { now: call.now, zone, weekStart };
  const ended = readMomentField(values[TIMER_FIELD.ended] ?? '', timer.startedAt, context);
  const more = commandOf(readMemberLine(call, `stop ${values[TIMER_FIELD.more] ?? ''}`.trim()), isStop);
  const errors = {
    ...(ended.kind === 'error' ? { [TIMER_FIELD.ended]: ended.message } : {}),
    ...(typeof more === 'string' ? { [TIMER_FIELD.more]: more } : {}),
  };
  if (ended.kind === 'error' || typeof more === 'string') return { kind: 'errors', errors };
  const { at, otherMoments } = ended.value;
  const command = { ...more, endedAt: at, otherMoments };
  return { kind: 'answer', title: 'Logged', reply: await stopRunning(call, timer, command, line) };
}

/** The one command that a field may hold, or what is wrong with it. */
function commandOf<Wanted extends Command>(
  reading: Reading,
  isWanted: (command: Command) => command is Wanted,
): Wanted | string {
  if (reading.kind === 'error') return reading.message;
  const none = 'Tags, a task, a note or a count, please: #client task-12 the first draft.';
  return commandIn(reading, isWanted) ?? none;
}

function isStart(command: Command): command is Extract<Command, { name: 'start' | 'switch' }> {
  return command.name === 'start' || command.name === 'switch';
}

async function gone(call: MemberCall, line: string): Promise<Outcome> {
  return { kind: 'answer', title: 'Not done', reply: await timerGone(call, line) };
}
