import type { Entry } from '../../entry.ts';
import type { LocalDate } from '../../time.ts';
import { actions, type Block, type Button, context, type Reply, reply, section } from '../slack/blocks.ts';
import { undoButton } from './undo-button.ts';
import { dayWords, entryLine } from './words.ts';

export type LoggedTogether = {
  /** In the order in which they were written. */
  readonly entries: readonly { readonly entry: Entry; readonly remarks: readonly string[] }[];
  readonly today: LocalDate;
  /** What they hold in all: `2h 15m, 12 pages`. */
  readonly total: string;
  /** The new total of each day they lie on, and what else is to be said, as lines of mrkdwn. */
  readonly small: readonly string[];
  /** What can be put right about single ones, each by a press. */
  readonly fixes: readonly Button[];
  /** The value of the Undo button: it takes back all of them. */
  readonly undo: string;
};

/** The id of the buttons that put something right: their answer comes below, so that the others can be pressed as well. */
export const FIXES = 'fix-entries';

/** Slack takes 3,000 characters a paragraph, and not much over 13,000 a message. */
const PARAGRAPH = 2800;
const PARAGRAPHS = 3;

/** The echo of entries that were logged at once: each in full with what is to be remarked on it, the days' totals, one way back. */
export function confirmTogether({ entries, today, total, small, fixes, undo }: LoggedTogether): Reply {
  const headline = `:white_check_mark: Logged ${entries.length} entries, *${total}* in all`;
  const lines = entries.map(({ entry, remarks }) =>
    [`• ${entryLine(entry, 80)} · ${dayWords(entry.date, today)}`, ...remarks].join('\n'),
  );
  const paragraphs = paragraphsOf(lines);
  const shown = paragraphs.slice(0, PARAGRAPHS);
  const hidden = paragraphs.slice(PARAGRAPHS).flat().length;
  const rest = hidden === 0 ? [] : [`… and ${hidden} more: \`/track list\` shows them.`];
  const blocks: Block[] = [
    section(headline),
    ...shown.map((paragraph) => section(paragraph.join('\n'))),
    context([...rest, ...small].join('\n')),
    actions('entries', [undoButton(undo)]),
    ...(fixes.length === 0 ? [] : [actions(FIXES, fixes)]),
  ];
  return reply([headline, ...shown.flat(), ...rest, ...small].join('\n'), blocks);
}

function paragraphsOf(lines: readonly string[]): string[][] {
  const paragraphs: string[][] = [];
  let length = 0;
  for (const line of lines) {
    const last = paragraphs.at(-1);
    if (last === undefined || length + line.length > PARAGRAPH) {
      paragraphs.push([line]);
      length = line.length;
    } else {
      last.push(line);
      length += line.length + 1;
    }
  }
  return paragraphs;
}
