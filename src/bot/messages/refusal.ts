import { isMeantAsCommand } from '../../phrase/meant-command.ts';
import type { AskReading, ErrorReading } from '../../phrase/reading.ts';
import { piecesOf } from '../../text.ts';
import type { Instant } from '../../time.ts';
import {
  actions,
  type Block,
  button,
  context,
  fitsButton,
  type Reply,
  reply,
  section,
} from '../slack/blocks.ts';
import { escapeText, inlineCode } from '../slack/escape.ts';
import { pasteableLine, typedText } from '../slack/typed-text.ts';
import { ACTION } from '../wire/action-ids.ts';
import { encodeChoice } from '../wire/choice.ts';
import { halfCommand, nearCommand } from './near-command.ts';
import { dayWords, entryLine } from './words.ts';

/** A line that is kept in the reply in full is cut into paragraphs of this many characters. */
const CHUNK = 2800;

/** The longest line under which a caret still stands where it should on a narrow screen. */
const CARET_LINE = 60;

/** Says what was understood and what was not, points at it, and gives a line to paste. The typed text is never lost. */
export function refuse(text: string, { message, fault, suggestion, reason }: ErrorReading): Reply {
  const line = typedText(text);
  const isMissing = reason === 'no_duration';
  const needsExamples = isMissing || (suggestion === undefined && isMeantAsCommand(line));
  const half = needsExamples ? halfCommand(line) : undefined;
  const near = isMissing ? nearCommand(line) : undefined;
  const isHalf = isMissing && half !== undefined;
  const said = `:thinking_face: ${isHalf ? halfWords(text, half.known) : escapeText(message)}`;
  // A line that would log what was meant as a command is no help, unless it has the words of work to log.
  const isWork = half === undefined || half.mayBeWork;
  const tries = [near, ...(half?.examples ?? []), isWork ? suggestion : undefined].filter(
    (line) => line !== undefined,
  );
  const way = tries.length === 0 ? [] : [`Try: ${tries.map(pasteableLine).join(' or ')}`];
  const blocks: Block[] = [section(said), ...typed(text, fault), ...way.map(section)];
  return reply([said, ...way, youTyped(text)].join('\n'), [
    ...blocks,
    context('Nothing was logged. `/track help` shows what works.'),
  ]);
}

function halfWords(text: string, known: string): string {
  const isAll = typedText(text).trim().toLowerCase() === known;
  return isAll
    ? `${inlineCode(known)} needs a word more.`
    : `I know ${inlineCode(known)}, but not what comes after it.`;
}

/** Text that is no line of any kind, with three lines that are. */
export function notUnderstood(text: string): Reply {
  const said = ':thinking_face: I did not understand that, so nothing was done.';
  const lines = ['45m #writing', 'today', 'help'].map(pasteableLine);
  const way = `Try ${lines.slice(0, -1).join(', ')} or ${lines.at(-1)}.`;
  return reply([said, way, youTyped(text)].join('\n'), [
    section(said),
    ...typed(text, undefined),
    section(way),
  ]);
}

/** Several readings, none kept yet: one button each. `now` is when the line was typed, against which it is read again. */
export function ask(text: string, now: Instant, today: string, { message, choices }: AskReading): Reply {
  const said = `:thinking_face: ${escapeText(message)}`;
  const lines = choices.map(({ label, reading }) =>
    reading.kind === 'log'
      ? `• *${escapeText(label)}*: ${entryLine(reading.content)} · ${dayWords(reading.content.date, today)}`
      : `• *${escapeText(label)}*`,
  );
  const values = choices.map((_, choice) => encodeChoice({ text, now, choice }));
  const buttons = values.every(fitsButton)
    ? [
        actions(
          'choices',
          choices.map(({ label }, choice) =>
            button({ action: `${ACTION.takeReading}-${choice}`, text: label, value: values[choice] ?? '' }),
          ),
        ),
      ]
    : [
        context(
          'This line is too long to keep in a button: please send a shorter one that says which you mean.',
        ),
      ];
  return reply([said, ...lines, youTyped(text)].join('\n'), [
    section([said, ...lines].join('\n')),
    ...typed(text, undefined),
    ...buttons,
  ]);
}

/** The person's own line, for those who hear the message instead of seeing it. */
function youTyped(text: string): string {
  return `You typed: /track ${escapeText(typedText(text))}`;
}

/** The person's own line, with carets under what was not understood where they would stand right. */
function typed(text: string, fault: string | undefined): Block[] {
  const line = `/track ${typedText(text).replace(/\s+/g, ' ').trim()}`;
  const at = fault === undefined ? -1 : line.indexOf(fault);
  if (fault !== undefined && at >= 0 && line.length <= CARET_LINE && isNarrow(line)) {
    return [section(codeBlock(`${line}\n${' '.repeat(at)}${'^'.repeat(fault.length)}`))];
  }
  return piecesOf(line, CHUNK).map((chunk) => ({
    type: 'section',
    text: { type: 'plain_text', text: chunk, emoji: false },
  }));
}

/** Only such characters are all of one width in Slack's code font. */
function isNarrow(line: string): boolean {
  return /^[\x20-\x7e]*$/.test(line) && !line.includes('`');
}

function codeBlock(text: string): string {
  return `\`\`\`${escapeText(text)}\`\`\``;
}
