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
  const line = clean(text);
  return sound(readCommand(text, line, context) ?? readLog(line, context), context);
}

/** A suggestion that would be refused itself is none. */
function sound(reading: Reading, context: ReadContext): Reading {
  if (reading.kind !== 'error' || reading.suggestion === undefined) return reading;
  const { suggestion, ...rest } = reading;
  return readLog(clean(suggestion), context).kind === 'error' ? rest : reading;
}
