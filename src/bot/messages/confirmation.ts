import type { Entry } from '../../entry.ts';
import type { Alternative, Assumption } from '../../phrase/reading.ts';
import type { LocalDate } from '../../time.ts';
import type { Warning } from '../../warning.ts';
import type { NearMiss } from '../new-tags.ts';
import { actions, type Block, button, context, type Reply, reply, section } from '../slack/blocks.ts';
import { escapeText, shorten } from '../slack/escape.ts';
import { ACTION } from '../wire/action-ids.ts';
import { encodeEntryRef } from '../wire/entry-ref.ts';
import { cropButtons } from './crop-buttons.ts';
import { missingTaskButtons, missingTaskWords, type NamedTask } from './missing-task.ts';
import { MOST_NEAR, nearMissButton, nearMissWords } from './near-miss.ts';
import { MOST_SWITCHES, switchButton } from './switch-button.ts';
import { undoButton } from './undo-button.ts';
import { warningWords } from './warning-words.ts';
import { amountWords, clockWords, dayLine, dayWords, subjectWords } from './words.ts';

export type Confirmation = {
  /** What was done, as the first word: `Logged`, `Changed`, `Stopped`. */
  readonly done: string;
  readonly entry: Entry;
  readonly today: LocalDate;
  /** What the entry's whole day holds, the entry included: `1h 45m, 12 pages`. */
  readonly dayTotal: string;
  /** Totals of other days that changed with it, as lines of mrkdwn. */
  readonly otherDays?: readonly string[];
  /** The value of the Undo button; absent where there is nothing to take back. */
  readonly undo?: string;
  readonly task?: NamedTask;
  readonly assumed?: readonly Assumption[];
  readonly alternatives?: readonly Alternative[];
  readonly warnings?: readonly Warning[];
  /** Tags that look like a slip, each with the one in use that was likely meant. */
  readonly nearMisses?: readonly NearMiss[];
  /** A sentence of mrkdwn above it all, such as what happened to the timer. */
  readonly before?: string;
  /** Buttons for what that sentence is about. */
  readonly controls?: Block;
};

/** How much of a note the confirmation shows; the whole stands in the entry. */
const NOTE_SHOWN = 500;

/** The echo of what was kept: what, how long, which day and clock times, tags, task, the day's new total, and the way back. */
export function confirm(confirmation: Confirmation): Reply {
  const { before, controls } = confirmation;
  const body = headline(confirmation);
  const small = smallPrint(confirmation);
  const blocks: Block[] = [
    ...(before === undefined ? [] : [section(before)]),
    ...(controls === undefined ? [] : [controls]),
    section(body),
    context(small.join('\n')),
    actions('entry', buttons(confirmation)),
  ];
  return reply([before, body, ...small].filter((part) => part !== undefined).join('\n'), blocks);
}

function headline({ done, entry, today, task }: Confirmation): string {
  const clock = entry.clock === undefined ? '' : `, ${clockWords(entry.clock, entry.zone)}`;
  const subject = subjectWords(entry);
  const title = task?.kind === 'known' ? ` ${escapeText(task.task.title)}` : '';
  const lines = [
    `:white_check_mark: ${done} *${amountWords(entry)}* · ${dayWords(entry.date, today)}${clock}`,
  ];
  if (subject !== '') lines.push(subject + title);
  if (entry.note !== undefined) lines.push(quote(entry.note));
  return lines.join('\n');
}

function smallPrint(confirmation: Confirmation): string[] {
  const {
    entry,
    today,
    dayTotal,
    otherDays = [],
    assumed = [],
    warnings = [],
    nearMisses = [],
    task,
  } = confirmation;
  return [
    dayLine(entry.date, dayTotal, today),
    ...otherDays,
    ...guessWords(assumed),
    ...warnings.map(warningWords),
    ...nearMisses.slice(0, MOST_NEAR).map(nearMissWords),
    ...missingTaskWords(task),
  ];
}

/** What was guessed of a line, one sentence each. */
export function guessWords(assumed: readonly Assumption[]): string[] {
  const words: Readonly<Record<Assumption, string | undefined>> = {
    day: 'You did not name the day, so I took the one that fits best.',
    'am/pm': 'You did not say am or pm, so I took the times that fit best.',
    'overlap-hour':
      'The clocks went back that night, so this hour came twice; I took the first one that fits.',
    // Said by the warning about long entries.
    long: undefined,
  };
  return assumed.flatMap((assumption) => words[assumption] ?? []);
}

function buttons({ entry, undo, alternatives = [], warnings = [], nearMisses = [], task }: Confirmation) {
  const ref = encodeEntryRef(entry);
  return [
    ...(undo === undefined ? [] : [undoButton(undo)]),
    button({ action: ACTION.edit, text: 'Edit', value: ref }),
    button({ action: ACTION.note, text: 'Note', value: ref, label: 'Write a note on this entry' }),
    ...alternatives.slice(0, MOST_SWITCHES).map((other, index) => switchButton(entry, other, index)),
    ...cropButtons(entry, warnings),
    ...nearMisses.slice(0, MOST_NEAR).map((miss, index) => nearMissButton(entry, miss, index)),
    ...missingTaskButtons(task, ref),
  ];
}

function quote(note: string): string {
  return shorten(note, NOTE_SHOWN)
    .split('\n')
    .map((line) => `> ${escapeText(line)}`)
    .join('\n');
}
