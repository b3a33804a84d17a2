import { clean } from '../clean.ts';
import type { Command } from '../command.ts';
import { type Draft, newDraft } from '../draft.ts';
import { takeMeasures } from '../measures.ts';
import type { ErrorReading, ReadContext } from '../reading.ts';
import { takeTags } from '../tags.ts';
import { takeTasks } from '../tasks.ts';

/**
 * One way to begin a command. `opening` matches the words of the verb at the start of the line; `read` gets the rest and
 * answers `undefined` where that does not read as this verb's arguments, so that the line is read as a log line.
 */
export type Verb = {
  readonly opening: RegExp;
  readonly read: (rest: string, context: ReadContext) => Command | ErrorReading | undefined;
  /** True for verbs that take any words; such a line is offered as both where it also reads as a log line. */
  readonly takesText?: boolean;
  /** True for words that tell what was done (`started onboarding 1h`) or are common (`tasks grooming 1h`): a line that reads as a log line is one. */
  readonly isTold?: boolean;
};

/** A verb that stands alone: `words` (the inside of a regular expression) are the whole line. */
export function plainVerb(words: string, command: Command): Verb {
  return { opening: new RegExp(`^(?:${words})[.!?]*$`, 'i'), read: () => command };
}

/** The first steps of a line only: tags, tasks and measures; times and days stay words. */
export function nameDraft(rest: string, context: ReadContext): Draft {
  return takeMeasures(takeTasks(takeTags(newDraft(clean(rest)))), context);
}

/** The first fault of a draft as a refusal. */
export function refusalOf(draft: Draft): ErrorReading | undefined {
  const [fault] = draft.faults;
  if (fault === undefined) return undefined;
  return {
    kind: 'error',
    reason: fault.reason,
    message: fault.message,
    fault: draft.text.slice(fault.start, fault.end),
  };
}
