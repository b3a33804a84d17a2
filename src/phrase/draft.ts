import type { Seconds } from '../duration.ts';
import type { Measure } from '../measure.ts';
import type { Tag } from '../tag.ts';
import type { TaskNumber } from '../task.ts';
import type { Clock } from './clock.ts';
import type { Day } from './day.ts';
import { foldLetters, type Line, MARK, type Piece } from './mask.ts';
import type { ErrorReason } from './reading.ts';

/** What is wrong with a piece of a line, in words that teach; `instead` is what could stand in its place. */
export type Fault = {
  readonly reason: ErrorReason;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly instead?: string;
};

/** Two clock times that belong together; `now` as an end is `since`. */
export type ClockRange = { readonly from: Clock; readonly to: Clock | 'now' };

/** A clock time with the word that says what it is: `at 9` starts, `until 5` ends, a bare `9:30` may be either. */
export type LooseClock = {
  readonly clock: Clock;
  readonly role: 'start' | 'end' | 'to' | 'since' | 'bare';
  /** False for an hour alone (`at 4`), which may be something else. */
  readonly isSure: boolean;
};

/** Lines that a line may have meant, for the person to choose from. */
export type Doubt = { readonly message: string; readonly lines: readonly Line[] };

/** A line with all that the steps have found in it so far. */
export type Draft = Line & {
  readonly tags: readonly Piece<Tag>[];
  readonly tasks: readonly Piece<TaskNumber>[];
  readonly measures: readonly Piece<Measure>[];
  readonly amounts: readonly Piece<Seconds>[];
  readonly ranges: readonly Piece<ClockRange>[];
  readonly clocks: readonly Piece<LooseClock>[];
  readonly days: readonly Piece<Day>[];
  readonly faults: readonly Fault[];
  readonly doubts: readonly Doubt[];
};

/** One step of the reader: takes from the line what it knows, and leaves the rest to the steps behind it. */
export type Step<Context> = (draft: Draft, context: Context) => Draft;

/** A line of which no step has read anything yet. */
export function newDraft(line: Line): Draft {
  return {
    ...line,
    tags: [],
    tasks: [],
    measures: [],
    amounts: [],
    ranges: [],
    clocks: [],
    days: [],
    faults: [],
    doubts: [],
  };
}

/** What the first of the pieces that has any comes to: one doubt or fault is told, however many a line holds. */
export function firstOf<P, T>(pieces: readonly P[], find: (piece: P) => readonly T[]): readonly T[] {
  for (const piece of pieces) {
    const found = find(piece);
    if (found.length > 0) return found;
  }
  return [];
}

/** The line with one place of it written differently, its spaces tidied. */
export function rewrite(
  line: Line,
  { start, end }: { readonly start: number; readonly end: number },
  words: string,
): string {
  // A piece may have taken the space behind it.
  const space = line.text[end - 1] === ' ' ? ' ' : '';
  return `${line.text.slice(0, start)}${words}${space}${line.text.slice(end)}`
    .replace(/ {2,}/g, ' ')
    .replace(/(?<![\s,;])[\s,;]+(?:and|or|&)?$/i, '')
    .trim();
}

/** The line with one place of it written differently, unread again; opaque words are note text. */
export function amend(
  line: Line,
  { start, end }: { readonly start: number; readonly end: number },
  words: string,
  kind: 'plain' | 'opaque' = 'plain',
): Line {
  const unread = foldLetters(line.text)
    .split('')
    .map((letter, at) => (line.mask[at] === MARK.opaque ? MARK.opaque : letter))
    .join('');
  const mask = kind === 'opaque' ? MARK.opaque.repeat(words.length) : foldLetters(words);
  return {
    text: line.text.slice(0, start) + words + line.text.slice(end),
    mask: unread.slice(0, start) + mask + unread.slice(end),
  };
}
