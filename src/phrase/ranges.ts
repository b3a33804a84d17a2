import { type Clock, isClock, readClock } from './clock.ts';
import { type ClockToken, clockTokens } from './clock-tokens.ts';
import type { ClockRange, Draft, Fault } from './draft.ts';
import { cover, MARK, type Piece } from './mask.ts';
import { MONTH_BEFORE_DAY, MONTH_NAMES } from './names.ts';
import { OPENING } from './opening.ts';

const FROM = /(?<![\w'])(?:from|since) $/;
const BETWEEN = /(?<![\w'])between $/;
const DASH = /^\s?-{1,2}\s?$/;
const TO = /^ (?:to|until|till|'?til) $/;
const AND = /^ and $/;

/** What shows that the number before it is no time: units, months, ordinals. */
const COUNTED = new RegExp(
  String.raw`^\s?(?:%|(?:st|nd|rd|th|days?(?! before)|weeks?|months?|years?|hours?|hrs?|minutes?|mins?|seconds|second(?! [a-z])|people|points?|pages?|words?|times|km|mi|miles?)(?!\w| \d)|${MONTH_NAMES}(?!\w)(?![\s,]+(?:[a-z_]|\d{1,2}(?:st|nd|rd|th)?(?![\w:]))))`,
);

/** `sep 9-11am` may be from nine on, or the 9th of September. */
const AFTER_MONTH = new RegExp(`${MONTH_BEFORE_DAY}$`);

/** Takes ranges whose hours wear an `h`, before the amounts can read them as lengths. */
export function takeHourRanges(draft: Draft): Draft {
  if (!/\dh(?:\d\d)?\s?-|-\s?\d{1,2}h/.test(draft.mask)) return draft;
  return takePairs(draft, (from, to, gap) => {
    if (!DASH.test(gap) || !(/h/.test(from.text) || /h/.test(to.text))) return false;
    if (!/^\d{1,2}(?:h(?:\d\d)?|:\d\d)$/.test(from.text) || !/^\d{1,2}(?:h(?:\d\d)?|:\d\d)?$/.test(to.text))
      return false;
    return !/^[1-5]h/.test(from.text) || /:/.test(to.text);
  });
}

/**
 * Takes clock ranges. Two bare numbers are a range only without an amount in the line, and only at its start, after
 * `from` or `between`, a day, or a tag.
 */
export function takeRanges(draft: Draft): Draft {
  if (!/-| (?:to|'?till?|until|between|and) /.test(draft.mask)) return draft;
  const hasAmount = draft.amounts.length > 0;
  return takePairs(draft, (from, to, gap) => {
    if (from.text === 'now' || /h/.test(from.text.replace(/[^\dh].*$/, '')) || /\dh/.test(to.text))
      return false;
    const before = draft.mask.slice(Math.max(0, from.start - 40), from.start);
    const isBetween = BETWEEN.test(before);
    const isLed = isBetween || FROM.test(before);
    if (!DASH.test(gap) && !TO.test(gap) && !(isBetween && AND.test(gap))) return false;
    if (/(?:^|\W)\w+-$/.test(before) || /^-\w/.test(draft.mask.slice(to.end, to.end + 2))) return false;
    if (AFTER_MONTH.test(before)) return false;
    const isMarked = to.kind === 'sure' || /:/.test(from.text);
    if (!isMarked && COUNTED.test(draft.mask.slice(to.end, to.end + 24))) return false;
    if (from.kind === 'sure' || to.kind === 'sure') return true;
    return !hasAmount && (isLed || OPENING.test(before)) && !isOtherNumbers(from.text, to.text);
  });
}

/** Takes each two neighbouring clock times that `isRange` accepts, with the words that lead them. */
function takePairs(draft: Draft, isRange: (from: ClockToken, to: ClockToken, gap: string) => boolean): Draft {
  const faults: Fault[] = [];
  const pieces: Piece<ClockRange>[] = [];
  let from: ClockToken | undefined;
  for (const to of clockTokens(draft.mask)) {
    if (from === undefined || !isRange(from, to, draft.mask.slice(from.end, to.start))) {
      from = to;
      continue;
    }
    const lead = /(?:(?<![\w'])(?:from|between|since) |@ ?)$/.exec(
      draft.mask.slice(Math.max(0, from.start - 8), from.start),
    );
    const range = rangeOf(from, to, draft, faults);
    pieces.push({ value: range, start: from.start - (lead?.[0].length ?? 0), end: to.end });
    from = undefined;
  }
  if (pieces.length === 0) return draft;
  return {
    ...draft,
    mask: cover(draft.mask, pieces, MARK.clock),
    ranges: [...draft.ranges, ...pieces],
    faults: [...draft.faults, ...faults],
  };
}

/** Years, phone numbers, scores: `2024-2025`, `555-1234`, `1-1`. */
function isOtherNumbers(from: string, to: string): boolean {
  if (from === to) return true;
  const areLong = /^\d{3,4}$/.test(from) && /^\d{3,4}$/.test(to);
  const isOdd = (clock: string) => Number(clock) % 5 !== 0;
  if (from.length === 3 || to.length === 3) return !areLong || isOdd(from) || isOdd(to);
  const areYears = /^(?:19|20)\d\d$/.test(from) && /^(?:19|20)\d\d$/.test(to);
  return areYears && ((Number(from) % 100) % 15 !== 0 || (Number(to) % 100) % 15 !== 0);
}

function rangeOf(from: ClockToken, to: ClockToken, draft: Draft, faults: Fault[]): ClockRange {
  const start = clockOf(from, draft, faults);
  if (start.starts.length === 0) {
    const message = `${from.text} can only end something: it is the end of the day.`;
    faults.push({ reason: 'invalid', message, start: from.start, end: from.end, instead: '0:00' });
  }
  return { from: start, to: to.text === 'now' ? 'now' : clockOf(to, draft, faults) };
}

/** Stands where a faulty time was, so that its numbers are not read again; the fault refuses the line. */
const NOTHING: Clock = { starts: [0], ends: [0], text: '' };

function clockOf(token: ClockToken, draft: Draft, faults: Fault[]): Clock {
  const read = readClock(draft.text.slice(token.start, token.end));
  if (isClock(read)) return read;
  const { message, instead } = read;
  const fault = { reason: 'invalid' as const, message, start: token.start, end: token.end };
  faults.push(instead === undefined ? fault : { ...fault, instead });
  return NOTHING;
}
