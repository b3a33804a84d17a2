import { type Clock, DASH_CLOCK, isClock, readClock, SURE_CLOCK } from './clock.ts';
import type { ClockRange, Draft, Fault } from './draft.ts';
import { MARK, type Piece, take } from './mask.ts';
import { MONTH_NAMES, WEEKDAY_NAMES } from './names.ts';

const LEFT = String.raw`(?<![\p{L}\p{N}_$€£¥#.,:/@-])(?<![\p{L}\p{N}]['-])`;
const RIGHT = String.raw`(?![\p{L}\p{N}_%'/]|[.,:]\d|-[\p{L}\p{N}])`;
const TO = String.raw`(?:\s?-{1,2}\s?|\s(?:to|until|till|til)\s)`;
const H_CLOCK = String.raw`(?:\d{1,2}h(?:\d{2})?)`;
const DIGITAL = String.raw`(?:\d{1,2}:\d{2})`;

/** `9h30-11h`: an hour with an `h` is a clock time only beside a dash. */
const H_RANGE = new RegExp(
  String.raw`${LEFT}(?:from )?(?:(?<a>${H_CLOCK})(?<dash>\s?-\s?)(?<b>${H_CLOCK}|${DIGITAL})|(?<c>${DIGITAL})\s?-\s?(?<d>${H_CLOCK}))${RIGHT}`,
  'giu',
);

const CLOCK = `(?:${SURE_CLOCK}|${DASH_CLOCK}|now)`;
const HOUR_WORD = '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';

const RANGE = new RegExp(
  String.raw`${LEFT}(?:(?<from>from )(?<a>${CLOCK}|${HOUR_WORD})${TO}(?<b>${CLOCK}|${HOUR_WORD})|(?<between>between )(?<c>${CLOCK}|${HOUR_WORD})(?:\s?-{1,2}\s?|\sand\s)(?<d>${CLOCK}|${HOUR_WORD})|@?\s?(?<e>${CLOCK}|${HOUR_WORD}(?= to ))(?<to>${TO})(?<f>${CLOCK}|${HOUR_WORD}))${RIGHT}`,
  'giu',
);

/** What a bare range may stand behind: the start, a tag, a task, a day. */
const OPENING = new RegExp(
  String.raw`(?:^|[\uE001\uE002]|(?<![\p{L}\p{N}_])(?:today|yesterday|morning|afternoon|evening|night|tonight|ago|week|${WEEKDAY_NAMES}|\d{4}-\d\d-\d\d|${MONTH_NAMES} \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?|\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH_NAMES}(?:,? \d{4})?|the \d{1,2}(?:st|nd|rd|th)))[\s,:(@]*(?:at )?$`,
  'iu',
);

/** What shows that the two numbers before it are not times: units, months, ordinals. */
const COUNTED = new RegExp(
  String.raw`^\s?(?:%|(?:st|nd|rd|th|days?|weeks?|months?|years?|hours?|hrs?|minutes?|mins?|seconds?|people|points?)(?![\p{L}\p{N}])|${MONTH_NAMES}(?![\p{L}\p{N}]| \d)|\uE003)`,
  'iu',
);

/** Takes ranges whose hours wear an `h`, before the amounts can read them as lengths. */
export function takeHourRanges(draft: Draft): Draft {
  if (!/\dh/i.test(draft.mask)) return draft;
  const faults: Fault[] = [];
  const { mask, pieces } = take<ClockRange>(draft, H_RANGE, MARK.clock, (match) => {
    const { a, b, c, d } = match.groups ?? {};
    const from = a ?? c ?? '';
    const to = b ?? d ?? '';
    const looksLikeLengths = /^[1-5]h$/i.test(from) && /h$/i.test(to);
    return looksLikeLengths ? undefined : rangeOf(from, to, match, faults);
  });
  return withRanges(draft, mask, pieces, faults);
}

/**
 * Takes clock ranges. Two bare numbers are a range only without an amount in the line, and only at its start, after
 * `from` or `between`, a day, or a tag.
 */
export function takeRanges(draft: Draft): Draft {
  if (!/-|\b(?:to|till?|until|between)\b/i.test(draft.mask)) return draft;
  const faults: Fault[] = [];
  const hasAmount = draft.amounts.length > 0;
  const { mask, pieces } = take<ClockRange>(draft, RANGE, MARK.clock, (match) => {
    const { a, b, c, d, e, f, from: fromWord, between } = match.groups ?? {};
    const from = a ?? c ?? e ?? '';
    const to = b ?? d ?? f ?? '';
    if (from.toLowerCase() === 'now') return undefined;
    const after = draft.mask.slice(match.index + match[0].length, match.index + match[0].length + 16);
    if (!isSure(from) && !isSure(to)) {
      const before = draft.mask.slice(Math.max(0, match.index - 40), match.index);
      const isOpening = (fromWord ?? between) !== undefined || OPENING.test(before);
      if (hasAmount || !isOpening || COUNTED.test(after) || isOtherNumbers(from, to)) return undefined;
    } else if (COUNTED.test(after)) {
      return undefined;
    }
    return rangeOf(from, to, match, faults);
  });
  return withRanges(draft, mask, pieces, faults);
}

function withRanges(
  draft: Draft,
  mask: string,
  pieces: readonly Piece<ClockRange>[],
  faults: readonly Fault[],
): Draft {
  return { ...draft, mask, ranges: [...draft.ranges, ...pieces], faults: [...draft.faults, ...faults] };
}

/** A time that is one wherever it stands. */
function isSure(clock: string): boolean {
  return /:|[ap]\.?m|noon|midday|midnight|past|quarter|clock|minutes?|in the|at night|^now$/i.test(clock);
}

/** Years, phone numbers, scores: `2024-2025`, `555-1234`, `1-1`. */
function isOtherNumbers(from: string, to: string): boolean {
  const isShort = from.length === 3 || to.length === 3;
  const isOdd = (clock: string) => /^\d{3,4}$/.test(clock) && Number(clock) % 5 !== 0;
  if (from === to) return true;
  if (isShort && (isOdd(from) || isOdd(to) || !/^\d{3,4}$/.test(from) || !/^\d{3,4}$/.test(to))) return true;
  const areYears = /^(?:19|20)\d\d$/.test(from) && /^(?:19|20)\d\d$/.test(to);
  return areYears && (Number(from) % 15 !== 0 || Number(to) % 15 !== 0) && (Number(from) % 100) % 15 !== 0;
}

function rangeOf(from: string, to: string, match: RegExpExecArray, faults: Fault[]): ClockRange | undefined {
  const start = match.index + match[0].toLowerCase().indexOf(from.toLowerCase());
  const read = readClock(from.trim());
  const end = to.toLowerCase() === 'now' ? ('now' as const) : readClock(to.trim());
  for (const [side, words] of [
    [read, from],
    [end, to],
  ] as const) {
    if (side === 'now' || isClock(side)) continue;
    const at = side === read ? start : match.index + match[0].length - words.length;
    faults.push({
      reason: 'invalid',
      message: side.message,
      start: at,
      end: at + words.length,
      ...(side.instead === undefined ? {} : { instead: side.instead }),
    });
  }
  if (!isClock(read)) return NO_RANGE;
  if (end === 'now') return { from: read, to: end };
  return isClock(end) ? { from: read, to: end } : NO_RANGE;
}

/** Stands where a faulty range was, so that its numbers are not read again; the fault refuses the line. */
const NOTHING: Clock = { starts: [0], ends: [0], text: '' };
const NO_RANGE: ClockRange = { from: NOTHING, to: NOTHING };
