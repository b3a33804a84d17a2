/** An amount of something other than time: `{ value: 12, unit: 'pages' }`. `unit` is canonical (see {@link canonicalUnit}). */
export type Measure = { readonly value: number; readonly unit: string };

/** Every spelling that is known from the start, with the one name it is stored and shown under. */
const SPELLINGS: Readonly<Record<string, string>> = {
  km: 'km',
  kms: 'km',
  kilometer: 'km',
  kilometers: 'km',
  kilometre: 'km',
  kilometres: 'km',
  mi: 'mi',
  mile: 'mi',
  miles: 'mi',
  page: 'pages',
  pages: 'pages',
  word: 'words',
  words: 'words',
  time: 'times',
  times: 'times',
  x: 'times',
};

/** Every known spelling, as the inside of a regular expression. */
export const UNIT_SPELLINGS = `(?:${Object.keys(SPELLINGS).join('|')})`;

const SINGULAR: Readonly<Record<string, string>> = { pages: 'page', words: 'word', times: 'time' };

/** Values keep at most three decimals, so that sums stay exact in the table's decimal numbers. */
export const MEASURE_DECIMALS = 3;

/** The largest value a measure may have; more is a slip of the keyboard. */
export const LARGEST_MEASURE = 1_000_000_000;

/** The canonical name of a unit as a person may write it, in any case; `undefined` for a unit that is not known. */
export function canonicalUnit(spelling: string): string | undefined {
  const key = spelling.toLowerCase();
  return Object.hasOwn(SPELLINGS, key) ? SPELLINGS[key] : undefined;
}

/** `1 page`, `12 pages`, `5.5 km`, `1,500 words`. The reader reads it back as the same measure. */
export function formatMeasure({ value, unit }: Measure): string {
  const name = value === 1 ? (SINGULAR[unit] ?? unit) : unit;
  return `${formatValue(value)} ${name}`;
}

/** The value of a measure alone, where its unit stands beside it already: `1,500`. */
export function formatValue(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: MEASURE_DECIMALS });
}

/** Adds measures unit by unit, in the order in which the units first appear. */
export function sumMeasures(measures: Iterable<Measure>): readonly Measure[] {
  const thousandths = new Map<string, number>();
  for (const { value, unit } of measures) {
    thousandths.set(unit, (thousandths.get(unit) ?? 0) + Math.round(value * 1000));
  }
  return [...thousandths].map(([unit, sum]) => ({ value: sum / 1000, unit }));
}
