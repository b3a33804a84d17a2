import fc from 'fast-check';
import type { ReadContext } from '../../src/phrase/reading.ts';
import { daysAfter, instantOf } from './support.ts';

/** What a composed line has to be read as, worked out from its parts and never by the reader. */
export type Expected =
  | { readonly kind: 'ask' }
  | {
      readonly kind: 'log';
      readonly date: string;
      readonly seconds: number;
      readonly clock?: { readonly startedAt: number; readonly endedAt: number };
      readonly tags: readonly string[];
      readonly task?: number;
      readonly note?: string;
    };

/** A line put together from parts by the rules of the grammar. */
export type Composed = { readonly text: string; readonly context: ReadContext; readonly expected: Expected };

const ZONES = [
  'America/New_York',
  'Europe/Madrid',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'America/Sao_Paulo',
  'America/St_Johns',
  'UTC',
] as const;

const AMOUNTS: readonly (readonly [string, number])[] = [
  ['45m', 2700],
  ['1h30', 5400],
  ['1h 15m', 4500],
  ['2.25h', 8100],
  ['2,5 hours', 9000],
  ['half an hour', 1800],
  ['an hour and a half', 5400],
  ['two hours', 7200],
  ['1½h', 5400],
  ['90 min', 5400],
  ['3/4 hour', 2700],
  ['1:20h', 4800],
  ['1 hour and 20 minutes', 4800],
  ['twenty-five minutes', 1500],
  ['for 40 minutes', 2400],
  ['1h, 5m and 3s', 3903],
  ['three quarters of an hour', 2700],
  ['30-min', 1800],
  ['one hundred minutes', 6000],
];
const TAGS = ['writing', 'deep-work', 'ops_2', 'ökologie', '日本', 'q4'] as const;
const NOTES = [
  'code review',
  'v1.2 release',
  'sat through the demo',
  'may backlog',
  'march planning',
  '24/7 rota',
  'C# refactor',
  'fix #404',
  'R&D sync',
  'monday.com cleanup',
  'the 80/20 rule',
  'room 9 moved',
  'black friday prep',
  'chapter 7',
  'PR 12',
  'second draft',
  '1:1 with kim',
  'reading "Dune"',
  'café réunion',
] as const;
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

type Day = { readonly words: string; readonly date: string };

/** The words of a day so many days before `today`. */
function dayOf(today: string, back: number, form: number): Day {
  const date = daysAfter(today, -back);
  const at = new Date(`${date}T00:00:00Z`);
  const weekday = WEEKDAYS[(at.getUTCDay() + 6) % 7] ?? 'monday';
  const month = MONTHS[at.getUTCMonth()] ?? 'jan';
  const forms = [
    date,
    date.replaceAll('-', '/'),
    `${month} ${at.getUTCDate()} ${at.getUTCFullYear()}`,
    `on ${at.getUTCDate()} ${month} ${at.getUTCFullYear()}`,
    ...(back === 0 ? ['today'] : back === 1 ? ['yesterday', 'a day ago'] : [`${back} days ago`]),
    ...(back === 2 ? ['the day before yesterday'] : []),
    ...(back > 0 && back < 7 ? [weekday, `on ${weekday}`, `last ${weekday}`] : []),
    ...(back === 7 ? [`last ${weekday}`, 'a week ago'] : []),
    ...(back > 0 && back < 300 && !(month === 'feb' && at.getUTCDate() === 29)
      ? [`${month} ${at.getUTCDate()}`, `${at.getUTCDate()} ${month}`]
      : []),
  ];
  return { words: forms[form % forms.length] ?? date, date };
}

const pad = (number: number) => String(number).padStart(2, '0');

/** A wall time that says its half of the day; minutes after midnight. */
function markedClock(minutes: number, form: number): string {
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
  const [twelve, half] = [hour % 12 === 0 ? 12 : hour % 12, hour < 12 ? 'am' : 'pm'];
  const short = minute === 0 ? `${twelve}${half}` : `${twelve}:${pad(minute)}${half}`;
  const forms = [
    short,
    short.replace(/(?=[ap]m)/, ' '),
    short.replace('am', 'a.m.').replace('pm', 'p.m.'),
    ...(hour < 10 || hour > 12 ? [`${pad(hour)}:${pad(minute)}`] : []),
  ];
  return forms[form % forms.length] ?? short;
}

/** A wall time that leaves its half of the day open. */
function openClock(hour: number, minute: number): string {
  return minute === 0 ? `${hour}` : `${hour}:${pad(minute)}`;
}

type Span = { readonly start: number; readonly end: number; readonly date: string };

/** The rule of am and pm, in minutes: every reading of two open times with its cost. */
function chosenSpan(
  [from, fromMinute]: readonly [number, number],
  [to, toMinute]: readonly [number, number],
  said: string | undefined,
  { now, zone }: ReadContext,
  today: string,
): Span | 'ask' | 'none' {
  const halves = (hour: number, minute: number) => [
    (hour % 12) * 60 + minute,
    (hour % 12) * 60 + minute + 720,
  ];
  const endOf = (span: Span) =>
    instantOf(daysAfter(span.date, span.end >= 1440 ? 1 : 0), wall(span.end % 1440), zone);
  const readings = halves(from, fromMinute).flatMap((start) =>
    halves(to, toMinute).flatMap((end): Span[] => {
      if (end > start) return end - start <= 960 ? [{ start, end, date: said ?? today }] : [];
      if (start < 720 || end >= 720 || end + 1440 - start > 960) return [];
      const span = { start, end: end + 1440, date: said ?? today };
      if (said !== undefined || endOf(span) <= now) return [span];
      return [{ ...span, date: daysAfter(today, -1) }];
    }),
  );
  const penalty = ({ start, end }: Span) =>
    (start < 360 ? 800 : 0) + (start >= 1140 ? 400 : 0) + (end >= 1440 ? 500 : 0);
  const cost = (span: Span) => span.end - span.start + penalty(span);
  const order = (one: Span, other: Span) => cost(one) - cost(other) || endOf(other) - endOf(one);
  const past = readings.filter((span) => endOf(span) <= now).sort(order);
  const future = readings.filter((span) => endOf(span) > now).sort(order);
  const [best] = past;
  const [missed] = future;
  if (best === undefined) return 'none';
  if (penalty(best) > 0 && missed !== undefined && cost(missed) < cost(best)) return 'ask';
  return best;
}

const wall = (minutes: number) => `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;

/** True where the clocks stand still for three days around a date, so that wall times are as far apart as they look. */
function isCalm(date: string, zone: string): boolean {
  const noons = [-2, -1, 0, 1].map((days) => {
    const day = daysAfter(date, days);
    return instantOf(day, '12:00', zone) - Date.parse(`${day}T12:00:00Z`);
  });
  return new Set(noons).size === 1;
}

type Time = {
  readonly words: string;
  readonly date: string;
  readonly seconds: number;
  readonly clock?: readonly [number, number];
};

const parts = fc.record({
  zone: fc.constantFrom(...ZONES),
  dayNumber: fc.oneof(
    fc.integer({ min: 19_723, max: 21_549 }),
    fc
      .constantFrom('2024-02-29', '2026-12-31', '2027-01-01', '2028-03-01', '2026-03-30', '2026-10-26')
      .map((date) => Date.parse(date) / 86_400_000),
  ),
  nowMinutes: fc.integer({ min: 8 * 60, max: 1439 }),
  back: fc.oneof(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 9, max: 700 })),
  dayForm: fc.nat(40),
  isDaySaid: fc.boolean(),
  kind: fc.constantFrom(
    'amount',
    'amount',
    'marked',
    'marked',
    'open',
    'open',
    'starting',
    'ending',
    'since',
  ),
  amount: fc.constantFrom(...AMOUNTS),
  start: fc.nat(95).map((quarter) => quarter * 15),
  length: fc.integer({ min: 1, max: 30 }).map((quarters) => quarters * 15),
  from: fc.tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom(0, 0, 15, 30)),
  to: fc.tuple(fc.integer({ min: 1, max: 12 }), fc.constantFrom(0, 0, 15, 45)),
  form: fc.nat(11),
  join: fc.constantFrom('-', ' - ', '–', '—', ' to ', ' until ', ' till '),
  isDayFirst: fc.boolean(),
  tags: fc.uniqueArray(fc.constantFrom(...TAGS), { maxLength: 2 }),
  isTagEscaped: fc.boolean(),
  task: fc.option(fc.integer({ min: 1, max: 999 }), { nil: undefined }),
  note: fc.option(fc.constantFrom(...NOTES), { nil: undefined }),
  isNoteFirst: fc.boolean(),
  areNamesFirst: fc.boolean(),
  gap: fc.constantFrom(' ', ' ', '  ', '\u00a0', ', ', '\t'),
  isLoud: fc.boolean(),
});

type Parts = typeof parts extends fc.Arbitrary<infer T> ? T : never;

/** Lines of every kind of time with days, tags, tasks, notes, spaces and Slack's escapes; some chances come to nothing. */
export const composed: fc.Arbitrary<Composed> = parts
  .map(compose)
  .filter((line): line is Composed => line !== undefined);

function compose(given: Parts): Composed | undefined {
  const { zone, isDaySaid, back, dayForm, gap, note, task } = given;
  const today = new Date(given.dayNumber * 86_400_000).toISOString().slice(0, 10);
  const day = isDaySaid ? dayOf(today, back, dayForm) : undefined;
  const date = day?.date ?? today;
  if (!isCalm(today, zone) || !isCalm(date, zone)) return undefined;
  const context: ReadContext = { now: instantOf(today, wall(given.nowMinutes), zone), zone };
  const time = timeOf(given, date, day?.date, today, context);
  if (time === undefined) return undefined;
  const isShown = !(time !== 'ask' && time.words.startsWith('for ') && day === undefined);
  if (!isShown) return undefined;
  const words = time === 'ask' ? openWords(given) : time.words;
  const when = day === undefined ? [words] : given.isDayFirst ? [day.words, words] : [words, day.words];
  const loud = given.isLoud ? when.map((each) => each.toUpperCase()) : when;
  const names = [
    ...given.tags.map((tag) => (given.isTagEscaped ? `<#C024BE91L|${tag}>` : `#${tag}`)),
    ...(task === undefined ? [] : [`task-${task}`]),
  ];
  const head = given.areNamesFirst ? [...names, ...loud] : [...loud, ...names];
  // Behind `PR 12` and the like a fraction may be of the number; that is asked about.
  const isFraction = /^\d+(?:\/|½)/.test(words) && /\d$/.test(note ?? '');
  const isLast = given.kind === 'open' || isFraction || !given.isNoteFirst;
  const text = (note === undefined ? head : isLast ? [...head, note] : [note, ...head]).join(gap);
  if (time === 'ask') return { text, context, expected: { kind: 'ask' } };
  return {
    text,
    context,
    expected: {
      kind: 'log',
      date: time.date,
      seconds: time.seconds,
      ...(time.clock === undefined ? {} : { clock: { startedAt: time.clock[0], endedAt: time.clock[1] } }),
      tags: given.tags,
      ...(task === undefined ? {} : { task }),
      ...(note === undefined ? {} : { note }),
    },
  };
}

function openWords({ from, to, join }: Parts): string {
  return `${openClock(...from)}${join}${openClock(...to)}`;
}

function timeOf(
  given: Parts,
  date: string,
  said: string | undefined,
  today: string,
  context: ReadContext,
): Time | 'ask' | undefined {
  const { kind, amount, start, length, form, from, to } = given;
  const [amountWords, seconds] = amount;
  const at = (day: string, minutes: number) =>
    instantOf(daysAfter(day, Math.floor(minutes / 1440)), wall(minutes % 1440), context.zone);
  if (kind === 'amount') return { words: amountWords, date, seconds };
  if (kind === 'open') {
    const span = chosenSpan(from, to, said, context, today);
    if (span === 'none' || (from[0] === to[0] && from[1] === to[1])) return undefined;
    if (span === 'ask') return said === undefined ? 'ask' : undefined;
    const clock = [at(span.date, span.start), at(span.date, span.end)] as const;
    return { words: openWords(given), date: span.date, seconds: (span.end - span.start) * 60, clock };
  }
  if (kind === 'marked') {
    const end = start + length;
    if (end >= 1440 && (start < 720 || end - 1440 >= 720)) return undefined;
    const words = `${markedClock(start, form)}${given.join}${markedClock(end % 1440, form)}`;
    const onDay =
      said === undefined && end >= 1440 && at(date, end) > context.now ? daysAfter(date, -1) : date;
    const clock = [at(onDay, start), at(onDay, end)] as const;
    return clock[1] > context.now ? undefined : { words, date: onDay, seconds: length * 60, clock };
  }
  const bare = amountWords.replace(/^for /, '');
  const said24 = markedClock(start, form);
  if (kind === 'since') {
    const clock = [at(date, start), context.now] as const;
    const isPossible = clock[0] < clock[1] && clock[1] - clock[0] <= 86_400_000;
    const words = `since ${said24}`;
    return isPossible ? { words, date, seconds: (clock[1] - clock[0]) / 1000, clock } : undefined;
  }
  const edge = at(date, start);
  const clock =
    kind === 'starting' ? ([edge, edge + seconds * 1000] as const) : ([edge - seconds * 1000, edge] as const);
  if (clock[1] > context.now) return undefined;
  const began = start * 60 - (kind === 'ending' ? seconds : 0);
  if (began < 0) return undefined;
  const lead =
    kind === 'starting' ? ['at', 'from', 'starting at'][form % 3] : ['ending at', 'until', 'till'][form % 3];
  return { words: `${bare} ${lead} ${said24}`, date, seconds, clock };
}
