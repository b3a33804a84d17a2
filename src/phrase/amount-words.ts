import { SECONDS_PER_HOUR, SECONDS_PER_MINUTE, type Seconds } from '../duration.ts';
import { TAKEN } from './mask.ts';
import { MONTH_NAMES } from './names.ts';
import { DIGITS, type Fraction, NUMBER_WORD, NUMBER_WORDS, readNumber, times } from './number.ts';

/** A length as it was found at a place of a mask; `seconds` is absent where its minutes go beyond 59. */
export type AmountWords = { readonly seconds?: Seconds; readonly end: number };

/** What may not follow a length: a letter, a digit, `/` of a rate, `%`, money, the rest of a number. */
export const AMOUNT_END = String.raw`(?![\w'/%$€£¥]|[.,:]\d)`;
const END = AMOUNT_END;
/** The dot of `45 mins.` */
const DOT = String.raw`(?:(?<=[a-z]{2})\.(?=[\s,;)]|$))?`;

const QUARTER_COUNT = '(?:an?|one|two|three|[1-3])';

/** `and`, as people hurry it. */
const AND = String.raw` (?:and|n|&|\+) `;

const COLON = sticky(String.raw`(\d{1,3}):(\d{1,2}) ?(?:hours?|hrs?|h)${DOT}${END}`);
const HALF = sticky(`(?:an? )?half(?: an?|-an)?[ -](hour|hr|h|minute|min)${DOT}${END}`);
/** Without one of them no part of an hour is in a line: a quick look that spares most lines the long expressions below. */
const PART_WORD = /half|halves|quarter|third/;
/** `three quarters of an hour`, `a third of an hour`; a half and a third need their `of`. */
const PARTS = sticky(
  String.raw`(?:(\d{1,2}|${NUMBER_WORDS})[ -])?(quarter|(?:half|halves|third)(?=s? of))s?(?: of)?(?: an?| one)?[ -](?:hours?|hrs?)${DOT}${END}`,
);
const NUMBER_IN_DIGITS = sticky(DIGITS);
const NUMBER_IN_WORDS = sticky(`${NUMBER_WORDS}(?![a-z])`);
/** Before another word `second` is rather a place in a row: `9-2 second draft`. */
const UNIT = sticky(
  `[ -]?(?:(hours?|hrs?|h)|(minutes?|mins?|m)|(seconds|(?<! )second|second(?! [a-z])|secs?|s))(?![a-z_])`,
);
/** Behind a fraction: `3/4 of an hour`, `1/2 an hour`. */
const UNIT_OF = sticky(' (?:of )?an? (?:(hours?|hrs?|h)|(minutes?|mins?)|(seconds?|secs?))(?![a-z_])');
/** After a word the unit is written out: `a m` is nothing; `a second look` is no second either. */
const UNIT_IN_FULL = sticky('[ -](?:(hours?|hrs?)|(minutes?|mins?)|(seconds?|secs?))(?![a-z_])');
const AND_HALF = sticky(`${AND}(?:an? )?half[ -](?:(hours?|hrs?|h)|minutes?|mins?|m)${DOT}${END}`);
const AND_QUARTERS = sticky(`${AND}(?:(${QUARTER_COUNT}) )?quarters?[ -](?:hours?|hrs?|h)${DOT}${END}`);
const THEN_HALF = sticky(String.raw`${DOT}${AND}(?:an? half|half(?! (?:the|of|my|our|an?)\b))${END}`);
const THEN_QUARTERS = sticky(`${DOT}${AND}(?:(${QUARTER_COUNT}) )?quarters?(?! of)${END}`);
const JOIN = sticky(String.raw`${DOT}(?:\s?,)?\s?(?:(?:and|plus|n)\s|[&+]\s?)?`);
const TAIL = sticky(`${DOT}${END}`);
const ATTACHED_MINUTES = sticky(String.raw`(\d{2})${END}(?! ?(?:minutes?|mins?|m)\b)`);
const LOOSE_MINUTES = sticky(
  String.raw`${DOT}(?:(?:,|,? and)? |,)([0-5]\d|(?:twenty|thirty|forty|fifty)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|ten|fifteen)${END}(?!\+|\.\.|\s?[^\s\w.,;:!?()[\]'&#@${TAKEN}\uE000-])(?!\s?(?:-\S|[/%]|(?:to|or) \d|(?:one|two|three|four|five|six|seven|eight|nine)\b|[ap]\.?m\b|th\b|st\b|of\b|o'clock|(?:days?|weeks?|months?|years?|hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s|${MONTH_NAMES})\b))`,
);

/** An hour without its number, at the start or behind what was read: `hour and a half`. */
const HOUR = `(?<=^|[${TAKEN}] )hour(?= (?:and|n|&) (?:an? )?(?:half|quarter))`;
const BARE_HOUR = sticky(HOUR);

/** Where a length may begin: at a digit, or at one of the words that begin one. */
export const AMOUNT_START = String.raw`(?=[\d.,acdefhnoqstz])(?=(?:(?<=^|[\s+~(-])[.,])?\d|${HOUR}|(?:an?|half|quarters?|${NUMBER_WORD})[ -])`;

/** `1990s` is a time long ago, and no length. */
const DECADE = sticky(String.raw`(?:1[5-9]|20)\d0s(?!\w)`);

/** Reads the length that begins at a place of a mask, in any of its spellings; `undefined` where none does. */
export function readAmountAt(mask: string, start: number): AmountWords | undefined {
  return (
    colonAmount(mask, start) ?? wordAmount(mask, start) ?? bareHour(mask, start) ?? countedAmount(mask, start)
  );
}

/** `1:20h` */
function colonAmount(mask: string, start: number): AmountWords | undefined {
  const match = at(COLON, mask, start);
  if (match === null) return undefined;
  const [written, hours = '', minutes = ''] = match;
  const end = start + written.length;
  if (minutes.length !== 2 || Number(minutes) > 59) return { end };
  return { seconds: Number(hours) * SECONDS_PER_HOUR + Number(minutes) * SECONDS_PER_MINUTE, end };
}

/** `half an hour`, `three quarters of an hour`, `two thirds of an hour` */
function wordAmount(mask: string, start: number): AmountWords | undefined {
  if (!PART_WORD.test(mask)) return undefined;
  const half = at(HALF, mask, start);
  if (half !== null) {
    const unit = half[1]?.startsWith('h') ? SECONDS_PER_HOUR : SECONDS_PER_MINUTE;
    return { seconds: unit / 2, end: start + half[0].length };
  }
  const parts = at(PARTS, mask, start);
  if (parts === null) return undefined;
  const whole = parts[2]?.startsWith('h') ? 2 : parts[2] === 'third' ? 3 : 4;
  return { seconds: (countOf(parts[1]) * SECONDS_PER_HOUR) / whole, end: start + parts[0].length };
}

type Quantity = {
  readonly number: Fraction;
  readonly unit: 'hour' | 'minute' | 'second';
  readonly end: number;
};

/** `hour and a half` */
function bareHour(mask: string, start: number): AmountWords | undefined {
  const hour = at(BARE_HOUR, mask, start);
  const more = hour === null ? undefined : afterHours(mask, start + hour[0].length);
  return more?.seconds === undefined ? undefined : { ...more, seconds: SECONDS_PER_HOUR + more.seconds };
}

/** A number with its unit, and what may follow it: smaller units, bare minutes, a half, quarters. */
function countedAmount(mask: string, start: number): AmountWords | undefined {
  const mixed = mixedAmount(mask, start);
  if (mixed !== undefined) return mixed;
  const first = quantityAt(mask, start);
  if (first === undefined) return undefined;
  const seconds = times(first.number, SECONDS_PER[first.unit]);
  const more =
    first.unit === 'hour'
      ? afterHours(mask, first.end)
      : first.unit === 'minute'
        ? afterMinutes(mask, first.end)
        : undefined;
  if (more !== undefined)
    return more.seconds === undefined ? more : { seconds: seconds + more.seconds, end: more.end };
  const tail = at(TAIL, mask, first.end);
  return tail === null ? undefined : { seconds, end: first.end + tail[0].length };
}

/** `one and a half hours`, `2 and three quarters hours` */
function mixedAmount(mask: string, start: number): AmountWords | undefined {
  const number = numberAt(mask, start);
  if (number === undefined) return undefined;
  const half = at(AND_HALF, mask, number.end);
  if (half !== null) {
    const unit = half[1] === undefined ? SECONDS_PER_MINUTE : SECONDS_PER_HOUR;
    return { seconds: times(number.value, unit) + unit / 2, end: number.end + half[0].length };
  }
  const quarters = at(AND_QUARTERS, mask, number.end);
  if (quarters === null) return undefined;
  const part = (countOf(quarters[1]) * SECONDS_PER_HOUR) / 4;
  return { seconds: times(number.value, SECONDS_PER_HOUR) + part, end: number.end + quarters[0].length };
}

function afterHours(mask: string, end: number): AmountWords | undefined {
  const bare = at(ATTACHED_MINUTES, mask, end) ?? at(LOOSE_MINUTES, mask, end);
  if (bare !== null) {
    const minutes = readNumber(bare[1] ?? '')?.top ?? 0;
    const after = end + bare[0].length;
    return minutes > 59 ? { end: after } : { seconds: minutes * SECONDS_PER_MINUTE, end: after };
  }
  const half = at(THEN_HALF, mask, end);
  if (half !== null) return { seconds: SECONDS_PER_HOUR / 2, end: end + half[0].length };
  const quarters = at(THEN_QUARTERS, mask, end);
  if (quarters !== null)
    return { seconds: (countOf(quarters[1]) * SECONDS_PER_HOUR) / 4, end: end + quarters[0].length };
  return smaller(mask, end, ['minute', 'second']);
}

function afterMinutes(mask: string, end: number): AmountWords | undefined {
  const half = at(THEN_HALF, mask, end);
  if (half !== null) return { seconds: SECONDS_PER_MINUTE / 2, end: end + half[0].length };
  return smaller(mask, end, ['second']);
}

/** Seconds that make a minute or more are no rest of a length: `1h 90s music`. */
const MOST_LEFT = 60;

/** `, 30m and 15s`: one of each smaller unit, in their order. */
function smaller(mask: string, from: number, units: readonly Quantity['unit'][]): AmountWords | undefined {
  let seconds = 0;
  let end = from;
  for (const unit of units) {
    const join = at(JOIN, mask, end);
    const start = end + (join?.[0].length ?? 0);
    const next = /[.,]/.test(mask.charAt(start)) ? undefined : quantityAt(mask, start);
    if (next?.unit !== unit) continue;
    if (unit === 'second' && next.number.top >= MOST_LEFT * next.number.bottom) continue;
    seconds += times(next.number, SECONDS_PER[unit]);
    end = next.end;
  }
  const tail = end === from ? null : at(TAIL, mask, end);
  return tail === null ? undefined : { seconds, end: end + tail[0].length };
}

function quantityAt(mask: string, start: number): Quantity | undefined {
  const number = numberAt(mask, start);
  if (number === undefined) return undefined;
  if (at(DECADE, mask, start) !== null) return undefined;
  const unit =
    at(number.isWord ? UNIT_IN_FULL : UNIT, mask, number.end) ??
    (number.isFraction ? at(UNIT_OF, mask, number.end) : null);
  if (unit === null) return undefined;
  if (number.isArticle && unit[3] !== undefined) return undefined;
  const name = unit[1] !== undefined ? 'hour' : unit[2] !== undefined ? 'minute' : 'second';
  return { number: number.value, unit: name, end: number.end + unit[0].length };
}

function numberAt(mask: string, start: number) {
  const digits = at(NUMBER_IN_DIGITS, mask, start);
  const isLetter = /[a-z]/.test(mask.charAt(start));
  const written = digits ?? (isLetter ? at(NUMBER_IN_WORDS, mask, start) : null);
  const value = written === null ? undefined : readNumber(written[0]);
  if (written === null || value === undefined) return undefined;
  return {
    value,
    end: start + written[0].length,
    isWord: digits === null,
    isFraction: digits !== null && /[/.,]/.test(written[0]),
    isArticle: /^an?$/.test(written[0]),
  };
}

function countOf(word: string | undefined): number {
  return word === undefined ? 1 : (readNumber(word)?.top ?? 1);
}

const SECONDS_PER = { hour: SECONDS_PER_HOUR, minute: SECONDS_PER_MINUTE, second: 1 } as const;

function sticky(source: string): RegExp {
  return new RegExp(source, 'y');
}

function at(pattern: RegExp, mask: string, start: number): RegExpExecArray | null {
  pattern.lastIndex = start;
  return pattern.exec(mask);
}
