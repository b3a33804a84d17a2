import type { Command } from '../phrase/command.ts';
import type { Reading } from '../phrase/reading.ts';

/** The command of one kind that a line may be; where it may be work to log as well, the command is meant. */
export function commandIn<Wanted extends Command>(
  reading: Reading,
  isWanted: (command: Command) => command is Wanted,
): Wanted | undefined {
  const readings = reading.kind === 'ask' ? reading.choices.map((choice) => choice.reading) : [reading];
  for (const one of readings) if (one.kind === 'command' && isWanted(one.command)) return one.command;
  return undefined;
}

/** True for a line that stops the timer. */
export function isStop(command: Command): command is Extract<Command, { name: 'stop' }> {
  return command.name === 'stop';
}
