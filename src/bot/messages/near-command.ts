import { slips } from '../../near-word.ts';

/** The commands that are one word, which a slip of the finger may miss. */
export const ONE_WORD_COMMANDS: readonly string[] = [
  'undo',
  'redo',
  'today',
  'yesterday',
  'week',
  'month',
  'report',
  'list',
  'settings',
  'help',
  'status',
  'start',
  'stop',
  'switch',
  'cancel',
  'resume',
  'edit',
  'delete',
  'tasks',
  'tags',
  'note',
  'notes',
];

/** The longest of them, and a slip. */
const LONGEST = 10;

/** Longer text is work to log rather than a misspelt command. */
const MOST_WORDS = 3;

/** The command that the first word nearly is (`unod`, `satus`); `undefined` where it is none or is far from all. */
export function nearCommand(text: string): string | undefined {
  const [first = '', ...rest] = text.trim().toLowerCase().split(/\s+/);
  if (rest.length >= MOST_WORDS || first.length < 3 || first.length > LONGEST) return undefined;
  if (ONE_WORD_COMMANDS.includes(first)) return undefined;
  const near = ONE_WORD_COMMANDS.find((word) => slips(first, word) === 1);
  return near === undefined ? undefined : [near, ...rest].join(' ');
}
