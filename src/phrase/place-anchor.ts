import { LONGEST_ENTRY, type Seconds } from '../duration.ts';
import { addDays, type Instant } from '../time.ts';
import { type Clock, isGuessed } from './clock.ts';
import { clockWords, futureRefusal, gapRefusal } from './place-range.ts';
import { type Placement, type SaidDay, switches } from './placement.ts';
import type { ReadContext } from './reading.ts';
import { costOf, dateOfPart, fitsPart, penaltyOf, type Span } from './span.ts';
import { instantsAt, localDateAt, wallTimeAt } from './zone-clock.ts';

const DAY = 86_400;

/** Which side of the work the clock time is: its start or end with a length, or its start with the end now. */
export type Anchor =
  | { readonly side: 'start' | 'end'; readonly clock: Clock; readonly seconds: Seconds }
  | { readonly side: 'since'; readonly clock: Clock };

/** Finds the latest such clock time that has passed, and what it begins or ends. */
export function placeAnchor(anchor: Anchor, said: SaidDay | undefined, context: ReadContext): Placement {
  const today = localDateAt(context.now, context.zone);
  const { clock } = anchor;
  const options = anchor.side === 'end' ? clock.ends : clock.starts;
  if (options.length === 0) {
    return {
      kind: 'refused',
      reason: 'invalid',
      message: `${clock.text} can only end something: it is the end of the day.`,
    };
  }
  const found = options.map((option) => latest(option, said, context, today));
  const spans = found.flatMap((each) =>
    each.kind === 'at' ? [spanOf(each.instant, each.isTwice, anchor, context)] : [],
  );
  const fitting = spans.filter((span) =>
    fitsPart(said?.part, anchor.side === 'since' ? { start: span.start, end: span.start } : span),
  );
  if (spans.length > 0 && fitting.length === 0) {
    const message = `${clock.text} does not lie in the ${said?.part}.`;
    return { kind: 'refused', reason: 'invalid', message };
  }
  const sorted = fitting.sort((one, other) => edgeOf(other, anchor) - edgeOf(one, anchor));
  const [best, ...rivals] = sorted;
  if (best === undefined) {
    const gap = found.find((each) => each.kind === 'gap');
    if (gap !== undefined) return gapRefusal({ fault: 'gap', date: gap.date, seconds: gap.seconds });
    return { kind: 'refused', reason: 'future', message: `${clock.text} has not passed yet.` };
  }
  const skipped = found.find(
    (each) => each.kind === 'gap' && each.date > localDateAt(edgeOf(best, anchor), context.zone),
  );
  if (skipped?.kind === 'gap')
    return gapRefusal({ fault: 'gap', date: skipped.date, seconds: skipped.seconds });
  const past = rivals.filter((rival) => rival.endedAt <= context.now);
  if (best.endedAt > context.now) {
    const refusal = futureRefusal(best, said, context, today);
    return refusal.kind === 'ask' ? { ...refusal, spans: [...refusal.spans, ...past] } : refusal;
  }
  if (said !== undefined && anchor.side !== 'since') {
    const doubt = doubtOf(best, past, anchor, said, context);
    if (doubt !== undefined) return doubt;
  }
  const plausible = isGuessed(clock) ? past.filter((rival) => isOffered(rival, anchor, context)) : [];
  return {
    kind: 'placed',
    span: best,
    isMeridiemGuess: isGuessed(clock) && past.length > 0,
    others: switches(best, plausible),
  };
}

type Found =
  | { readonly kind: 'at'; readonly instant: Instant; readonly isTwice: boolean }
  | { readonly kind: 'gap'; readonly date: string; readonly seconds: number }
  | { readonly kind: 'none' };

function latest(option: number, said: SaidDay | undefined, { now, zone }: ReadContext, today: string): Found {
  const dates =
    said === undefined ? [today, addDays(today, -1)] : [dateOfPart(said.date, said.part, option % DAY)];
  for (const date of dates) {
    const [first, second] = instantsAt(date, option, zone);
    if (first === undefined) return { kind: 'gap', date, seconds: option };
    if (first <= now) return { kind: 'at', instant: first, isTwice: second !== undefined };
  }
  return { kind: 'none' };
}

function spanOf(instant: Instant, isOverlapHour: boolean, anchor: Anchor, { now, zone }: ReadContext): Span {
  const wholeNow = Math.floor(now / 1000) * 1000;
  const length = anchor.side === 'since' ? Math.max(0, wholeNow - instant) : anchor.seconds * 1000;
  const startedAt = anchor.side === 'end' ? instant - length : instant;
  const endedAt = startedAt + length;
  const began = wallTimeAt(startedAt, zone);
  const ended = wallTimeAt(endedAt, zone);
  const start = began.hour * 3600 + began.minute * 60 + began.second;
  const end = ended.hour * 3600 + ended.minute * 60 + ended.second + (ended.date === began.date ? 0 : DAY);
  return { date: began.date, start, end, startedAt, endedAt, isOverlapHour };
}

/** What goes on until now may be meant as far as an entry can be so long; a length that was said at any hour. */
function isOffered(span: Span, { side }: Anchor, { zone }: ReadContext): boolean {
  if (side !== 'since') return true;
  const seconds = (span.endedAt - span.startedAt) / 1000;
  return seconds <= LONGEST_ENTRY || localDateAt(span.endedAt - 1, zone) === span.date;
}

function edgeOf(span: Span, { side }: Anchor): Instant {
  return side === 'end' ? span.endedAt : span.startedAt;
}

/** On a named day both halves of it have passed: a late hour against the odds is asked about, so is a start the day before. */
function doubtOf(
  best: Span,
  past: readonly Span[],
  anchor: Anchor,
  said: SaidDay,
  context: ReadContext,
): Placement | undefined {
  const likelier = past.find((rival) => penaltyOf(best) > 0 && costOf(rival) < costOf(best));
  if (likelier !== undefined) {
    const message = `${anchor.clock.text} may be ${clockWords(likelier)} or ${clockWords(best)}.`;
    return { kind: 'ask', reason: 'ambiguous', message, spans: [likelier, best] };
  }
  if (anchor.side !== 'end' || best.date === said.date || said.part === 'last night') return undefined;
  const [nextDay] = instantsAt(addDays(said.date, 1), best.end % DAY, context.zone);
  const later = nextDay === undefined ? [] : [spanOf(nextDay, false, anchor, context)];
  const message = `That began on ${best.date}, the day before.`;
  return {
    kind: 'ask',
    reason: 'ambiguous',
    message,
    spans: [best, ...later.filter(({ endedAt }) => endedAt <= context.now)],
  };
}
