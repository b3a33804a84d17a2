import type { Entry } from '../../entry.ts';
import type { NearMiss } from '../new-tags.ts';
import { type Button, button } from '../slack/blocks.ts';
import { escapeText } from '../slack/escape.ts';
import { ACTION } from '../wire/action-ids.ts';
import { encodeNearTag } from '../wire/near-tag.ts';
import { entryLabel } from './words.ts';

/** As many likely slips as are asked about at once. */
export const MOST_NEAR = 3;

/** Asks whether a tag is a slip, as a sentence of mrkdwn. */
export function nearMissWords({ tag, near }: NearMiss): string {
  return `#${escapeText(tag)} is new. Did you mean #${escapeText(near)}?`;
}

/** Puts the tag that was meant in the place of the other; `index` keeps apart the buttons of one message. */
export function nearMissButton(entry: Entry, { tag, near }: NearMiss, index: number): Button {
  return button({
    action: `${ACTION.useNearTag}-${index}`,
    text: `Use #${near}`,
    value: encodeNearTag(entry, tag, near),
    label: `Use #${near} in place of #${tag} for ${entryLabel(entry)}`,
  });
}
