import { isClock, readClock } from './clock.ts';
import { type ClockToken, clockTokens } from './clock-tokens.ts';
import type { Draft, Fault, LooseClock } from './draft.ts';
import { cover, MARK, type Piece } from './mask.ts';
import { MONTH_NAMES, WEEKDAY_NAMES } from './names.ts';
import { OPENING } from './opening.ts';

/** The words before a clock time that say what it is; a day may stand between. */
const LEAD = new RegExp(
  String.raw`(?<![\w$'-])(?:(?<since>(?:ever )?since(?: about| around)?)|(?<ending>ending(?: at| by)?|ended(?: at)?|until|till|til|up to)|(?<to>to)|(?<starting>starting(?: at| from)?|started(?: at)?|beginning(?: at)?|from|at|@))\s?(?<day>(?:yesterday(?: (?:morning|afternoon|evening|night))?|today|last night|the day before yesterday|this (?:morning|afternoon|evening)|(?:on |last )?${WEEKDAY_NAMES})(?: at)? )?$`,
);

/** What shows that the number before it is no hour. */
const COUNTED = new RegExp(
  String.raw`^(?:-\w|\s?(?:(?:st|nd|rd|th|days?|weeks?|months?|years?|of)(?!\w)|${MONTH_NAMES}(?!\w)(?![\s,]+(?:[a-z_]|\d{1,2}(?:st|nd|rd|th)?(?![\w:])))))`,
);

/**
 * Takes single clock times: `since 9`, `ending at noon`, `at 3pm`, and a bare `9:30`. Whether such a time belongs to the
 * amount of its line, or is only spoken of in the note, is decided when all is read.
 */
export function takeClocks(draft: Draft): Draft {
  const faults: Fault[] = [];
  const pieces: Piece<LooseClock>[] = [];
  const covered: Piece<LooseClock>[] = [];
  for (const token of clockTokens(draft.mask)) {
    const lead = LEAD.exec(draft.mask.slice(Math.max(0, token.start - 50), token.start));
    if (!isTime(token, lead !== null, draft.mask)) continue;
    const read = readClock(draft.text.slice(token.start, token.end));
    if (!isClock(read)) {
      const { message, instead } = read;
      const fault = { reason: 'invalid' as const, message, start: token.start, end: token.end };
      faults.push(instead === undefined ? fault : { ...fault, instead });
      continue;
    }
    const value: LooseClock = { clock: read, role: roleOf(token, lead), isSure: token.kind === 'sure' };
    const start = token.start - (lead?.[0].length ?? 0);
    const day = lead?.groups?.['day']?.length ?? 0;
    pieces.push({ value, start, end: token.end });
    if (day > 0) covered.push({ value, start, end: token.start - day });
    covered.push({ value, start: day > 0 ? token.start : start, end: token.end });
  }
  if (pieces.length + faults.length === 0) return draft;
  return {
    ...draft,
    mask: cover(draft.mask, covered, MARK.clock),
    clocks: pieces,
    faults: [...draft.faults, ...faults],
  };
}

/**
 * A sure time is one everywhere; an hour alone, `9.30` or `0930` only behind a word that leads
 * it, an hour also before `for` and a length.
 */
function isTime(token: ClockToken, isLed: boolean, mask: string): boolean {
  if (token.text === 'now') return false;
  const after = mask.slice(token.end, token.end + 14);
  const before = mask.slice(Math.max(0, token.start - 2), token.start);
  if (/\w-$/.test(before) || /^-\w/.test(after)) return false;
  if (token.kind === 'sure') return true;
  if (COUNTED.test(after)) return false;
  if (token.kind === 'dash') return isLed && /^(?:\d{1,2}\.[0-5]\d|[01]\d[0-5]\d)$/.test(token.text);
  const isBeforeFor = /^\d/.test(token.text) && after.startsWith(` for ${MARK.amount}`);
  return isLed || (isBeforeFor && OPENING.test(mask.slice(Math.max(0, token.start - 40), token.start)));
}

function roleOf(token: ClockToken, lead: RegExpExecArray | null): LooseClock['role'] {
  const { since, ending, to } = lead?.groups ?? {};
  if (since !== undefined) return 'since';
  if (ending !== undefined) return 'end';
  if (to !== undefined) return 'to';
  return lead === null && token.kind === 'sure' ? 'bare' : 'start';
}
