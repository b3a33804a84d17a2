import type { Parser, ParsingComponents } from 'chrono-node/en';
import type { LocalDate } from '../time.ts';
import { WEEKDAY_NAMES, weekdayNamed } from './names.ts';
import { DIGITS, NUMBER_WORDS, readNumber } from './number.ts';

type Context = Parameters<Parser['extract']>[0];

/** What our parsers add to chrono's components; tags are how chrono's results carry such things. */
export type DayTag =
  | `weekday/${'bare' | 'last' | 'this' | 'next' | 'this week' | 'last week'}`
  | `part/${'morning' | 'afternoon' | 'evening' | 'night' | 'last night'}`
  | `month/${'this' | 'last'}`
  | 'kind/nth'
  | 'kind/future'
  | 'kind/vague'
  | 'kind/invalid'
  | 'kind/unclear-order';

const EDGE = String.raw`(?<![\w'.@/#])(?<!\w-)`;
const END = String.raw`(?![\w]|['-][a-z_]|\.[a-z_])`;
const PART = '(?:morning|afternoon|evening|night)';
const NTH = String.raw`\d{1,2}(?:st|nd|rd|th)`;
const COUNT = `(?:${DIGITS}|${NUMBER_WORDS})`;

/** Days counted from today: `yesterday afternoon`, `this morning`, `last night`, `the day before yesterday`, `tomorrow`. */
const nearDay: Parser = {
  pattern: once(
    `${EDGE}(?:(?<before>(?:the )?day before yesterday)|(?<lastNight>last night)|(?<lastEvening>last evening)|(?:earlier )?(?<tonight>tonight)|(?:earlier )?this (?<thisPart>morning|afternoon|evening)|(?:(?:on|earlier) )?(?<near>today|yesterday|yday|yest|ystd)(?: (?:in the |at )?(?<part>${PART}))?|(?<after>(?:the )?day after tomorrow)|(?<tomorrow>tomorrow|tmrw|tmr)(?: ${PART})?|(?<soon>next (?:week|month)))${END}`,
  ),
  extract(context, match) {
    const { before, lastNight, lastEvening, tonight, thisPart, near, part, soon, after, tomorrow } =
      match.groups ?? {};
    if ((soon ?? after ?? tomorrow) !== undefined) return onDay(context, todayOf(context), 'kind/future');
    if (before !== undefined) return onDay(context, daysAfter(todayOf(context), -2));
    if (lastNight !== undefined) return onDay(context, daysAfter(todayOf(context), -1), 'part/last night');
    if (lastEvening !== undefined) return onDay(context, daysAfter(todayOf(context), -1), 'part/evening');
    if (tonight !== undefined) return onDay(context, todayOf(context), 'part/night');
    if (thisPart !== undefined) return onDay(context, todayOf(context), partTag(thisPart));
    const date = daysAfter(todayOf(context), near === 'today' ? 0 : -1);
    return part === undefined ? onDay(context, date) : onDay(context, date, partTag(part));
  },
};

/** `3 days ago`, `a week ago`, `two days before yesterday`, `in 2 days`. */
const countedDay: Parser = {
  pattern: once(
    `${EDGE}(?:(?<minus>[+-](?=\\d))?(?<count>${COUNT}) (?<unit>days?|weeks?|fortnights?|months?) (?<side>ago|before yesterday)|in (?<ahead>${COUNT}) (?:days?|weeks?))${END}`,
  ),
  extract(context, match) {
    const { minus, count = '', unit = '', side = '', ahead } = match.groups ?? {};
    if (ahead !== undefined) return onDay(context, todayOf(context), 'kind/future');
    const number = minus === undefined ? readNumber(count) : undefined;
    if (
      number === undefined ||
      number.top % number.bottom !== 0 ||
      number.top < 1 ||
      number.top / number.bottom > 40_000
    ) {
      return onDay(context, todayOf(context), 'kind/invalid');
    }
    const whole = number.top / number.bottom;
    const from = daysAfter(todayOf(context), side.toLowerCase() === 'ago' ? 0 : -1);
    if (/^month/i.test(unit)) return onDay(context, monthsBefore(from, whole));
    return onDay(
      context,
      daysAfter(from, -whole * (/^week/i.test(unit) ? 7 : /^fortnight/i.test(unit) ? 14 : 1)),
    );
  },
};

/** `on friday`, `last tue`, `friday of last week`, `last week friday`, `friday the 11th`, `next monday`. */
const weekday: Parser = {
  pattern: once(
    `${EDGE}(?:(?<week>last|this) week(?:'s)? (?:on )?(?<late>${WEEKDAY_NAMES})|(?:on )?(?:(?<word>(?:this )?(?:last|past)|this|next|on) |the )?(?<name>${WEEKDAY_NAMES})(?: (?:of )?(?<of>last|this) week| (?<older>before last)| (?:the )?(?<nth>${NTH})(?! (?:of )?[a-z])| (?<part>${PART}))?)${END}`,
  ),
  extract(context, match) {
    const { week, late, word, name, of, older, nth, part } = match.groups ?? {};
    const number = weekdayNamed(late ?? name ?? '');
    if (number === undefined) return null;
    const components = context.createParsingComponents({ weekday: number });
    if (nth !== undefined) components.assign('day', Number.parseInt(nth, 10)).addTag('kind/nth');
    if (part !== undefined) components.addTag(partTag(part));
    if (older !== undefined) return components.addTag('kind/vague');
    const said = (week ?? of ?? '').toLowerCase();
    if (said !== '') return components.addTag(said === 'last' ? 'weekday/last week' : 'weekday/this week');
    return components.addTag(
      WEEKDAY_TAGS.get((word ?? '').replace('this last', 'last').replace('this past', 'past')) ??
        'weekday/bare',
    );
  },
};

const WEEKDAY_TAGS: ReadonlyMap<string, DayTag> = new Map([
  ['last', 'weekday/last'],
  ['past', 'weekday/last'],
  ['this', 'weekday/this'],
  ['next', 'weekday/next'],
]);

/** `on the 3rd`, `the 10th of last month`. */
const nthOfMonth: Parser = {
  pattern: once(`${EDGE}(?:on )?(?:the )?(?<nth>${NTH})(?: of (?<month>this|last) month)?${END}`),
  extract(context, match) {
    const { nth = '', month } = match.groups ?? {};
    const components = context.createParsingComponents({ day: Number.parseInt(nth, 10) }).addTag('kind/nth');
    return month === undefined ? components : components.addTag(`month/${month.toLowerCase()}`);
  },
};

/** `last week`, `last month`: a time, but no day. */
const vagueDay: Parser = {
  pattern: once(
    String.raw`${EDGE}(?:earlier )?(?:(?:last|this|past) (?:week|month|year|weekend)|(?:a few|several|some) (?:days|weeks) ago|the other day|(?:[\d.,]+|[a-z]+) (?:${WEEKDAY_NAMES}s|years?|weekends?) ago)${END}`,
  ),
  extract: (context) => onDay(context, todayOf(context), 'kind/vague'),
};

/** Our own parsers, in the order in which chrono tries them. */
export const DAY_PARSERS: readonly Parser[] = [nearDay, countedDay, weekday, nthOfMonth, vagueDay];

/** Chrono's reference is the wall clock of the person, written as if it were UTC. */
function todayOf(context: Context): LocalDate {
  return context.refDate.toISOString().slice(0, 10);
}

/** As the core's `addDays`, without Temporal: a hostile line may name hundreds of days. */
function daysAfter(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function onDay(context: Context, date: LocalDate, tag?: DayTag): ParsingComponents {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const components = context.createParsingComponents({ year, month, day });
  return tag === undefined ? components : components.addTag(tag);
}

function partTag(part: string): DayTag {
  const word = part.toLowerCase();
  return word === 'morning' || word === 'afternoon' || word === 'evening' ? `part/${word}` : 'part/night';
}

function monthsBefore(date: LocalDate, months: number): LocalDate {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const at = year * 12 + (month - 1) - months;
  const lastDay = new Date(Date.UTC(Math.floor(at / 12), (at % 12) + 1, 0)).getUTCDate();
  return new Date(Date.UTC(Math.floor(at / 12), at % 12, Math.min(day, lastDay))).toISOString().slice(0, 10);
}

/** Builds the expression when it is first needed: a fresh process pays only for what it reads. */
function once(source: string): () => RegExp {
  let pattern: RegExp | undefined;
  return () => {
    pattern ??= new RegExp(source, '');
    return pattern;
  };
}
