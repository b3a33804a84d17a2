import type { Block } from './blocks.ts';
import { shorten, shortenEscaped } from './escape.ts';

/** Slack's limits (slack.dev, Block Kit reference). */
const SECTION_TEXT = 3000;
const OPTION_TEXT = 75;
const OPTION_VALUE = 150;

export type Menu = {
  readonly action: string;
  readonly options: readonly { readonly text: string; readonly value: string }[];
};

/** A paragraph of mrkdwn with a small menu at its side. */
export function overflow(blockId: string, mrkdwn: string, { action, options }: Menu): Block {
  if (options.some(({ value }) => value.length > OPTION_VALUE))
    throw new RangeError(`a value of menu ${action} is too long`);
  return {
    type: 'section',
    block_id: blockId,
    text: { type: 'mrkdwn', text: shortenEscaped(mrkdwn, SECTION_TEXT) },
    accessory: {
      type: 'overflow',
      action_id: action,
      options: options.map(({ text, value }) => ({
        text: { type: 'plain_text', text: shorten(text, OPTION_TEXT) },
        value,
      })),
    },
  };
}
