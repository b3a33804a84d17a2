import { clean, isTooLong, LONGEST_LINE } from './clean.ts';
import { readCommand } from './read-command.ts';
import { readLog } from './read-log.ts';
import type { ErrorReading, ReadContext, Reading } from './reading.ts';

/** Some single characters unfold to many; a line of emoji has two units each. */
const LONGEST_CLEAN = 2 * LONGEST_LINE;

/** Reads what was typed after `/track`. Never throws; empty text is an error `no_duration`. */
export function readLine(text: string, context: ReadContext): Reading {
  if (isTooLong(text)) {
    return tooLong();
  }
  const line = clean(text);
  if (line.text.length > LONGEST_CLEAN) return tooLong();
  return readCommand(text, line, context) ?? readLog(line, context);
}

function tooLong(): ErrorReading {
  return {
    kind: 'error',
    reason: 'too_long_input',
    message: `A line has at most ${LONGEST_LINE} characters; put longer notes into the form.`,
  };
}
