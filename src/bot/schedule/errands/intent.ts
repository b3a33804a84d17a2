import type { ErasePlace, OwnedErrand } from '../../../store/kinds/due.ts';
import type { LocalDate } from '../../../time.ts';
import type { Reply } from '../../slack/blocks.ts';

/** What an errand would do once it is taken up, or why it does nothing. */
export type Intent = Skip | { readonly prepare: () => Promise<Prepared | Did | Skip | GoesOn> };

/** A message that is ready to be sent. */
export type Prepared = {
  readonly message: Reply;
  /** The channel, or the member whose direct message it is. */
  readonly channel: string;
  /** What it is sent once for: the day, or the first day of the week. */
  readonly about: string;
  /** The message whose thread it belongs to, as Slack names it. */
  readonly thread?: string;
  /** What follows in the thread of this message, and the local day that it is told for. */
  readonly follow?: { readonly owned: OwnedErrand; readonly about: LocalDate; readonly message: Reply };
  /** Does what follows once the message is there; that it is there does not hang on it. */
  readonly sent?: () => Promise<void>;
  /** Does what is to be done where Slack says that it will never take the message, in its word. */
  readonly refused?: (problem: string) => Promise<void>;
};

/** What was done where there is nothing to send, in a word or two. */
export type Did = {
  readonly did: string;
  /** True where nothing is to say any more whose it was. */
  readonly leavesNoRow?: true;
};

/** It is to be taken up again after so many milliseconds, and goes on from `place`: one step was done of many, or what it needs can't be had now. */
export type GoesOn = {
  readonly goesOn: string;
  readonly after: number;
  readonly place?: ErasePlace;
};

/** Why nothing is sent, in a word or two. */
export type Skip = { readonly why: string };
