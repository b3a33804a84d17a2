import { BARE_CLOCK, isClock, readClock, SURE_CLOCK } from './clock.ts';
import type { Draft, Fault, LooseClock } from './draft.ts';
import { cover, MARK, type Piece } from './mask.ts';
import { MONTH_NAMES } from './names.ts';

const LEFT = String.raw`(?<![\p{L}\p{N}_$€£¥#.,:/@-])(?<![\p{L}\p{N}]['-])`;
const RIGHT = String.raw`(?![\p{L}\p{N}_%'/]|[.,:]\d|-[\p{L}\p{N}])`;
const ENDING = '(?:ending(?: at| by)?|ended(?: at)?|until|till|til|up to|to)';
const STARTING = '(?:starting(?: at| from)?|started(?: at)?|beginning(?: at)?|from|at|@)';
const SINCE = '(?:since|ever since)(?: about| around)?';
const DAY_BETWEEN = String.raw`(?<day>(?:yesterday|today|last night|this morning|this afternoon|this evening)(?: at)?\s)?`;

/** A clock time with the word that leads it; without one it must be sure. */
const LED_CLOCK = new RegExp(
  String.raw`${LEFT}(?:(?:(?<since>${SINCE})|(?<ending>${ENDING})|(?<starting>${STARTING}))\s?${DAY_BETWEEN}(?:(?<sure>${SURE_CLOCK})|(?<bare>${BARE_CLOCK})(?!\s?(?:st|nd|rd|th|days?|weeks?|months?|years?|of|o|${MONTH_NAMES}(?! \d))(?![\p{L}\p{N}])))|(?<alone>${SURE_CLOCK})|(?<before>\d{1,2})(?= for \uE004))${RIGHT}`,
  'giu',
);

/**
 * Takes single clock times: `since 9`, `ending at noon`, `at 3pm`, and a bare `9:30`. Whether such a time belongs to the
 * amount of its line, or is only spoken of in the note, is decided when all is read.
 */
export function takeClocks(draft: Draft): Draft {
  const faults: Fault[] = [];
  const pieces: Piece<LooseClock>[] = [];
  const covered: Piece<LooseClock>[] = [];
  for (const match of draft.mask.matchAll(LED_CLOCK)) {
    const { since, ending, starting, day = '', sure, bare, alone, before } = match.groups ?? {};
    const written = sure ?? bare ?? alone ?? before ?? '';
    const end = match.index + match[0].length;
    const read = readClock(written);
    if (!isClock(read)) {
      const instead = read.instead === undefined ? {} : { instead: read.instead };
      faults.push({ reason: 'invalid', message: read.message, start: end - written.length, end, ...instead });
      continue;
    }
    const role =
      since !== undefined ? 'since' : ending !== undefined ? 'end' : alone !== undefined ? 'bare' : 'start';
    const isSure = bare === undefined && before === undefined;
    const value: LooseClock = { clock: read, role, isSure };
    const lead = (since ?? ending ?? starting ?? '').length;
    pieces.push({ value, start: match.index, end });
    if (day === '') {
      covered.push({ value, start: match.index, end });
    } else {
      covered.push({ value, start: match.index, end: match.index + lead });
      covered.push({ value, start: end - written.length, end });
    }
  }
  return {
    ...draft,
    mask: cover(draft.mask, covered, MARK.clock),
    clocks: pieces,
    faults: [...draft.faults, ...faults],
  };
}
