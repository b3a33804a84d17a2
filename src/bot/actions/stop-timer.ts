import type { Command } from '../../phrase/command.ts';
import type { MemberCall } from '../call.ts';
import { nothingSaid, stop, stopRunning } from '../commands/stop.ts';
import { readMemberLine } from '../read-member-line.ts';
import type { PressHandler } from './press.ts';
import { pressedTimer } from './pressed-timer.ts';

type Stop = Extract<Command, { name: 'stop' }>;

const PLAIN: Stop = { name: 'stop', ...nothingSaid };

/** Stops the timer that the button is about, as `/track stop` does. */
export const stopPressed: PressHandler = async (call, { value }) => {
  const pressed = await pressedTimer(call, value);
  return pressed.kind === 'gone' ? pressed.reply : stop(call, PLAIN, 'stop');
};

/** Stops it now although it ran over night: that was asked, and this is the answer. */
export const stopNowPressed: PressHandler = async (call, { value }) => {
  const pressed = await pressedTimer(call, value);
  if (pressed.kind === 'gone') return pressed.reply;
  const { line = 'stop' } = pressed.value;
  return stopRunning(call, pressed.timer, stopIn(call, line) ?? PLAIN, line);
};

/** What a line says about a stop; `undefined` where it is no such line. Where it may be work to log, the stop is meant. */
export function stopIn(call: MemberCall, line: string | undefined): Stop | undefined {
  const reading = line === undefined ? undefined : readMemberLine(call, line);
  const readings = reading?.kind === 'ask' ? reading.choices.map((choice) => choice.reading) : [reading];
  for (const one of readings) {
    if (one?.kind === 'command' && one.command.name === 'stop') return one.command;
  }
  return undefined;
}
