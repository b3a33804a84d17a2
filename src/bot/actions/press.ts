import type { MemberCall } from '../call.ts';
import type { Reply } from '../slack/blocks.ts';
import type { Answer } from '../views/open-form.ts';

/** Where a button was pressed, which is where its answer goes. */
export type Surface =
  /** Slack keeps the URL open for 30 minutes. */
  | { readonly kind: 'message'; readonly responseUrl: string }
  | { readonly kind: 'home' }
  /** The last page of a form. */
  | { readonly kind: 'modal'; readonly viewId: string; readonly title: string };

/** One press of a button. */
export type Press = {
  readonly value: string;
  /** The message or view that held the button: together with what was pressed it makes the request's id. */
  readonly messageId: string;
  readonly surface: Surface;
};

/** Does what a button says; the reply takes the message's place, none leaves it as it is. */
export type PressHandler = (call: MemberCall, press: Press) => Promise<Reply | undefined>;

/**
 * Where the answer to a form goes that a press opens; `how` is for one opened from a message. Nowhere, where the form is
 * opened from a form: its own last page tells it.
 */
export function answerTo(
  { surface }: Pick<Press, 'surface'>,
  how: 'replace' | 'add' = 'replace',
): Answer | undefined {
  if (surface.kind === 'message') return { url: surface.responseUrl, how };
  return surface.kind === 'home' ? { how: 'home' } : undefined;
}
