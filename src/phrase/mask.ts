/**
 * A line on its way through the steps. `mask` is as long as `text`: what a step has taken is replaced there by the mark of
 * what it was, so that later steps cannot read it again, yet see what kind of thing stands beside them. The mask is folded
 * (see {@link foldLetters}): expressions need no flags, and `\w` and `\b` mean what they say in every script.
 */
export type Line = { readonly text: string; readonly mask: string };

/** Something taken from a line, with its place in `text`. */
export type Piece<T> = { readonly value: T; readonly start: number; readonly end: number };

/** Private-use characters; `clean` removes them from what people type. Opaque text is note text that no step may read. */
export const MARK = {
  opaque: '\uE000',
  tag: '\uE001',
  task: '\uE002',
  measure: '\uE003',
  amount: '\uE004',
  clock: '\uE005',
  day: '\uE006',
} as const;

/** The marks that steps leave in the mask. */
export type Mark = (typeof MARK)[keyof typeof MARK];

/** Every mark but opaque, as the inside of a regular expression's class. */
export const TAKEN = '\uE001-\uE006';

/** Text of the same length in lower case, with `_` for each letter, mark and digit beyond ASCII. */
export function foldLetters(text: string): string {
  const lower = text.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase());
  if (!/[^\0-\x7F]/.test(lower)) return lower;
  return lower.replace(/(?![\0-\x7F])[\p{L}\p{M}\p{N}]/gu, (letter) => '_'.repeat(letter.length));
}

/** Takes what `pattern` (global) finds and `read` accepts, left to right, and marks it. `read` answers `undefined` to leave it. */
export function take<T>(
  line: Line,
  pattern: RegExp,
  mark: Mark,
  read: (match: RegExpExecArray) => T | undefined,
): { readonly mask: string; readonly pieces: readonly Piece<T>[] } {
  const pieces: Piece<T>[] = [];
  for (const match of line.mask.matchAll(pattern)) {
    const value = read(match);
    if (value !== undefined) pieces.push({ value, start: match.index, end: match.index + match[0].length });
  }
  return { mask: cover(line.mask, pieces, mark), pieces };
}

/** The mask with all the pieces (in order, apart from each other) marked. */
export function cover(mask: string, pieces: readonly Piece<unknown>[], mark: Mark): string {
  if (pieces.length === 0) return mask;
  let covered = '';
  let end = 0;
  for (const piece of pieces) {
    covered += mask.slice(end, piece.start) + mark.repeat(piece.end - piece.start);
    end = piece.end;
  }
  return covered + mask.slice(end);
}

/** The words of a piece, as they stand in the line. */
export function textOf(line: Line, piece: Pick<Piece<unknown>, 'start' | 'end'>): string {
  return line.text.slice(piece.start, piece.end);
}

/** The mask between two pieces, whichever comes first. */
export function gapOf({ mask }: Line, one: Piece<unknown>, other: Piece<unknown>): string {
  return one.end <= other.start ? mask.slice(one.end, other.start) : mask.slice(other.end, one.start);
}
