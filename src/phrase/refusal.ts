import { type Draft, type Fault, type LooseClock, rewrite } from './draft.ts';
import { type Piece, TAKEN, textOf } from './mask.ts';
import { NUMBER_WORDS, readNumber } from './number.ts';
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

/** A number that may be a length without its unit: at an end of the line, or alone; not one of things that are counted. */
const NUMBER = new RegExp(
  String.raw`(?<=(?:^|[${TAKEN}])[\s,]{0,3})(?<![#.,:/-])(\d{1,3}(?: \d\/\d|[.,]\d{1,2})?)(?! ?(?:[a-z][a-z'-]*s(?!\w)|[a-z]+\/|(?:day|week|month|year)(?!\w)))(?![\w.,:/%-])|(?<![\w#.,:/-])(\d{1,3}(?: \d\/\d|[.,]\d{1,2})?)(?=\s*(?:[${TAKEN}]|$))`,
);

const NUMBER_ALONE = new RegExp(
  String.raw`(?<=(?:^|[${TAKEN}])[\s,]{0,3})(?!an? |zero)${NUMBER_WORDS} and (?:a )?half(?=[\s,.]*(?:[${TAKEN}]|$))`,
);
/** A span that has no hours of its own. */
const DAYS = new RegExp(
  String.raw`(?<=(?:^|[${TAKEN}])[\s,]{0,3})(?:[\d.,/]+|half an?|${NUMBER_WORDS}) ?(?:d|days?|w|wks?|weeks?|months?)(?=[\s,.]*(?:[${TAKEN}]|$))`,
);

/** Asks for the length that a line lacks; its numbers may be meant as one. `clock` is the time that it names. */
export function refuseWithoutTime(draft: Draft, clock?: Piece<LooseClock>): ErrorReading {
  const range = /(?<![\w#.,:/-])(\d{1,2})(?:\s?-\s?| to )(\d{1,2})(?![\w.,:/%-])/.exec(draft.mask);
  if (range !== null && range[1] !== range[2]) {
    const message = `I found no length of time. If “${range[0]}” is from when to when, say so.`;
    return unsaid(draft, placeOf(range), message, `from ${range[1]} to ${range[2]}`);
  }
  if (clock !== undefined && isWhen(draft, clock)) return refuseWithoutLength(draft, clock);
  const days = DAYS.exec(draft.mask);
  if (days !== null) {
    const message = `An entry has hours, minutes and seconds: say how many hours “${days[0].trim()}” were.`;
    return { ...refusal('no_duration', message + understood(draft)), fault: days[0].trim() };
  }
  const words = NUMBER_ALONE.exec(draft.mask);
  if (words !== null) {
    const message = `I found no length of time. ${words[0]} of what?`;
    return unsaid(draft, placeOf(words), message, `${words[0]} hours`);
  }
  const number = NUMBER.exec(draft.mask);
  const value = number === null ? undefined : readNumber(number[0]);
  if (number !== null && value !== undefined && value.top > 0) {
    const unit = value.bottom > 1 || value.top < 8 ? 'h' : 'm';
    return unsaid(
      draft,
      placeOf(number),
      `I found no length of time. ${number[0]} of what?`,
      number[0] + unit,
    );
  }
  const message = 'I found no length of time: say how long it took, such as 30m or 9:30-11.';
  return refusal(
    'no_duration',
    message + understood(draft),
    draft.text === '' ? undefined : `30m ${draft.text}`,
  );
}

/** An hour alone before a plural is rather a number of those. */
function isWhen(draft: Draft, clock: Piece<LooseClock>): boolean {
  return clock.value.isSure || !/^ [a-z][a-z'-]*s(?!\w)/.test(draft.mask.slice(clock.end, clock.end + 40));
}

/** Keeps the time that was said, and puts a length before it. */
function refuseWithoutLength(draft: Draft, clock: Piece<LooseClock>): ErrorReading {
  const words = textOf(draft, clock).trim();
  const [, hours = '', minutes = '', seconds] = /^(?:0?([0-7])):(\d\d)(?::(\d\d))?$/.exec(words) ?? [];
  if (clock.value.role === 'bare' && hours !== '') {
    const length = seconds === undefined ? `${hours}:${minutes}h` : `${hours}h ${minutes}m ${seconds}s`;
    return unsaid(draft, clock, `“${words}” may be a time or a length; as a length it needs an h.`, length);
  }
  const led = clock.value.role === 'bare' ? `at ${words}` : words.replace(/^to /i, 'until ');
  const message = `“${words}” says when; I found no length of time: say how long it took, or from when to when.`;
  const suggestion = rewrite(draft, clock, `30m ${led}`);
  return { ...refusal('no_duration', message + understood(draft), suggestion), fault: words };
}

type Place = Pick<Piece<unknown>, 'start' | 'end'>;

function placeOf({ 0: words, index }: RegExpExecArray): Place {
  return { start: index, end: index + words.length };
}

function unsaid(draft: Draft, place: Place, message: string, instead: string): ErrorReading {
  const suggestion = rewrite(draft, place, instead);
  return {
    ...refusal('no_duration', message + understood(draft), suggestion),
    fault: textOf(draft, place).trim(),
  };
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
