import { SECONDS_PER_HOUR } from '../duration.ts';
import { amend, type Draft } from './draft.ts';
import { MARK } from './mask.ts';
import { OPENING } from './opening.ts';

const HALF_DAY = 12;
const RANGE = new RegExp(
  String.raw`(?:from )?(?<!\d)(\d{1,2})(?: ?- ?| (?:to|until|till) )(\d{1,2}) (?=${MARK.amount})`,
);

/** Asks about `9-11 1h`: two bare numbers beside a length are note text, unless they stand where a range would, touch it, and deny it. */
export function doubtBareRange(draft: Draft): Draft {
  const [amount, second] = draft.amounts;
  if (amount === undefined || second !== undefined || draft.ranges.length > 0) return draft;
  const match = RANGE.exec(draft.mask);
  if (match === null || !OPENING.test(draft.mask.slice(Math.max(0, match.index - 40), match.index)))
    return draft;
  const [from, to] = [Number(match[1]), Number(match[2])];
  const hours = (to - from + HALF_DAY) % HALF_DAY;
  if (from > 24 || to > 24 || hours === 0 || hours * SECONDS_PER_HOUR === amount.value) return draft;
  const range = { start: match.index, end: match.index + match[0].length - 1 };
  const [clocks, length] = [range, amount].map(({ start, end }) => draft.text.slice(start, end));
  return {
    ...draft,
    doubts: [
      ...draft.doubts,
      {
        message: `“${clocks}” may be from when to when, or part of the note; “${length?.trim()}” is another length.`,
        lines: [amend(draft, range, clocks ?? '', 'opaque'), amend(draft, amount, length ?? '', 'opaque')],
      },
    ],
  };
}
