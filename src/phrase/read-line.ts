import { clean, isTooLong, LONGEST_LINE } from './clean.ts';
import { readCommand } from './read-command.ts';
import { readLog } from './read-log.ts';
import type { ReadContext, Reading } from './reading.ts';

/** Reads what was typed after `/track`. Never throws; empty text is an error `no_duration`. */
export function readLine(text: string, context: ReadContext): Reading {
  if (isTooLong(text)) {
    return {
      kind: 'error',
      reason: 'too_long_input',
      message: `A line has at most ${LONGEST_LINE} characters; put longer notes into the form.`,
    };
  }
  const reading = read(text, context);
  if (reading.kind !== 'error' || reading.suggestion === undefined) return reading;
  // A suggestion that would be refused itself is none.
  const { suggestion, ...rest } = reading;
  return read(suggestion, context).kind === 'error' ? rest : reading;
}

function read(text: string, context: ReadContext): Reading {
  const line = clean(text);
  return readCommand(text, line, context) ?? readLog(line, context);
}
