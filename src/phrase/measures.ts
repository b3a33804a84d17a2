import {
  canonicalUnit,
  LARGEST_MEASURE,
  MEASURE_DECIMALS,
  type Measure,
  UNIT_SPELLINGS,
} from '../measure.ts';
import type { Draft, Fault } from './draft.ts';
import { MARK, take } from './mask.ts';
import { MONTH_BEFORE_DAY } from './names.ts';
import { type Fraction, NUMBER_WORDS, readNumber } from './number.ts';
import type { ReadContext } from './reading.ts';

/** Digits of a measure. A comma with exactly three digits after it is a thousands mark; `k` is a thousand. */
const FIGURES = String.raw`(?:\d{1,3}(?:,\d{3}(?!\d)){1,4}(?:\.\d{1,9})?|\d{1,12} \d{1,3}\/\d{1,3}|\d{1,12}\/\d{1,4}|\d{1,15}(?:[.,]\d{1,9})?|(?<=^|[\s+(-])[.,]\d{1,9})(?:k(?= ))?`;
/** Words of a measure; a fraction of something says how much it is, and then `a` does not. */
const WORDS = `(?<!(?:half|of|quarters?|thirds?) )(?:half an?(?! dozen)|${NUMBER_WORDS})(?: and (?:a )?half)?(?= )`;

/** A number and a word, which may be a unit. */
const MEASURE = new RegExp(
  String.raw`(?<![\w$€£¥#]|\d[.,:/'-]|[a-z_]['./-]|[.:/])(?=[+-]?(?:[\d.,]|[a-z]+ ))(?<!${MONTH_BEFORE_DAY}(?:\d{1,2} )?)([+-]?)(${FIGURES}(?: and (?:a )?half)?|${WORDS})( ?)([a-z_][a-z_]*)( and (?:a )?half(?! (?:of|the|my|our|an?)(?!\w)))?(?![\w'/]|-[a-z_]|\.[a-z_])`,
  'g',
);

/** A line without it holds no measure, unless the team has units of its own. */
const KNOWN_UNIT = new RegExp(`(?<![a-z_])${UNIT_SPELLINGS}(?![a-z_])`);

/** What minutes, hours and seconds are called is never a measure. */
const TIME_UNITS = /^(?:h|hrs?|hours?|m|mins?|minutes?|s|secs?|seconds?)$/i;

/** Takes measures: a number and a unit that is known to everybody or to the team. */
export function takeMeasures(draft: Draft, { units = {} }: Pick<ReadContext, 'units'>): Draft {
  if (Object.keys(units).length === 0 && !KNOWN_UNIT.test(draft.mask)) return draft;
  const faults: Fault[] = [];
  const { mask, pieces } = take<Measure>(draft, MEASURE, MARK.measure, (match) => {
    const [written, sign = '', digits = '', space = '', word = '', half = ''] = match;
    const at = match.index + sign.length + digits.length + space.length;
    const unit = unitOf(draft.text.slice(at, at + word.length), units);
    if (unit === undefined || (word === 'x' && space !== '') || isSaying(digits, unit)) return undefined;
    const place = { start: match.index, end: match.index + written.length };
    const value = amountOf(digits + half);
    if (/^(?:page|word|time)$/.test(word) && (value ?? 0) > 1) return undefined;
    const thousands = /^\d{3}$/.test(digits)
      ? /(?<![\w.,#-])\d{1,3} $/.exec(draft.mask.slice(0, match.index))
      : null;
    if (thousands !== null) {
      const message = `I cannot tell whether “${thousands[0]}${written}” is one number: write it with a comma.`;
      const instead = `${thousands[0].trim()},${written}`;
      faults.push({ reason: 'invalid', message, start: thousands.index, end: place.end, instead });
    } else if (sign === '-') {
      const message = `${written} is less than nothing.`;
      faults.push({ reason: 'negative', message, ...place, instead: written.slice(1) });
    } else if (value === 0) {
      faults.push({ reason: 'zero', message: `${written} is nothing to log.`, ...place });
    } else if (value === undefined || value > LARGEST_MEASURE) {
      const message = `I cannot keep ${written}: an amount has at most ${MEASURE_DECIMALS} decimals and is at most ${LARGEST_MEASURE.toLocaleString('en-US')}.`;
      faults.push({ reason: 'invalid', message, ...place });
    }
    return { value: value ?? 0, unit };
  });
  const seen = new Set<string>();
  for (const { value, start, end } of pieces) {
    if (seen.has(value.unit)) {
      const message = `I read ${value.unit} twice; one line says each unit once.`;
      faults.push({ reason: 'too_many', message, start, end, instead: '' });
    }
    seen.add(value.unit);
  }
  return { ...draft, mask, measures: pieces, faults: [...draft.faults, ...faults] };
}

/** The canonical name of a unit, the team's own included; `undefined` for any other word. */
export function unitOf(word: string, units: Readonly<Record<string, string>>): string | undefined {
  if (TIME_UNITS.test(word)) return undefined;
  const key = word.toLowerCase();
  return Object.hasOwn(units, key) ? units[key] : canonicalUnit(key);
}

/** `a word with kim`, `one time`, `write a page`: only distances are measured by `a`. */
function isSaying(digits: string, unit: string): boolean {
  if (/^an?$/.test(digits)) return unit !== 'km' && unit !== 'mi';
  return digits === 'one' && (unit === 'words' || unit === 'times');
}

/** The value with at most three decimals; `undefined` where it has more. */
function amountOf(digits: string): number | undefined {
  const [, plain = '', thousand = '', half = ''] = /^(.*?)(k?)( and (?:a )?half)?$/.exec(digits) ?? [];
  const number: Fraction | undefined = /^half an?$/.test(plain)
    ? { top: 1, bottom: 2 }
    : readNumber(/^\d{1,3}(?:,\d{3})+(?:\.|$)/.test(plain) ? plain.replaceAll(',', '') : plain);
  if (number === undefined) return undefined;
  const thousandths = (number.top * (thousand === '' ? 1000 : 1_000_000)) / number.bottom;
  const whole = thousandths + (half === '' ? 0 : 500);
  return Number.isSafeInteger(whole) ? whole / 1000 : undefined;
}
