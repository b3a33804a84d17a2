import type { Seconds } from '../duration.ts';
import { addDays } from '../time.ts';
import { type Clock, isGuessed } from './clock.ts';
import { type Placement, type SaidDay, switches } from './placement.ts';
import type { ReadContext } from './reading.ts';
import {
  costOf,
  dateOfPart,
  fitsPart,
  isPlaced,
  isPlausible,
  type Placed,
  penaltyOf,
  place,
  type Span,
  type WallSpan,
  wallReadings,
} from './span.ts';
import { dayText, wallText } from './wall-words.ts';
import { localDateAt } from './zone-clock.ts';

const NOON = 43_200;
const DAY = 86_400;

/**
 * Finds what two clock times mean: which half of the day, which day, which instants. Where `seconds` are said beside them,
 * only readings of that length count; `too_many` where there is none.
 */
export function placeRange(
  from: Clock,
  to: Clock,
  said: SaidDay | undefined,
  context: ReadContext,
  seconds?: Seconds,
): Placement {
  const today = localDateAt(context.now, context.zone);
  const words = `${from.text}-${to.text}`;
  const all = wallSpans(from, to, said, today, context);
  const fitting = all.filter((wall) => fitsPart(said?.part, wall));
  if (all.length > 0 && fitting.length === 0) {
    return { kind: 'refused', reason: 'invalid', message: `${words} does not lie in the ${said?.part}.` };
  }
  const placed = fitting
    .map((wall) => ({ wall, placed: place(wall, context.zone) }))
    .filter((each) => seconds === undefined || lengthOf(each.placed) === seconds);
  if (seconds !== undefined && placed.length === 0) {
    return { kind: 'refused', reason: 'too_many', message: `${words} is of another length.` };
  }
  const past = spansOf(placed.map((each) => each.placed))
    .filter(({ endedAt }) => endedAt <= context.now)
    .sort(byLikelihood);
  const future = spansOf(placed.map((each) => each.placed))
    .filter(({ endedAt }) => endedAt > context.now)
    .sort(byLikelihood);
  const [best, ...rivals] = past;
  const [missed] = future;
  const gap = placed.find((each) => !isPlaced(each.placed) && each.placed.fault === 'gap');
  if (gap !== undefined && (best === undefined || costOf(gap.wall) < costOf(best)))
    return gapRefusal(gap.placed);
  if (best !== undefined) {
    if (penaltyOf(best) > 0 && missed !== undefined && costOf(missed) < costOf(best)) {
      // Nobody means thirteen hours who did not say on which day.
      const isLikely = best.end - best.start <= NOON || said !== undefined;
      if (!isLikely) {
        const refusal = futureRefusal(missed, said, context, today);
        return refusal.kind === 'ask' ? { ...refusal, reason: 'ambiguous' } : refusal;
      }
      const message = `${words} may be ${clockWords(best)}, but the likelier ${clockWords(missed)} has not passed yet.`;
      const spans = said === undefined ? [best, ...dayEarlier(missed, context)] : [best];
      return { kind: 'ask', reason: 'ambiguous', message, spans };
    }
    const plausible = rivals.filter(isPlausible);
    const isRivalSkipped = gap !== undefined && isPlausible(gap.wall);
    return {
      kind: 'placed',
      span: best,
      isMeridiemGuess: plausible.length > 0 || isRivalSkipped,
      others: switches(best, plausible),
    };
  }
  if (missed !== undefined) return futureRefusal(missed, said, context, today);
  return {
    kind: 'refused',
    reason: 'order',
    message: `${to.text} is not after ${from.text}. A range over midnight starts from noon on, ends before noon, and has at most 16 hours.`,
  };
}

/** A reading that lies in the future: offered a day earlier where the day was not said. */
export function futureRefusal(
  missed: Span,
  said: SaidDay | undefined,
  context: ReadContext,
  today: string,
): Placement {
  const message = `${clockWords(missed)} ${dayText(missed.date, today)} has not passed yet.`;
  const earlier = dayEarlier(missed, context);
  if (said === undefined && earlier.length > 0) {
    return {
      kind: 'ask',
      reason: 'future',
      message: `${message} The nearest that has is a day earlier.`,
      spans: earlier,
    };
  }
  const [past] = earlier;
  return { kind: 'refused', reason: 'future', message, ...(past === undefined ? {} : { past }) };
}

/** The refusal of a clock time that the change of the clocks skipped. */
export function gapRefusal(placed: Placed): Placement {
  const seconds = 'fault' in placed ? placed.seconds : 0;
  const message = `${wallText(seconds)} does not exist on ${placed.date}: the clocks skip it that day.`;
  return { kind: 'refused', reason: 'gap', message };
}

/** The wall times of a span as they are shown: `9:30-11:00`. */
export function clockWords({ start, end }: Pick<WallSpan, 'start' | 'end'>): string {
  return `${wallText(start)}-${wallText(end)}`;
}

function lengthOf(placed: Placed): Seconds | undefined {
  return isPlaced(placed) ? (placed.endedAt - placed.startedAt) / 1000 : undefined;
}

function spansOf(placed: readonly Placed[]): Span[] {
  return placed.filter(isPlaced);
}

function byLikelihood(one: Span, other: Span): number {
  return costOf(one) - costOf(other) || other.endedAt - one.endedAt;
}

function dayEarlier(span: Span, { now, zone }: ReadContext): readonly Span[] {
  const placed = place({ date: addDays(span.date, -1), start: span.start, end: span.end }, zone);
  return isPlaced(placed) && placed.endedAt <= now ? [placed] : [];
}

function wallSpans(
  from: Clock,
  to: Clock,
  said: SaidDay | undefined,
  today: string,
  { now, zone }: ReadContext,
): readonly WallSpan[] {
  const starts = isOf24Hours(to) ? withoutMidnight(from.starts) : from.starts;
  const ends = isOf24Hours(from) && isEarly(from) ? withoutMidnight(to.ends) : to.ends;
  const isSame = JSON.stringify(starts) === JSON.stringify(ends);
  const readings = isSame ? [] : wallReadings(starts, ends);
  if (said !== undefined) {
    const spans = readings.map((wall) => ({ ...wall, date: dateOfPart(said.date, said.part, wall.start) }));
    return [...spans, ...hourTwice(from, to, said.date, zone)];
  }
  const spans = readings.map((wall) => {
    if (wall.end < DAY || wall.start < NOON) return { ...wall, date: today };
    const dates = [today, addDays(today, -1), addDays(today, -2)].filter((date) => {
      const placed = place({ ...wall, date }, zone);
      return isPlaced(placed) && placed.endedAt <= now;
    });
    return { ...wall, date: dates[0] ?? addDays(today, -1) };
  });
  return [...spans, ...hourTwice(from, to, today, zone)];
}

/** From the late afternoon on, `12` is the midnight that comes. */
function isEarly({ starts }: Clock): boolean {
  return starts.every((start) => start < NOON + 4 * 3600);
}

/** True for `13:00` and the like; beside it `12:30` is not half past midnight. */
function isOf24Hours({ starts, text }: Clock): boolean {
  if (starts.length > 1 || !/^\d{1,2}(?:[:.h]\d\d)?$/.test(text)) return false;
  return /^0[1-9]/.test(text) || starts.some((start) => start >= NOON + 3600);
}

function withoutMidnight(options: readonly number[]): readonly number[] {
  return options.length > 1 && options.some((option) => option < 3600)
    ? options.filter((option) => option >= NOON)
    : options;
}

/** `1:45-1:15` in the hour that comes twice: the end is its second coming. */
function hourTwice(from: Clock, to: Clock, date: string, zone: string): readonly WallSpan[] {
  if (isGuessed(from) !== isGuessed(to)) return [];
  return from.starts.flatMap((start, at) => {
    const end = to.ends[at];
    if (end === undefined || end > start) return [];
    const wall = { date, start, end };
    return isPlaced(place(wall, zone)) ? [wall] : [];
  });
}
