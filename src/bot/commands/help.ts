import { context, type Reply, reply, section } from '../slack/blocks.ts';

export type HelpLine = {
  /** A line that works as it stands; every one is read by a test. */
  readonly example: string;
  readonly does: string;
};

/** What can be typed after `/track`, most wanted first. A command that is not built is not listed. */
export const HELP: readonly { readonly title: string; readonly lines: readonly HelpLine[] }[] = [
  {
    title: 'Log',
    lines: [
      { example: '45m #writing task-12', does: 'how long, tags, a task: in any order' },
      { example: '1h30 yesterday #client call with Kim', does: 'another day; other words are the note' },
      { example: '9:30-11 standup', does: 'from when to when' },
      { example: '12 pages #reading', does: 'count something besides time' },
    ],
  },
  {
    title: 'Timer',
    lines: [
      { example: 'start #writing', does: 'starts; one that runs is stopped and logged' },
      { example: 'switch #team', does: 'the same, said differently' },
      { example: 'stop', does: 'stops and logs it; `stop at 17:30` if you forgot' },
      { example: 'status', does: 'what is running' },
    ],
  },
  {
    title: 'Look and mend',
    lines: [
      { example: 'today', does: 'your day so far' },
      { example: 'list last week', does: 'your entries, each with Edit and Delete' },
      { example: 'undo', does: 'takes back your last change, many steps back' },
      { example: 'redo', does: 'brings it back' },
    ],
  },
  {
    title: 'Reports',
    asked: ['reports', 'report', 'week', 'month', 'yesterday'],
    lines: [
      { example: 'week', does: 'this week by day; `yesterday`, `month`' },
      { example: 'report last month by tag', does: 'any period, put together your way' },
    ],
    more: [
      { example: 'yesterday', does: 'the day before' },
      { example: 'month', does: 'this month so far' },
      { example: 'report march #writing', does: 'only what carries a tag' },
      { example: 'report q3 task-12 by task', does: 'only a task, with all below it' },
      { example: 'report since monday share', does: 'shown to everybody in the channel' },
      { example: 'how long on #writing last week', does: 'the same, asked as you would ask' },
    ],
    notes: [
      'Every report says its period and total, and compares it with the period before. Put it together `by day`, `week`, `month`, `tag`, `task` or `unit`, in the line or by a press.',
      'An entry with several tags counts in each of their rows, and once in the total.',
    ],
  },
  {
    title: 'Tasks',
    lines: [
      { example: 'task new Write the guide #docs ~4h', does: 'makes a task' },
      { example: 'tasks', does: 'the open tasks' },
    ],
  },
];

/** Everything that works, on one screen. */
export async function help(): Promise<Reply> {
  const paragraphs = HELP.map(
    ({ title, lines }) =>
      `*${title}*\n${lines.map(({ example, does }) => `\`/track ${example}\` ${does}`).join('\n')}`,
  );
  const rest = '`/track` alone opens a form. Only you see these answers.';
  return reply([...paragraphs, rest].join('\n\n'), [...paragraphs.map(section), context(rest)]);
}
