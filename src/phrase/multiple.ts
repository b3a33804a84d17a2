import { formatDuration, LONGEST_ENTRY, type Seconds } from '../duration.ts';
import { amend, type Doubt, type Draft } from './draft.ts';
import { MARK, type Piece, TAKEN } from './mask.ts';

/** `2 x` and `2 ×` before a length; `2x` and `2 times` were taken as a measure. */
const BEFORE = new RegExp(String.raw`(?:(?<![\w.,-])(\d{1,3}) ?[x*×] ?|${MARK.measure} )$`);
/** `x2`, `x 2` behind a length, with nothing but what was read, or the end, behind it. */
const BEHIND = new RegExp(String.raw`^ ?[x*×] ?(\d{1,3})(?=[\s,;.!)]*(?:$|[${TAKEN}]))`);

/** A length with how many times it was: `2x 45m`, `45m x3`. */
export type Multiple = {
  readonly start: number;
  readonly end: number;
  /** The multiplier, where no step has taken it yet. */
  readonly multiplier: readonly Piece<number>[];
  readonly doubt: Doubt;
};

/** `2x 45m`: twice as long, or 45 minutes in which something was done two times. */
export function multipleOf(draft: Draft, piece: Piece<Seconds>): readonly Multiple[] {
  const multiplier = multiplierBefore(draft, piece) ?? multiplierBehind(draft, piece);
  if (multiplier === undefined) return [];
  const { value: count, isTaken } = multiplier;
  const seconds = count * piece.value;
  if (!Number.isInteger(count) || count < 2 || seconds === 0 || seconds > LONGEST_ENTRY) return [];
  const place = { start: Math.min(multiplier.start, piece.start), end: Math.max(multiplier.end, piece.end) };
  const length = draft.text.slice(piece.start, piece.end).trim();
  const doubt = {
    message: `“${draft.text.slice(place.start, place.end).trim()}” may be ${formatDuration(seconds)} in all, or one of ${length}.`,
    lines: [formatDuration(seconds), `${length} ${count}x`].map((words) => amend(draft, place, words)),
  };
  return [{ ...place, multiplier: isTaken ? [] : [multiplier], doubt }];
}

type Multiplier = Piece<number> & { readonly isTaken: boolean };

function multiplierBefore({ mask, measures }: Draft, { start }: Piece<Seconds>): Multiplier | undefined {
  const match = BEFORE.exec(mask.slice(Math.max(0, start - 24), start));
  if (match === null) return undefined;
  const [written, plain] = match;
  if (plain !== undefined)
    return { value: Number(plain), start: start - written.length, end: start, isTaken: false };
  const measure = measures.find(({ end }) => end === start - 1);
  return measure?.value.unit === 'times'
    ? { ...measure, value: measure.value.value, isTaken: true }
    : undefined;
}

function multiplierBehind({ mask }: Draft, { end }: Piece<Seconds>): Multiplier | undefined {
  const match = BEHIND.exec(mask.slice(end, end + 24));
  if (match === null) return undefined;
  return { value: Number(match[1]), start: end, end: end + match[0].length, isTaken: false };
}
