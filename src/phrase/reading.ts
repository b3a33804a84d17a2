import type { EntryContent } from '../entry.ts';
import type { WeekStart } from '../member.ts';
import type { Instant, Zone } from '../time.ts';
import type { Command } from './command.ts';

/** What a line is read against. */
export type ReadContext = {
  readonly now: Instant;
  readonly zone: Zone;
  /** Monday (1) where it is not said. */
  readonly weekStart?: WeekStart;
  /** A team's own units: spelling in lower case -> canonical name. */
  readonly units?: Readonly<Record<string, string>>;
};

/** What the reader guessed, or what is said but doubtful; everything else in a reading was said. */
export type Assumption = 'day' | 'am/pm' | 'overlap-hour' | 'long';

/** Another entry that the same line may have meant, with the words of its button (`Switch to pm`). */
export type Alternative = { readonly label: string; readonly content: EntryContent };

/** An entry that the line says, with what was guessed and what else it may mean. */
export type LogReading = {
  readonly kind: 'log';
  readonly content: EntryContent;
  readonly assumed: readonly Assumption[];
  readonly alternatives: readonly Alternative[];
};

/** A command that the line gives. */
export type CommandReading = { readonly kind: 'command'; readonly command: Command };

/** One of several readings, with the words of its button. */
export type Choice = { readonly label: string; readonly reading: LogReading | CommandReading };

/** More than one reading, or one against the odds: nothing is stored until a choice is pressed. */
export type AskReading = {
  readonly kind: 'ask';
  readonly reason: 'ambiguous' | 'future';
  readonly message: string;
  readonly choices: readonly Choice[];
};

/** Why a line is refused. */
export type ErrorReason =
  | 'zero'
  | 'negative'
  | 'too_long'
  | 'future'
  | 'order'
  | 'no_duration'
  | 'invalid'
  | 'gap'
  | 'too_many'
  | 'too_long_input';

/** A refusal: nothing is stored. */
export type ErrorReading = {
  readonly kind: 'error';
  readonly reason: ErrorReason;
  /** What was understood and what was not, in whole sentences. */
  readonly message: string;
  /** The faulty piece, as the person wrote it. */
  readonly fault?: string;
  /** One corrected line built from the person's own text. */
  readonly suggestion?: string;
};

/** Everything that a line may turn out to be. */
export type Reading = LogReading | CommandReading | AskReading | ErrorReading;
