import type { Check } from './check.ts';
import { MARK } from './mask.ts';
import { DIGITS, NUMBER_WORD, NUMBER_WORDS } from './number.ts';

/** The signs of a length that was read. */
const READ = MARK.amount;
/** Beside what something stands alone; a clock time may yet turn out to be note text. */
const SURE = '\uE001-\uE004\uE006';
const ALONE_BEFORE = String.raw`(?<=(?:^|[${SURE}])[\s,;]{0,3})`;
const ALONE_AFTER = String.raw`(?=[\s,;.!)]*(?:$|[${SURE}]))`;
const NUMBER = `(?:${DIGITS}|${NUMBER_WORDS})`;
/** Number words, but for `a` and what `a` begins. */
const WORDS = `(?!an? )${NUMBER_WORDS}`;
const PARTS = '(?:half|halves|thirds?|quarters?|fifths?|sixths?|eighths?|tenths?)';

/** A number or a part that touches a length and was not read with it: it may belong to it, so it never becomes note text. */
export const BESIDE_LENGTH: readonly Check[] = [
  {
    pattern: new RegExp(
      String.raw`(?:${ALONE_BEFORE}(?:(?:\d{1,12}|\d\/\d)(?: ?[.,]+ ?| )|${WORDS} )|(?<!\w)(?:hundred|thousand|dozen) (?:and )?|(?<![\w.,#])\d{1,12} ?[.,]{2,} ?)${READ}+`,
    ),
    hint: new RegExp(`(?:[\\d.,]|${NUMBER_WORD}|of|and) ?${READ}`),
    message: (text) => `I cannot tell whether “${text}” is one length.`,
    instead: joinedNumber,
  },
  {
    pattern: new RegExp(
      String.raw`(?:(?<![\w.,-])(?:${NUMBER}[ -]${PARTS}(?: of)?|${PARTS} of)|(?<!\w)[a-z_]+ of) (?=${READ})`,
    ),
    hint: new RegExp(`(?:${PARTS}|of) ${READ}`),
    isFault: (text, after) =>
      new RegExp(`${PARTS}(?: of)? $`, 'i').test(text) || /^(?:an?|one) /i.test(after),
    message: (text) => `I cannot tell how much “${text.trim()} …” is: write it in minutes.`,
  },
  {
    pattern: new RegExp(
      String.raw`(?<=${READ})[\s,]*(?:(?:and|&|plus|\+) )?(?:(?:an?|one|two|three|\d) )?(?:${PARTS}|\d\/\d)${ALONE_AFTER}`,
    ),
    message: (text) => `I cannot read “${text.trim()}” beside a length of time.`,
  },
  {
    pattern: new RegExp(String.raw`(?<=${READ})[\s,]+\d{1,2}(?:[.,]\d{1,2})?${ALONE_AFTER}`),
    message: (text) => `I cannot read “${text.replace(/^[\s,]+/, '')}” beside a length of time.`,
    instead: (text) => (/[.,]\d/.test(text) ? '' : `${text}m`),
  },
  {
    pattern: new RegExp(
      String.raw`(?<=${READ}) (?:or ${NUMBER}(?![\w])|to ${NUMBER}${ALONE_AFTER})|(?<![\w-])(?:${NUMBER} (?:or|to)|between ${NUMBER} and) (?=${READ})`,
    ),
    hint: new RegExp(`${READ} (?:or|to) |(?:or|to|and) ${READ}`),
    message: (text) => `I need one length: “${text.trim()}” makes it two.`,
    instead: () => '',
  },
  {
    pattern: new RegExp(
      String.raw`(?<=${READ})(?:-\d+| \d{1,2}['"]${ALONE_AFTER}| ?[x*×](?: \d+(?![\w])|\d{1,2}${ALONE_AFTER}))|(?<![\w.,-])\d+ ?[x*×] ?(?=${READ})|(?<!\w)(?:twice|thrice) (?=${READ})|(?<=${READ}) (?:twice|thrice|each(?: \d+)?)${ALONE_AFTER}`,
    ),
    message: (text) => `I cannot read “${text.trim()}” beside a length of time.`,
  },
];

/** `1. 5h` as `1.5h`, `1 30m` as `1h 30m`. */
function joinedNumber(text: string): string {
  const decimals = /^(\d+) ?[.,]+ ?(?=\d)/.exec(text);
  if (decimals !== null) return `${decimals[1]}.${text.slice(decimals[0].length)}`;
  return text.replace(/^(\d+) (?=\d+ ?m)/i, '$1h ');
}
