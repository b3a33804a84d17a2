import { slips } from '../../near-word.ts';
import { isMeantAsCommand } from '../../phrase/meant-command.ts';
import { readLine } from '../../phrase/read-line.ts';
import { HELP } from '../commands/help.ts';

/** Every line of help, in its order. */
const EXAMPLES = HELP.flatMap(({ lines, more = [] }) => [...lines, ...more]).map(({ example }) => example);

/** The first words of all commands: help has an example of each. */
const FIRST_WORDS: ReadonlySet<string> = new Set(
  EXAMPLES.map((example) => example.split(' ', 1).join()).filter((word) => /^[a-z]+$/.test(word)),
);

/** As many examples as are taken in at a glance. */
const MOST_EXAMPLES = 3;

/** A command whose first words a line has and whose rest it has not. */
export type HalfCommand = {
  /** The words that are known. */
  readonly known: string;
  /** True where the line may as well be work to log whose length is missing. */
  readonly mayBeWork: boolean;
  /** Lines of help that begin with them. */
  readonly examples: readonly string[];
};

/**
 * How a command goes of which a line has only the beginning (`undo 3`, `task rename task-1`, `report by colour`). `undefined`
 * for a line that begins as no command does, or goes on for longer than a slip would and is not plainly meant as one.
 */
export function halfCommand(text: string): HalfCommand | undefined {
  const words = text.trim().toLowerCase().split(/\s+/);
  const isPlain = isMeantAsCommand(text);
  if (words.length > MOST_WORDS && !isPlain) return undefined;
  for (const length of [3, 2, 1]) {
    const known = words.slice(0, length).join(' ');
    const examples = EXAMPLES.filter(
      (example) =>
        /^[a-z ]+$/.test(known) &&
        `${example} `.startsWith(`${known} `) &&
        readLine(example, ANY_TIME).kind === 'command',
    );
    if (examples.length > 0 && words.length >= length) {
      const mayBeWork = !isPlain && words.length - length > 1;
      return { known, mayBeWork, examples: examples.slice(0, MOST_EXAMPLES) };
    }
  }
  return undefined;
}

/** Longer text is work to log rather than a misspelt command. */
const MOST_WORDS = 3;
/** The longest first word, and a slip. */
const LONGEST = 10;

/** Whether a line is a command at all depends on no clock. */
const ANY_TIME = { now: 0, zone: 'UTC' };

/** The command that a line nearly is (`unod`, `satus`); `undefined` where it is none or is far from all. */
export function nearCommand(text: string): string | undefined {
  const [first = '', ...rest] = text.trim().toLowerCase().split(/\s+/);
  if (rest.length >= MOST_WORDS || first.length < 3 || first.length > LONGEST) return undefined;
  if (FIRST_WORDS.has(first)) return undefined;
  return [...FIRST_WORDS]
    .filter((word) => slips(first, word) === 1)
    .map((word) => [word, ...rest].join(' '))
    .find((line) => readLine(line, ANY_TIME).kind === 'command');
}
