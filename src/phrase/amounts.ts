import { SECONDS_PER_HOUR, SECONDS_PER_MINUTE, type Seconds } from '../duration.ts';
import { amend, type Draft, type Fault } from './draft.ts';
import { MARK, take } from './mask.ts';
import { MONTH_NAMES } from './names.ts';
import { DIGITS, NUMBER_WORDS, readNumber, times } from './number.ts';

const HOUR = '(?:hours?|hrs?|h)';
const MINUTE = '(?:minutes?|mins?|m)';
const SECOND = '(?:seconds?|secs?|s)';
/** A letter alone is no unit after a word: `a m` is nothing. */
const LONG = '(?:hours?|hrs?|minutes?|mins?)';
const END = String.raw`(?![\p{L}\p{N}_'/%]|[.,:]\d)`;
const STOP = String.raw`(?:(?<=[a-z]{2})\.(?=\s|$))?`;
const AND = String.raw`(?:\s?,)?\s?(?:(?:and|&)\s)?`;
const NUMBER = `(?:${DIGITS}|${NUMBER_WORDS})`;

/** A number with its unit; after a word there is a space, and the unit is written out. */
function quantity(name: string, unit: string): string {
  return `(?:(?<${name}>${DIGITS})[ -]?|(?<${name}Word>${NUMBER_WORDS})[ -](?=${LONG}|seconds|secs?\\b))${unit}`;
}

/** Minutes that need no unit behind hours: `1h30`, `1h 30`, `one hour thirty`. */
const BARE_MINUTES = String.raw`(?<attached>(?<=[a-z])\d{2})${END}|(?: and)? (?<loose>\d{2}|(?:twenty|thirty|forty|fifty)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|ten|fifteen)${END}(?!\s?(?:[-/%:]|[ap]\.?m\b|th\b|st\b|of\b|o'clock|(?:days?|weeks?|months?|years?|hours?|hrs?|h|${MONTH_NAMES})\b)|[\uE003])`;

const AMOUNT = new RegExp(
  String.raw`(?<![\p{L}\p{N}_$€£¥#]|\p{N}[,':]|\p{L}['-]|\p{N}-|[./])(?<sign>[+~-]|minus )?` +
    '(?:' +
    [
      String.raw`(?<colon>\d{1,3}:\d{1,2}) ?${HOUR}${STOP}${END}`,
      String.raw`(?:an? )?half(?: an?|-an)?[ -](?<half>hour|hr|h|minute|min)${STOP}${END}`,
      String.raw`(?:(?<quarters>an?|one|three|3)[ -])?quarters?(?: of)?(?: an?)?[ -](?:hours?|hrs?)${STOP}${END}`,
      String.raw`(?<mixed>${NUMBER}) and (?:(?:an? )?(?<mixedHalf>half)|(?<mixedQuarters>an?|one|three|3) quarters?)[ -](?<mixedUnit>${HOUR}|${MINUTE})${STOP}${END}`,
      String.raw`${quantity('hours', HOUR)}(?:(?:${BARE_MINUTES})|${STOP} and (?:(?:an? )?(?<hoursHalf>half)(?! (?:the|of|my|our|an?)\b)|(?<hoursQuarters>an?|one|three|3) quarters?)${END}|${STOP}(?:${AND}${quantity('hoursMinutes', MINUTE)})?${STOP}(?:${AND}${quantity('hoursSeconds', SECOND)}${STOP})?${END})`,
      String.raw`${quantity('minutes', MINUTE)}(?: and (?:an? )?(?<minutesHalf>half)${END}|${STOP}(?:${AND}${quantity('minutesSeconds', SECOND)})?${STOP}${END})`,
      String.raw`${quantity('seconds', SECOND)}${STOP}${END}`,
    ].join('|') +
    ')',
  'giu',
);

const AMOUNT_RANGE = new RegExp(
  String.raw`(?<![\p{L}\p{N}_.,:/-])(?:(?<=(?:^|[\uE001\uE006])\s?)\d[\d.,]*\s-\s|\d[\d.,]*(?:-| to | or ))\d[\d.,]*[ -]?(?:${HOUR}|${MINUTE}|${SECOND})${END}`,
  'giu',
);

/** Takes the lengths of time in all their spellings. */
export function takeAmounts(draft: Draft): Draft {
  const faults: Fault[] = [];
  const unsure = take(draft, AMOUNT_RANGE, MARK.amount, (match) => {
    const [written] = match;
    const last = /\d[\d.,]*[^\d]*$/.exec(written)?.[0] ?? '';
    const message = `${written} says from how much to how much; I need one length.`;
    faults.push({ reason: 'invalid', message, ...placeOf(match), instead: last });
    return undefined;
  });
  const { mask, pieces } = take<Seconds>({ ...draft, mask: unsure.mask }, AMOUNT, MARK.amount, (match) => {
    const groups = match.groups ?? {};
    const seconds = secondsOf(groups);
    if (seconds === undefined) {
      const message = `I cannot read ${match[0].trim()} as a length: the minutes after an hour go up to 59.`;
      faults.push({ reason: 'invalid', message, ...placeOf(match) });
      return 0;
    }
    if (/^(?:-|minus)/i.test(groups['sign'] ?? '')) {
      const message = `${match[0]} is less than nothing.`;
      const instead = match[0].replace(/^(?:-|minus) ?/i, '');
      faults.push({ reason: 'negative', message, ...placeOf(match), instead });
    }
    return seconds;
  });
  const doubts = pieces.flatMap(({ start, end }) => doubtOf(draft, start, end));
  return {
    ...draft,
    mask,
    amounts: pieces,
    faults: [...draft.faults, ...faults],
    doubts: [...draft.doubts, ...doubts],
  };
}

function placeOf(match: RegExpExecArray) {
  return { start: match.index, end: match.index + match[0].length };
}

function secondsOf(groups: Readonly<Record<string, string | undefined>>): Seconds | undefined {
  const quantity = (name: string, unit: number): number | undefined => {
    const written = groups[name] ?? groups[`${name}Word`];
    if (written === undefined) return 0;
    const number = readNumber(written);
    return number === undefined ? undefined : times(number, unit);
  };
  const quarters = (count: string | undefined) => (count === undefined || /^an?$|^one$/i.test(count) ? 1 : 3);
  if (groups['colon'] !== undefined) {
    const [hours = '', minutes = ''] = groups['colon'].split(':');
    if (minutes.length !== 2 || Number(minutes) > 59) return undefined;
    return Number(hours) * SECONDS_PER_HOUR + Number(minutes) * SECONDS_PER_MINUTE;
  }
  if (groups['half'] !== undefined) return unitOf(groups['half']) / 2;
  if (groups['mixed'] !== undefined) {
    const unit = unitOf(groups['mixedUnit'] ?? '');
    const whole = readNumber(groups['mixed']);
    const part =
      groups['mixedHalf'] !== undefined ? unit / 2 : (quarters(groups['mixedQuarters']) * unit) / 4;
    return whole === undefined ? undefined : times(whole, unit) + part;
  }
  const bare = groups['attached'] ?? groups['loose'];
  const bareMinutes = bare === undefined ? 0 : (readNumber(bare)?.top ?? 0);
  if (bareMinutes > 59) return undefined;
  const parts = [
    quantity('hours', SECONDS_PER_HOUR),
    quantity('hoursMinutes', SECONDS_PER_MINUTE),
    quantity('hoursSeconds', 1),
    quantity('minutes', SECONDS_PER_MINUTE),
    quantity('minutesSeconds', 1),
    quantity('seconds', 1),
    bareMinutes * SECONDS_PER_MINUTE,
    groups['hoursHalf'] === undefined ? 0 : SECONDS_PER_HOUR / 2,
    groups['hoursQuarters'] === undefined ? 0 : (quarters(groups['hoursQuarters']) * SECONDS_PER_HOUR) / 4,
    groups['minutesHalf'] === undefined ? 0 : SECONDS_PER_MINUTE / 2,
  ];
  const saidNone = ['hours', 'minutes', 'seconds'].every(
    (name) => groups[name] === undefined && groups[`${name}Word`] === undefined,
  );
  if (saidNone) return (quarters(groups['quarters']) * SECONDS_PER_HOUR) / 4;
  let sum = 0;
  for (const part of parts) {
    if (part === undefined) return undefined;
    sum += part;
  }
  return sum;
}

function unitOf(written: string): Seconds {
  return /^h/i.test(written) ? SECONDS_PER_HOUR : SECONDS_PER_MINUTE;
}

/** `1h 20 tickets` may be 1h 20m, or an hour and twenty tickets. */
function doubtOf(draft: Draft, start: number, end: number) {
  const written = draft.text.slice(start, end);
  const loose = /^(.*[a-z.]) (\d\d)$/i.exec(written);
  const counted = /^ [\p{Ll}][\p{L}'-]*s(?![\p{L}])/u.exec(draft.mask.slice(end, end + 60));
  if (loose === null || counted === null) return [];
  const [, hours = '', number = ''] = loose;
  return [
    {
      message: `${written} may be ${hours} and ${number} minutes, or ${hours} and the words “${number}${counted[0]}”.`,
      lines: [
        amend(draft, { start, end }, `${hours} ${number}m`),
        amend(
          draft,
          { start: end - number.length, end: end + counted[0].length },
          number + counted[0],
          'opaque',
        ),
      ],
    },
  ];
}
