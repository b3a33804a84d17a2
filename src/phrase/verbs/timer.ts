import type { Instant } from '../../time.ts';
import { takeAmounts } from '../amounts.ts';
import type { Clock } from '../clock.ts';
import { takeClocks } from '../clocks.ts';
import type { Command, OtherMoments, TimerText } from '../command.ts';
import { takeDays } from '../days.ts';
import type { Draft } from '../draft.ts';
import { cover, gapOf, MARK, type Piece, TAKEN } from '../mask.ts';
import { noteOf } from '../note.ts';
import { placeAnchor } from '../place-anchor.ts';
import type { SaidDay } from '../placement.ts';
import { takeRanges } from '../ranges.ts';
import type { ErrorReading, ReadContext } from '../reading.ts';
import { nameDraft, refusalOf, type Verb } from './verb.ts';

/** A time given to start or stop that lies further back than this is rather one to come. */
const LATEST_AGO = 16 * 3600 * 1000;

/** `start`, `stop`, `switch`: free text, with a time of their own (`at 9:40`, `20 minutes ago`). */
export const TIMER_VERBS: readonly Verb[] = [
  timerVerb(/^start(?: (?:the |a )?timer)?(?=\s|$)/i, starts),
  { ...timerVerb(/^started(?: (?:the |a )?timer)?(?=\s|$)/i, starts), isTold: true },
  timerVerb(/^switch(?: to)?(?=\s|$)/i, (text, when) => ({
    name: 'switch',
    ...text,
    ...startOf(when),
  })),
  timerVerb(/^stop(?: (?:the )?timer)?(?: now)?(?=\s|$)/i, stops),
  { ...timerVerb(/^stopped(?: (?:the )?timer)?(?: now)?(?=\s|$)/i, stops), isTold: true },
];

function starts(text: TimerText, when: KnownMoment): Command {
  return { name: 'start', ...text, ...startOf(when) };
}

function stops(text: TimerText, when: KnownMoment): Command {
  const ended = when.kind === 'at' ? { endedAt: when.instant, ...othersOf(when.rivals) } : {};
  return { name: 'stop', ...text, ...ended };
}

function timerVerb(opening: RegExp, build: (text: TimerText, when: KnownMoment) => Command): Verb {
  return {
    opening,
    takesText: true,
    read(rest, context) {
      const named = nameDraft(rest, context);
      const refusal = refusalOf(named);
      if (refusal !== undefined) return refusal;
      const when = momentOf(named, context);
      if (when.kind === 'refused') return when.refusal;
      const left = { text: named.text, mask: cover(named.mask, when.pieces, MARK.clock) };
      const note = noteOf(left);
      const [task] = named.tasks;
      const text: TimerText = {
        tags: [...new Set(named.tags.map(({ value }) => value))],
        measures: named.measures.map(({ value }) => value),
        ...(task === undefined ? {} : { task: task.value }),
        ...(note === undefined ? {} : { note }),
      };
      return build(text, when);
    },
  };
}

function startOf(when: KnownMoment) {
  return when.kind === 'at' ? { startedAt: when.instant, ...othersOf(when.likely) } : {};
}

function othersOf(otherMoments: readonly Instant[]): OtherMoments {
  return otherMoments.length === 0 ? {} : { otherMoments };
}

type KnownMoment = Exclude<Moment, { readonly kind: 'refused' }>;

type Moment =
  | { readonly kind: 'none'; readonly pieces: readonly Piece<unknown>[] }
  | {
      readonly kind: 'at';
      readonly instant: Instant;
      /** Other readings that the reader would offer for work that goes on. */
      readonly likely: readonly Instant[];
      /** Every other reading that has passed: a timer that ran long may have stopped at any of them. */
      readonly rivals: readonly Instant[];
      readonly pieces: readonly Piece<unknown>[];
    }
  | { readonly kind: 'refused'; readonly refusal: ErrorReading };

/** When the timer is to start or stop: a clock time by the past rule, or so long ago; `none` where it is now. */
function momentOf(named: Draft, context: ReadContext): Moment {
  const timed = takeClocks(takeRanges(takeAmounts(named)));
  const refusal = refusalOf(timed);
  if (refusal !== undefined) return { kind: 'refused', refusal };
  const draft = takeDays(timed, context);
  const [amount, secondAmount] = draft.amounts;
  const ago = amount === undefined ? null : /^ ago(?![\w])/.exec(draft.mask.slice(amount.end));
  if (amount !== undefined && secondAmount === undefined && ago !== null) {
    const pieces = [{ ...amount, end: amount.end + ago[0].length }];
    const instant = Math.floor(context.now / 1000) * 1000 - amount.value * 1000;
    return { kind: 'at', instant, likely: [], rivals: [], pieces };
  }
  const clock = draft.clocks.find(({ value, start, end }) => {
    if (value.role === 'start' || value.role === 'since') return true;
    const isAlone = draft.mask.slice(0, start).trim() === '' || draft.mask.slice(end).trim() === '';
    return value.role === 'bare' && isAlone && draft.amounts.length === 0;
  });
  if (clock === undefined) return dayAlone(draft) ?? { kind: 'none', pieces: [] };
  const day = draft.days.find((each) => /^[\s,]*(?:at )?$/.test(gapOf(draft, each, clock)));
  if (day?.value.kind === 'future') {
    return { kind: 'refused', refusal: { kind: 'error', reason: 'future', message: day.value.message } };
  }
  const said = day?.value.kind === 'date' ? day.value : undefined;
  const placed = placeAnchor({ side: 'since', clock: clock.value.clock }, said, context);
  if (placed.kind === 'refused') {
    return { kind: 'refused', refusal: { kind: 'error', reason: placed.reason, message: placed.message } };
  }
  const span = placed.kind === 'placed' ? placed.span : placed.spans[0];
  if (span === undefined) return { kind: 'none', pieces: [] };
  if (said === undefined && context.now - span.startedAt > LATEST_AGO) {
    const message = `${clock.value.clock.text} has not come yet.`;
    return {
      kind: 'refused',
      refusal: { kind: 'error', reason: 'future', message, fault: clock.value.clock.text },
    };
  }
  const pieces = [clock, ...(day === undefined ? [] : [day])].sort((one, other) => one.start - other.start);
  const likely = placed.kind === 'placed' ? placed.others.map((other) => other.span) : placed.spans.slice(1);
  return {
    kind: 'at',
    instant: span.startedAt,
    likely: likely.map(({ startedAt }) => startedAt),
    rivals: otherHalves(clock.value.clock, said, context).filter((instant) => instant !== span.startedAt),
    pieces: joined(pieces),
  };
}

/** A day with no time on it says when no better than nothing: it is refused where no other words make a note of it. */
function dayAlone(draft: Draft): Moment | undefined {
  const [day] = draft.days;
  if (day === undefined || draft.amounts.length > 0) return undefined;
  const rest = draft.mask.slice(0, day.start) + draft.mask.slice(day.end);
  if (new RegExp(`[^\\s${TAKEN}]`).test(rest)) return undefined;
  const fault = draft.text.slice(day.start, day.end);
  const message =
    day.value.kind === 'future'
      ? day.value.message
      : `“${fault}” names a day and no time on it, such as at 9:00.`;
  return { kind: 'refused', refusal: { kind: 'error', reason: 'invalid', message, fault } };
}

/** The last time of each half of the day that a clock time may mean. */
function otherHalves(clock: Clock, said: SaidDay | undefined, context: ReadContext): readonly Instant[] {
  return clock.starts.flatMap((start) => {
    const placed = placeAnchor({ side: 'since', clock: { ...clock, starts: [start] } }, said, context);
    return placed.kind === 'placed' ? [placed.span.startedAt] : [];
  });
}

/** One piece after the other; a day inside a clock time's words is covered with it. */
function joined(pieces: readonly Piece<unknown>[]): readonly Piece<unknown>[] {
  return pieces.filter(
    (piece, at) =>
      !pieces.some((other, index) => index !== at && other.start <= piece.start && piece.end <= other.end),
  );
}
