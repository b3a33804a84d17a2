import { Chrono, configuration, type ParsedResult, type Refiner } from 'chrono-node/en';
import type { LocalDate } from '../time.ts';
import { DAY_PARSERS } from './day-parsers.ts';
import { DAY_FILTERS, DAY_REFINERS } from './day-refiners.ts';

/** How much text chrono reads at once; a longer line is read in slices that overlap. */
const SLICE = 500;
const OVERLAP = 60;

/** What shows that a line may name a day at all; a line without it is not given to chrono. */
const HINT =
  /day|night|morning|afternoon|evening|\bago\b|yest|yst|tomorrow|tmr|week|month|year|\d(?:st|nd|rd|th)\b|\d{4}|\d\/\d{1,2}\/\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\b(?:mon|tues?|weds?|thu|thurs?|fri|sat|sun)\b/i;

/** A day that chrono found: its components, and its place in the text. */
export type FoundDay = {
  readonly start: ParsedResult['start'];
  readonly text: string;
  readonly index: number;
};

/**
 * The days written in a mask, as chrono's components in the order of the text. `today` is the person's own local day; the
 * machine's zone and clock have no part in it.
 */
export function findDays(mask: string, today: LocalDate): readonly FoundDay[] {
  if (!HINT.test(mask)) return [];
  const reference = { instant: new Date(`${today}T12:00:00Z`), timezone: 0 };
  if (mask.length <= SLICE) return dayChrono().parse(mask, reference);
  const found = new Map<number, FoundDay>();
  for (let at = 0; at < mask.length; at += SLICE - OVERLAP) {
    for (const { start, text, index } of dayChrono().parse(mask.slice(at, at + SLICE), reference)) {
      const known = found.get(at + index);
      if (known === undefined || known.text.length < text.length)
        found.set(at + index, { start, text, index: at + index });
    }
  }
  return [...found.values()].sort((one, other) => one.index - other.index);
}

/**
 * Positions in chrono 2.10.3's strict English configuration; a test pins them. Names would not do: bundling shortens them.
 */
export const CHRONO_PARSERS = {
  yearMonthDay: 0,
  isoFormat: 1,
  slashDate: 2,
  dayMonthName: 4,
  monthNameDay: 5,
} as const;
/** The place of chrono's overlap removal among its refiners; a test pins it. */
export const CHRONO_OVERLAP_REMOVAL = 0;

let shared: Chrono | undefined;

/** A Chrono that knows written days, without the parsers that take note words and amounts for dates. */
function dayChrono(): Chrono {
  if (shared === undefined) {
    const { parsers, refiners } = configuration.createConfiguration(true);
    const written = Object.values(CHRONO_PARSERS).flatMap((position) => parsers[position] ?? []);
    const overlapRemoval: readonly Refiner[] = refiners.slice(
      CHRONO_OVERLAP_REMOVAL,
      CHRONO_OVERLAP_REMOVAL + 1,
    );
    shared = new Chrono({
      parsers: [...DAY_PARSERS, ...written],
      refiners: [...DAY_FILTERS, ...overlapRemoval, ...DAY_REFINERS],
    });
  }
  return shared;
}
