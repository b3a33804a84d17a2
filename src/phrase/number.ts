/** An exact number: `top / bottom`, both whole. */
export type Fraction = { readonly top: number; readonly bottom: number };

const UNITS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const;
const TEENS = [
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
] as const;
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'] as const;

/** A number in digits: `2`, `1.5`, `1,5`, `.5`, `3/4`, `1 1/2`. */
export const DIGITS = String.raw`(?:\d{1,3} \d{1,3}\/\d{1,3}|\d{1,12}\/\d{1,4}|\d{1,12}(?:[.,]\d{1,9})?|[.,]\d{1,9})`;

const BELOW_HUNDRED = `(?:(?:${TENS.join('|')})(?:[ -](?:${UNITS.join('|')}))?|${TEENS.join('|')}|${UNITS.join('|')})`;
const MANY = `(?:hundred(?: (?:and )?${BELOW_HUNDRED})?|thousand)`;

/** The word that a number in words begins with, or is; only `half a dozen` begins with another. */
export const NUMBER_WORD = `(?:an?|${[...UNITS, ...TEENS, ...TENS].join('|')}|hundred|thousand|dozen|zero|couple)`;

/** A number in words: `two`, `twenty five`, `forty-five`, `two hundred and fifty`, `half a dozen`, `a couple of`, `a`. */
export const NUMBER_WORDS = `(?:${BELOW_HUNDRED}(?: (?:${MANY}|dozen))?|(?:an? )?${MANY}|(?:(?:half )?a )?dozen|zero|(?:a )?couple(?: of)?|an?)`;

/** Reads what {@link DIGITS} or {@link NUMBER_WORDS} matched; `undefined` where it is no number after all (`1/0`). */
export function readNumber(text: string): Fraction | undefined {
  return /[\d]/.test(text) ? readDigits(text) : readWords(text.toLowerCase());
}

/** `whole * factor`, rounded to a whole number; exact as long as the digits are those of {@link DIGITS}. */
export function times({ top, bottom }: Fraction, factor: number): number {
  return Number((BigInt(top) * BigInt(factor) * 2n + BigInt(bottom)) / (2n * BigInt(bottom)));
}

/** So many digits a number holds exactly. */
const EXACT_DIGITS = 15;

function readDigits(text: string): Fraction | undefined {
  const mixed = /^(?:(\d+) )?(\d+)\/(\d+)$/.exec(text);
  if (mixed !== null) {
    const [, whole = '0', top = '', bottom = ''] = mixed;
    if (Number(bottom) === 0) return undefined;
    return { top: Number(whole) * Number(bottom) + Number(top), bottom: Number(bottom) };
  }
  const [whole = '', decimals = ''] = text.split(/[.,]/);
  const scale = 10 ** decimals.length;
  if (whole.length + decimals.length < EXACT_DIGITS)
    return { top: Number(whole) * scale + Number(decimals), bottom: scale };
  const value = BigInt(whole === '' ? '0' : whole) * BigInt(scale) + BigInt(decimals === '' ? '0' : decimals);
  return value <= BigInt(Number.MAX_SAFE_INTEGER)
    ? { top: Number(value), bottom: scale }
    : { top: Number(whole), bottom: 1 };
}

function readWords(words: string): Fraction | undefined {
  if (words.includes('couple')) return { top: 2, bottom: 1 };
  if (words.startsWith('half a ')) return { top: 6, bottom: 1 };
  let sum = 0;
  for (const word of words.replace(/^an?(?= )/, 'one').split(/[ -]/)) {
    const factor = FACTORS.get(word);
    const value = factor === undefined ? WORD_VALUES.get(word) : (sum || 1) * factor - sum;
    if (value === undefined) return undefined;
    sum += value;
  }
  return { top: sum, bottom: 1 };
}

const FACTORS: ReadonlyMap<string, number> = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1000],
]);

const WORD_VALUES: ReadonlyMap<string, number> = new Map([
  ['zero', 0],
  ['and', 0],
  ['a', 1],
  ['an', 1],
  ...UNITS.map((word, index) => [word, index + 1] as const),
  ...TEENS.map((word, index) => [word, index + 10] as const),
  ...TENS.map((word, index) => [word, index * 10 + 20] as const),
]);
