import { type Draft, type Fault, rewrite } from './draft.ts';
import { type Piece, textOf } from './mask.ts';
import type { ErrorReading, ErrorReason } from './reading.ts';

/** Of several faults the first of these is told. */
const GRAVITY: readonly ErrorReason[] = [
  'invalid',
  'negative',
  'too_many',
  'zero',
  'too_long',
  'future',
  'order',
  'gap',
  'no_duration',
  'too_long_input',
];

/** A refusal that points at no single piece. */
export function refusal(reason: ErrorReason, message: string, suggestion?: string): ErrorReading {
  return { kind: 'error', reason, message, ...(suggestion === undefined ? {} : { suggestion }) };
}

/** Tells the gravest of the faults, points at it, and mends the person's own line where it can be mended. */
export function refuse(draft: Draft, faults: readonly Fault[]): ErrorReading {
  const [worst] = [...faults].sort(
    (one, other) => GRAVITY.indexOf(one.reason) - GRAVITY.indexOf(other.reason),
  );
  if (worst === undefined) return refusal('invalid', 'I cannot read that.');
  const fault = draft.text.slice(worst.start, worst.end).trim();
  const suggestion = worst.instead === undefined ? undefined : rewrite(draft, worst, worst.instead);
  const reading = refusal(worst.reason, worst.message + understood(draft, worst), suggestion);
  return fault === '' ? reading : { ...reading, fault };
}

/** Asks for the length that a line lacks; its numbers may be meant as one. */
export function refuseWithoutTime(draft: Draft): ErrorReading {
  const range = /(?<![\w#.,:/-])(\d{1,2})\s?-\s?(\d{1,2})(?![\w.,:/%-])/.exec(draft.mask);
  if (range !== null && range[1] !== range[2]) {
    const message = `I found no length of time. If “${range[0]}” is from when to when, say so.`;
    return unsaid(draft, range, message, `from ${range[1]} to ${range[2]}`);
  }
  const number = /(?<![\w#.,:/-])(\d{1,3}(?:[.,]\d{1,2})?)(?![\w.,:/%-])/.exec(draft.mask);
  if (number !== null && Number(number[0].replace(',', '.')) > 0) {
    const unit = /[.,]/.test(number[0]) || Number(number[0]) < 8 ? 'h' : 'm';
    return unsaid(draft, number, `I found no length of time. ${number[0]} of what?`, number[0] + unit);
  }
  const message = 'I found no length of time: say how long it took, such as 30m or 9:30-11.';
  return refusal(
    'no_duration',
    message + understood(draft),
    draft.text === '' ? undefined : `30m ${draft.text}`,
  );
}

function unsaid(draft: Draft, match: RegExpExecArray, message: string, instead: string): ErrorReading {
  const place = { start: match.index, end: match.index + match[0].length };
  const suggestion = rewrite(draft, place, instead);
  return { ...refusal('no_duration', message + understood(draft), suggestion), fault: match[0] };
}

/** How many of the pieces that were understood a refusal names. */
const MOST_NAMED = 4;

/** ` I understood “1h” and “#writing”.`: what was read, apart from the fault. */
function understood(draft: Draft, fault?: Fault): string {
  const { amounts, ranges, clocks, days, measures, tags, tasks } = draft;
  const pieces: readonly Piece<unknown>[] = [
    ...amounts,
    ...ranges,
    ...clocks,
    ...days,
    ...measures,
    ...tags,
    ...tasks,
  ];
  const names = pieces
    .filter(({ start, end }) => fault === undefined || end <= fault.start || fault.end <= start)
    .slice(0, MOST_NAMED)
    .map((piece) => `“${textOf(draft, piece).trim()}”`);
  const last = names.at(-1);
  if (last === undefined) return '';
  return ` I understood ${names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`}.`;
}
