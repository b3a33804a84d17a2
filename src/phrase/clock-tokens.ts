import { HOUR_WORD, PART, SURE_CLOCK } from './clock.ts';

/**
 * A clock time in a mask. `sure` ones are times wherever they stand; a `bare` hour and the spellings that live `beside a
 * dash` (`9.30`, `9h30`, `0930`) need company.
 */
export type ClockToken = {
  readonly text: string;
  readonly kind: 'sure' | 'bare' | 'dash';
  readonly start: number;
  readonly end: number;
};

const TOKEN = new RegExp(
  String.raw`(?<![\w$€£¥#.,:/])(?<![a-z_]')(?:(${SURE_CLOCK}|now)|(\d{1,2}\.\d{2}|\d{1,2}h(?:\d{2})?|\d{3,4} ?[ap]m|\d{3,4})|(\d{1,2}|${HOUR_WORD}))${PART}?(?![\w%'/]|[.,:]\d)`,
  'g',
);

/** Every clock time of a mask, and every number that may be one, in their order. */
export function clockTokens(mask: string): readonly ClockToken[] {
  return [...mask.matchAll(TOKEN)].map(({ 0: text, 1: sure, 2: dash, index }) => ({
    text,
    kind: sure !== undefined ? 'sure' : dash === undefined ? 'bare' : 'dash',
    start: index,
    end: index + text.length,
  }));
}
