import type { MemberCall } from '../call.ts';
import type { Reply } from '../slack/blocks.ts';

/** One press of a button in a message. */
export type Press = {
  readonly value: string;
  /** The message that held the button: together with what was pressed it makes the request's id. */
  readonly messageId: string;
  /** Where the message can be replaced; Slack keeps it open for 30 minutes. */
  readonly responseUrl?: string;
};

/** Does what a button says; the reply takes the message's place, none leaves it as it is. */
export type PressHandler = (call: MemberCall, press: Press) => Promise<Reply | undefined>;
