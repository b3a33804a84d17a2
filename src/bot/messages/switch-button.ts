import type { Entry } from '../../entry.ts';
import type { Alternative } from '../../phrase/reading.ts';
import { type Button, button } from '../slack/blocks.ts';
import { ACTION } from '../wire/action-ids.ts';
import { encodeAlternative } from '../wire/alternative.ts';
import { clockWords, entryLabel } from './words.ts';

/** As many switches as one message offers. */
export const MOST_SWITCHES = 3;

/** Puts an entry to another reading of its line; `index` keeps apart the buttons of one message. */
export function switchButton(entry: Entry, { label, content }: Alternative, index: number): Button {
  return button({
    action: `${ACTION.switchReading}-${index}`,
    text: label,
    value: encodeAlternative(entry, content),
  });
}

/** The same for one of several entries that a message shows, so that it names which. */
export function switchButtonAmong(entry: Entry, alternative: Alternative, index: number): Button {
  const which = entry.clock === undefined ? entryLabel(entry) : clockWords(entry.clock, entry.zone);
  return switchButton(entry, { ...alternative, label: `${alternative.label} (${which})` }, index);
}
