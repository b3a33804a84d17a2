import type { Entry } from '../../entry.ts';
import { entryWithout } from '../../entry-parts.ts';
import type { Warning } from '../../warning.ts';
import { type Button, button } from '../slack/blocks.ts';
import { ACTION } from '../wire/action-ids.ts';
import { encodeCrop } from '../wire/crop-value.ts';
import { clockWords, entryLabel } from './words.ts';

/** As many overlaps get a button of their own. */
const MOST = 3;

/**
 * For each overlap the way to end it: the earlier entry loses what it shares with this one, in its middle too. Where nothing
 * of it would be left this one is cut around it; two at the very same times are left to the person.
 */
export function cropButtons(entry: Entry, warnings: readonly Warning[]): Button[] {
  const earlier = warnings
    .flatMap((warning) => (warning.kind === 'overlap' ? [warning.with] : []))
    .slice(0, MOST);
  return earlier.flatMap((other, index) => {
    const crop = cropOf(entry, other);
    if (crop === undefined) return [];
    const which =
      earlier.length > 1 && other.clock !== undefined ? ` (${clockWords(other.clock, other.zone)})` : '';
    return [
      button({
        action: `${ACTION.crop}-${index}`,
        text: `${crop.text}${which}`,
        value: encodeCrop(crop.value),
      }),
    ];
  });
}

/** Two entries that overlap; what can be done is told from the side of the later one. */
export type Overlap = { readonly entry: Entry; readonly other: Entry };

/** The same for entries of which one message shows several, so that each way names what it cuts. */
export function cropButtonsAmong(overlaps: readonly Overlap[]): Button[] {
  const ways = overlaps.flatMap(({ entry, other }) => cropOf(entry, other) ?? []).slice(0, MOST);
  return ways.map(({ parts, value: { crop, keep } }, index) => {
    const clock = crop.clock === undefined ? '' : ` ${clockWords(crop.clock, crop.zone)}`;
    return button({
      action: `${ACTION.crop}-${index}`,
      text: `${parts === 1 ? 'Crop' : 'Split'}${clock}`,
      value: encodeCrop({ crop, keep }),
      label: `${parts === 1 ? 'Crop' : 'Split'} ${entryLabel(crop)} beside ${entryLabel(keep)}`,
    });
  });
}

function cropOf(entry: Entry, other: Entry) {
  if (entry.clock === undefined || other.clock === undefined) return undefined;
  const left = entryWithout(other, entry.clock).length;
  if (left > 0) {
    const text = left === 1 ? 'Crop the earlier one' : 'Split the earlier one around this';
    return { text, parts: left, value: { crop: other, keep: entry } };
  }
  const mine = entryWithout(entry, other.clock).length;
  if (mine === 0) return undefined;
  const text = mine === 1 ? 'Crop this one' : 'Split this one around the earlier';
  return { text, parts: mine, value: { crop: entry, keep: other } };
}
