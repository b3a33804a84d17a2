/** A wall clock time as seconds after midnight, 0 to 86,400; more than one where am or pm is not said, no start for `24:00`. */
export type Clock = {
  readonly starts: readonly number[];
  /** As the end of a range, where midnight is the end of the day. */
  readonly ends: readonly number[];
  readonly text: string;
};

/** What is wrong with a clock time, in words. */
export type ClockFault = { readonly message: string; readonly instead?: string };

const HOUR_WORDS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
/** An hour in a word. */
export const HOUR_WORD = `(?:${HOUR_WORDS.join('|')})`;
const MERIDIEM = String.raw`(?:\s?(?:a\.m\.?|p\.m\.?|am|pm)(?![\w]))`;
/** What may follow a time and tells its half of the day. */
export const PART = String.raw`(?: (?:in the (?:morning|afternoon|evening)|at night)(?![\w]))`;
const SPOKEN = String.raw`(?:half past|(?:a )?quarter (?:past|to)|(?:five|ten|twenty|twenty-five|\d{1,2})(?: minutes?)? past|(?:five|ten|twenty|\d{1,2}) minutes? to) (?:\d{1,2}(?![\d:])|${HOUR_WORD}\b)${MERIDIEM}?`;
const O_CLOCK = String.raw`(?:\d{1,2}|${HOUR_WORD}) ?o'?clock${MERIDIEM}?`;

/** A time that can be nothing else: `9:30`, `2pm`, `9.30 am`, `noon`, `half past five`, `3 o'clock`, `9 in the morning`. */
export const SURE_CLOCK = String.raw`(?:${SPOKEN}|${O_CLOCK}|\d{1,2}(?::\d{2}){1,2}${MERIDIEM}?|\d{1,2}(?:\.\d{2})?${MERIDIEM}|(?:\d{1,2}|${HOUR_WORD})(?=${PART})|noon|midday|midnight)`;

const HOUR = 3600;
const DAY = 24 * HOUR;

/** Reads what one of the patterns above matched, or says what is wrong with it. */
export function readClock(text: string): Clock | ClockFault {
  const words = text
    .toLowerCase()
    .replace(/(?<=\d)\.(?=\d)/g, ':')
    .replaceAll('.', '');
  const part = /(?: in the (morning|afternoon|evening)| at (night))$/.exec(words);
  const bare = part === null ? words : words.slice(0, part.index);
  const meridiem = /\s?([ap])m$/.exec(bare);
  const time = (meridiem === null ? bare : bare.slice(0, meridiem.index)).trim();
  const named = NAMED.get(time);
  if (named !== undefined) {
    const contradicts = part !== null && part[1] !== named.part && part[2] !== named.part;
    return contradicts ? contradiction(text) : { ...named.clock, text };
  }
  const read = readSpoken(time) ?? readFigures(time);
  if (read === undefined) return { message: `I cannot read ${text} as a time.` };
  const { hour, minute, second, isMarked } = read;
  if (minute > 59 || second > 59) return { message: `${text} is no time: minutes go up to 59.` };
  if (hour > 24 || (hour === 24 && minute + second > 0))
    return { message: `${text} is no time: hours go up to 24.` };
  if (meridiem !== null && (hour > 12 || hour === 0)) {
    return {
      message: `${text} is no time: ${hour} has no ${meridiem[1]}m.`,
      instead: /\D/.test(time) ? time : `${time}:00`,
    };
  }
  if (hour === 24) return { starts: [], ends: [DAY], text };
  const exact = hour * HOUR + minute * 60 + second;
  const letter = meridiem?.[1] ?? letterOf(part?.[1] ?? part?.[2], hour);
  const starts =
    letter !== undefined && hour <= 12
      ? [(exact % (12 * HOUR)) + (letter === 'p' ? 12 * HOUR : 0)]
      : isMarked || hour > 12 || hour === 0
        ? [exact]
        : [exact % (12 * HOUR), (exact % (12 * HOUR)) + 12 * HOUR];
  const bounds = part?.[1] === undefined ? undefined : PART_BOUNDS.get(part[1]);
  if (bounds !== undefined && starts.some((start) => start < bounds[0] || start >= bounds[1])) {
    return contradiction(text);
  }
  return { starts, ends: starts, text };
}

/** True for a clock time that was read, false for one that cannot be. */
export function isClock(read: Clock | ClockFault): read is Clock {
  return 'starts' in read;
}

/** True where am or pm was not said and could be either. */
export function isGuessed(clock: Clock): boolean {
  return clock.ends.length > 1;
}

function contradiction(text: string): ClockFault {
  return { message: `“${text}” contradicts itself.` };
}

type Named = { readonly clock: Omit<Clock, 'text'>; readonly part: 'afternoon' | 'night' };

const NOON: Named = { clock: { starts: [12 * HOUR], ends: [12 * HOUR] }, part: 'afternoon' };
const NAMED: ReadonlyMap<string, Named> = new Map([
  ['noon', NOON],
  ['midday', NOON],
  ['midnight', { clock: { starts: [0], ends: [DAY] }, part: 'night' }],
]);

/** From when (inclusive) to when (exclusive) the parts of a day go, in seconds after midnight; generous at both ends. */
const PART_BOUNDS: ReadonlyMap<string, readonly [from: number, to: number]> = new Map([
  ['morning', [0, 12 * HOUR]],
  ['afternoon', [12 * HOUR, 19 * HOUR]],
  ['evening', [16 * HOUR, DAY]],
]);

type Figures = {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly isMarked: boolean;
};

function readFigures(time: string): Figures | undefined {
  const figures =
    /^(\d{1,2})(?:(?::|h)(\d{2})(?::(\d{2}))?|h)?$/.exec(time) ?? /^(\d{1,2})(\d{2})$/.exec(time);
  if (figures === null) {
    const hour = hourNamed(time.replace(/ ?o'?clock$/, ''));
    return hour === undefined ? undefined : { hour, minute: 0, second: 0, isMarked: false };
  }
  const [, hour = '', minute = '0', second = '0'] = figures;
  return { hour: Number(hour), minute: Number(minute), second: Number(second), isMarked: /^0\d/.test(time) };
}

function readSpoken(time: string): Figures | undefined {
  const spoken =
    /^(half|(?:a )?quarter|five|ten|twenty|twenty-five|\d{1,2})(?: minutes?)? (past|to) (\S+)$/.exec(time);
  if (spoken === null) return undefined;
  const [, amount = '', side, hourWords = ''] = spoken;
  const hour = hourNamed(hourWords);
  if (hour === undefined || hour < 1) return undefined;
  const minutes = SPOKEN_MINUTES.get(amount.replace(/^a /, '')) ?? Number(amount);
  const before = side === 'to';
  const shifted = before ? (hour === 1 ? 12 : hour - 1) : hour;
  return { hour: shifted, minute: before ? 60 - minutes : minutes, second: 0, isMarked: false };
}

const SPOKEN_MINUTES: ReadonlyMap<string, number> = new Map([
  ['half', 30],
  ['quarter', 15],
  ['five', 5],
  ['ten', 10],
  ['twenty', 20],
  ['twenty-five', 25],
]);

function hourNamed(words: string): number | undefined {
  if (/^\d{1,2}$/.test(words)) return Number(words);
  const at = HOUR_WORDS.indexOf(words);
  return at < 0 ? undefined : at + 1;
}

/** `in the morning` is am; the evening and the afternoon are pm; the night is either, by the hour. */
function letterOf(part: string | undefined, hour: number): 'a' | 'p' | undefined {
  if (part === undefined) return undefined;
  if (part === 'morning') return 'a';
  return part === 'night' && (hour < 6 || hour === 12) ? 'a' : 'p';
}
