import { LONG_ENTRY, LONGEST_ENTRY, type Seconds } from '../duration.ts';
import { type EntryContent, LONGEST_NOTE } from '../entry.ts';
import { addDays, type LocalDate } from '../time.ts';
import { takeAmounts } from './amounts.ts';
import { attachClocks, type Times } from './attach.ts';
import { takeClocks } from './clocks.ts';
import type { Day } from './day.ts';
import { takeDays } from './days.ts';
import { type Doubt, type Draft, type Fault, newDraft, rewrite } from './draft.ts';
import { labelOf } from './label.ts';
import { type Line, MARK } from './mask.ts';
import { takeMeasures } from './measures.ts';
import { noteOf } from './note.ts';
import { placeAnchor } from './place-anchor.ts';
import { placeRange } from './place-range.ts';
import type { Placement, SaidDay } from './placement.ts';
import { takeHourRanges, takeRanges } from './ranges.ts';
import type {
  Assumption,
  Choice,
  ErrorReading,
  ErrorReason,
  LogReading,
  ReadContext,
  Reading,
} from './reading.ts';
import type { Span } from './span.ts';
import { takeTags } from './tags.ts';
import { takeTasks } from './tasks.ts';
import { findUnread } from './unread.ts';
import { localDateAt, wallTimeAt } from './zone-clock.ts';

/** The order of work: each step masks what it took, and no later step sees it again. */
const STEPS: readonly ((draft: Draft, context: ReadContext) => Draft)[] = [
  takeTags,
  takeTasks,
  takeMeasures,
  takeHourRanges,
  takeAmounts,
  takeRanges,
  takeClocks,
  takeDays,
];

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

/** All that the steps have found in a line; times and days are not put together yet. */
export function draftOf(line: Line, context: ReadContext): Draft {
  return STEPS.reduce((draft, step) => step(draft, context), newDraft(line));
}

/** Reads a clean line as an entry: what the bot would keep, or why not. */
export function readLog(line: Line, context: ReadContext, mayDoubt = true): Reading {
  const found = draftOf(line, context);
  const attached = attachClocks(found, context);
  const { times } = attached;
  const draft = { ...attached.draft, mask: withFor(attached.draft.mask) };
  const faults = [...draft.faults, ...timesFaults(draft, times), ...findUnread(found)];
  if (faults.length > 0) return refuse(draft, faults);
  if (mayDoubt && draft.doubts.length > 0) return offer(draft.doubts, context);
  const [day] = draft.days;
  if (day?.value.kind === 'either') return eitherDay(draft, times, day.value, context);
  const said = day?.value.kind === 'date' ? day.value : undefined;
  return readTimes(draft, times, said, context);
}

/** The `for` of `for 2h` belongs to the length. */
function withFor(mask: string): string {
  return mask.replace(new RegExp(`(?<!\\w)for (?=${MARK.amount})`, 'g'), (word) =>
    MARK.amount.repeat(word.length),
  );
}

function readTimes(draft: Draft, times: Times, said: SaidDay | undefined, context: ReadContext): Reading {
  const base = contentOf(draft, said?.date ?? localDateAt(context.now, context.zone), context);
  if ([...(base.note ?? '')].length > LONGEST_NOTE)
    return error('invalid', `A note has at most ${LONGEST_NOTE} characters.`);
  switch (times.kind) {
    case 'amount':
      return logAmount(base, times.seconds, said, context);
    case 'measure':
      return log(base, [], []);
    case 'range':
      return readPlacement(base, placeRange(times.from, times.to, said, context), draft, said, context);
    case 'anchor':
      return readPlacement(base, placeAnchor(times.anchor, said, context), draft, said, context);
    case 'none':
      return noDuration(draft, context);
  }
}

function contentOf(draft: Draft, date: LocalDate, { zone }: ReadContext): EntryContent {
  const note = noteOf(draft);
  const [task] = draft.tasks;
  return {
    date,
    zone,
    measures: draft.measures.map(({ value }) => value),
    tags: [...new Set(draft.tags.map(({ value }) => value))],
    ...(task === undefined ? {} : { task: task.value }),
    ...(note === undefined ? {} : { note }),
  };
}

/** After midnight and before this hour, a line without a day may be about the evening before. */
const SMALL_HOURS = 4;

function logAmount(
  base: EntryContent,
  seconds: Seconds,
  said: SaidDay | undefined,
  context: ReadContext,
): Reading {
  const content = { ...base, seconds };
  const isDoubtful = said === undefined && wallTimeAt(context.now, context.zone).hour < SMALL_HOURS;
  if (!isDoubtful) return log(content, [], []);
  const other = { label: 'Meant yesterday', content: { ...content, date: addDays(base.date, -1) } };
  return log(content, ['day'], [other]);
}

function log(
  content: EntryContent,
  assumed: readonly Assumption[],
  alternatives: LogReading['alternatives'],
): LogReading {
  const isLong = (content.seconds ?? 0) > LONG_ENTRY;
  return { kind: 'log', content, assumed: isLong ? [...assumed, 'long'] : assumed, alternatives };
}

function readPlacement(
  base: EntryContent,
  placement: Placement,
  draft: Draft,
  said: SaidDay | undefined,
  context: ReadContext,
): Reading {
  switch (placement.kind) {
    case 'refused': {
      const { reason, message, past } = placement;
      const suggestion = past === undefined ? undefined : onOtherDay(draft, past);
      return error(reason, message, suggestion);
    }
    case 'ask': {
      const choices = placement.spans.flatMap((span) => {
        const reading = logSpan(base, span, said, context);
        return reading.kind === 'log' ? [{ label: labelOf(reading.content, context), reading }] : [];
      });
      if (choices.length === 0)
        return error(placement.reason === 'future' ? 'future' : 'invalid', placement.message);
      return { kind: 'ask', reason: placement.reason, message: placement.message, choices };
    }
    case 'placed': {
      const reading = logSpan(base, placement.span, said, context);
      if (reading.kind !== 'log') return reading;
      const alternatives = placement.others.flatMap(({ label, span }) => {
        const other = logSpan(base, span, said, context);
        return other.kind === 'log' ? [{ label, content: other.content }] : [];
      });
      const guess: readonly Assumption[] = placement.isMeridiemGuess ? ['am/pm'] : [];
      return { ...reading, assumed: [...guess, ...reading.assumed], alternatives };
    }
  }
}

function logSpan(
  base: EntryContent,
  span: Span,
  said: SaidDay | undefined,
  context: ReadContext,
): LogReading | ErrorReading {
  const { startedAt, endedAt, date } = span;
  const seconds = (endedAt - startedAt) / 1000;
  if (seconds === 0)
    return error('zero', 'That starts and ends at the same moment; there is nothing to log.');
  const isWithinDay = localDateAt(endedAt - 1, context.zone) === date;
  if (seconds > LONGEST_ENTRY && !isWithinDay) {
    return error('too_long', 'One entry has at most 24 hours.');
  }
  const isOtherDay = said === undefined && date !== localDateAt(context.now, context.zone);
  const assumed: Assumption[] = [];
  if (isOtherDay) assumed.push('day');
  if (span.isOverlapHour) assumed.push('overlap-hour');
  return log({ ...base, date, seconds, clock: { startedAt, endedAt } }, assumed, []);
}

function timesFaults(draft: Draft, times: Times): readonly Fault[] {
  if (times.kind !== 'amount' && !(times.kind === 'anchor' && times.anchor.side !== 'since'))
    return times.kind === 'none' ? times.faults : [];
  const seconds =
    times.kind === 'amount' ? times.seconds : times.anchor.side === 'since' ? 0 : times.anchor.seconds;
  const [amount] = draft.amounts;
  const { start = 0, end = 0 } = amount ?? {};
  if (seconds === 0) {
    return [{ reason: 'zero', message: 'That is no time at all; there is nothing to log.', start, end }];
  }
  if (seconds > LONGEST_ENTRY) {
    return [{ reason: 'too_long', message: 'One entry has at most 24 hours.', start, end, instead: '24h' }];
  }
  return [];
}

function eitherDay(draft: Draft, times: Times, day: Day & { kind: 'either' }, context: ReadContext): Reading {
  const readings = day.dates.map((date) => readTimes(draft, times, { date }, context));
  const choices = readings.flatMap((reading): readonly Choice[] =>
    reading.kind === 'log'
      ? [{ label: labelOf(reading.content, context), reading }]
      : reading.kind === 'ask'
        ? reading.choices
        : [],
  );
  const [first] = readings;
  if (choices.length === 0 && first !== undefined) return first;
  return { kind: 'ask', reason: 'ambiguous', message: day.message, choices };
}

function offer(doubts: readonly Doubt[], context: ReadContext): Reading {
  const [doubt] = doubts;
  const lines = doubt?.lines ?? [];
  const choices = lines.flatMap((line): readonly Choice[] => {
    const reading = readLog(line, context, false);
    if (reading.kind === 'ask') return reading.choices;
    return reading.kind === 'log' ? [{ label: labelOf(reading.content, context), reading }] : [];
  });
  const message = doubt?.message ?? '';
  const [plain] = lines;
  if (choices.length === 0 && plain !== undefined) return readLog(plain, context, false);
  return { kind: 'ask', reason: 'ambiguous', message, choices };
}

function refuse(draft: Draft, faults: readonly Fault[]): ErrorReading {
  const [worst] = [...faults].sort(
    (one, other) => GRAVITY.indexOf(one.reason) - GRAVITY.indexOf(other.reason),
  );
  if (worst === undefined) return error('invalid', 'I cannot read that.');
  const fault = draft.text.slice(worst.start, worst.end).trim();
  const suggestion = worst.instead === undefined ? undefined : rewrite(draft, worst, worst.instead);
  return {
    kind: 'error',
    reason: worst.reason,
    message: worst.message,
    ...(fault === '' ? {} : { fault }),
    ...(suggestion === undefined || suggestion === '' ? {} : { suggestion }),
  };
}

function noDuration(draft: Draft, _context: ReadContext): ErrorReading {
  const number = /(?<![\w#.,:/-])(\d{1,3}(?:[.,]\d{1,2})?)(?![\w.,:/%-])/.exec(draft.mask);
  if (number !== null && Number(number[0].replace(',', '.')) > 0) {
    const place = { start: number.index, end: number.index + number[0].length };
    const unit = /[.,]/.test(number[0]) || Number(number[0]) < 8 ? 'h' : 'm';
    return {
      kind: 'error',
      reason: 'no_duration',
      message: `I found no length of time. ${number[0]} of what?`,
      fault: number[0],
      suggestion: rewrite(draft, place, `${number[0]}${unit}`),
    };
  }
  const suggestion = draft.text === '' ? undefined : `30m ${draft.text}`;
  return error(
    'no_duration',
    'I found no length of time: say how long it took, such as 30m or 9:30-11.',
    suggestion,
  );
}

function onOtherDay(draft: Draft, past: Span): string | undefined {
  const [day] = draft.days;
  return day === undefined ? undefined : rewrite(draft, day, past.date);
}

function error(reason: ErrorReason, message: string, suggestion?: string): ErrorReading {
  return { kind: 'error', reason, message, ...(suggestion === undefined ? {} : { suggestion }) };
}
