import { HELP } from '../../src/bot/commands/help.ts';

/** A line for the composer and what it does. */
export type Example = { readonly line: string; readonly does: string };

/** Lines to begin with; a click puts one into the composer. */
export const EXAMPLES: readonly Example[] = [
  { line: '/track 45m #writing task-12', does: 'logs 45 minutes of writing on a task' },
  { line: '/track yesterday 9:30-11 design review #design', does: 'logs yesterday, with a note' },
  { line: '/track', does: 'opens the form' },
];

/** What can follow `/track`, offered while it is typed: all that the bot's own help shows. */
export const HINTS: readonly Example[] = [
  { line: '/track', does: 'opens the form' },
  ...HELP.flatMap(({ lines, more = [] }) => [...lines, ...more]).map(({ example, does }) => ({
    line: `/track ${example}`,
    does: does.replaceAll('`', ''),
  })),
  ...HELP.map(({ title, asked: [name] }) => ({ line: `/track help ${name}`, does: `help on ${title}` })),
];
