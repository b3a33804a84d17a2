import { LONG_ENTRY, LONGEST_ENTRY, type Seconds } from '../duration.ts';
import type { EntryContent } from '../entry.ts';
import { addDays, type LocalDate } from '../time.ts';
import type { Draft } from './draft.ts';
import { labelOf } from './label.ts';
import { noteOf } from './note.ts';
import type { Placement, SaidDay } from './placement.ts';
import type { Assumption, ErrorReading, LogReading, ReadContext, Reading } from './reading.ts';
import { refusal } from './refusal.ts';
import type { Span } from './span.ts';
import { localDateAt, wallTimeAt } from './zone-clock.ts';

/** What a line says of an entry apart from its time. */
export function contentOf(draft: Draft, date: LocalDate, { zone }: ReadContext): EntryContent {
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

/** A length on a day; without a day in the small hours it is marked that the evening before may be meant. */
export function logAmount(
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

/** An entry that is sure but for what is assumed; more than twelve hours are doubtful by themselves. */
export function log(
  content: EntryContent,
  assumed: readonly Assumption[],
  alternatives: LogReading['alternatives'],
): LogReading {
  const isLong = (content.seconds ?? 0) > LONG_ENTRY;
  return { kind: 'log', content, assumed: isLong ? [...assumed, 'long'] : assumed, alternatives };
}

/** What became of clock times, as a reading. `onOtherDay` is the person's line with another day in it. */
export function logPlacement(
  base: EntryContent,
  placement: Placement,
  said: SaidDay | undefined,
  onOtherDay: (date: LocalDate) => string | undefined,
  context: ReadContext,
): Reading {
  switch (placement.kind) {
    case 'refused': {
      const { reason, message, past } = placement;
      return refusal(reason, message, past === undefined ? undefined : onOtherDay(past.date));
    }
    case 'ask': {
      const choices = placement.spans.flatMap((span) => {
        const reading = logSpan(base, span, said, context);
        return reading.kind === 'log' ? [{ label: labelOf(reading.content, context), reading }] : [];
      });
      if (choices.length === 0)
        return refusal(placement.reason === 'future' ? 'future' : 'invalid', placement.message);
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
    return refusal('zero', 'That starts and ends at the same moment; there is nothing to log.');
  const isWithinDay = localDateAt(endedAt - 1, context.zone) === date;
  if (seconds > LONGEST_ENTRY && !isWithinDay) {
    return refusal('too_long', 'One entry has at most 24 hours.');
  }
  const isOtherDay = said === undefined && date !== localDateAt(context.now, context.zone);
  const assumed: Assumption[] = [];
  if (isOtherDay) assumed.push('day');
  if (span.isOverlapHour) assumed.push('overlap-hour');
  return log({ ...base, date, seconds, clock: { startedAt, endedAt } }, assumed, []);
}
