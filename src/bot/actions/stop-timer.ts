import type { Command } from '../../phrase/command.ts';
import { commandIn, isStop } from '../command-in.ts';
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
  return stopRunning(call, pressed.timer, commandIn(readMemberLine(call, line), isStop) ?? PLAIN, line);
};
