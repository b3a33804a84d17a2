import { slips } from '../../near-word.ts';
import { readLine } from '../../phrase/read-line.ts';
import { HELP } from '../commands/help.ts';

/** The first words of all commands: help has an example of each. */
const FIRST_WORDS: ReadonlySet<string> = new Set(
  HELP.flatMap(({ lines, more = [] }) => [...lines, ...more])
    .map(({ example }) => example.split(' ', 1).join())
    .filter((word) => /^[a-z]+$/.test(word)),
);

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
