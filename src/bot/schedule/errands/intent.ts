import type { Reply } from '../../slack/blocks.ts';

/** What an errand would do once it is taken up, or why it does nothing. */
export type Intent = Skip | { readonly prepare: () => Promise<Prepared | Did | Skip> };

/** A message that is ready to be sent. */
export type Prepared = {
  readonly message: Reply;
  /** The channel, or the member whose direct message it is. */
  readonly channel: string;
  /** What it is sent once for: the day, or the first day of the week. */
  readonly about: string;
};

/** What was done where there is nothing to send, in a word or two. */
export type Did = { readonly did: string };

/** Why nothing is sent, in a word or two. */
export type Skip = { readonly why: string };
