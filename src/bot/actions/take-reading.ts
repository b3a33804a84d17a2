import { logFirst } from '../commands/log.ts';
import { runCommand } from '../commands/run-command.ts';
import { readMemberLine } from '../read-member-line.ts';
import { plainReply } from '../slack/blocks.ts';
import { decodeChoice } from '../wire/choice.ts';
import type { PressHandler } from './press.ts';

const LOST = plainReply('That choice can’t be read any more. Please type the line again.');

/** Does the chosen one of several readings of a line, as of the moment it was typed. */
export const takeReading: PressHandler = async (call, { value, messageId }) => {
  const choice = decodeChoice(value);
  if (choice === undefined || choice.now > call.now) return LOST;
  const reading = readMemberLine(call, choice.text, choice.now);
  const taken = reading.kind === 'ask' ? reading.choices[choice.choice]?.reading : undefined;
  if (taken === undefined) return LOST;
  // One question has one answer: whichever button of the message is pressed, it is the same request.
  const asked = { ...call, now: choice.now, requestId: `choice ${messageId}` };
  return taken.kind === 'log' ? logFirst(asked, taken) : runCommand(asked, taken.command, choice.text);
};
