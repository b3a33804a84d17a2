import type { Seconds } from '../duration.ts';
import { agoFault, type Moment } from './ago.ts';
import type { Clock } from './clock.ts';
import { clockDoubts, countDoubt, standsAlone } from './clock-doubts.ts';
import { amend, type Doubt, type Draft, type Fault, firstOf, type LooseClock } from './draft.ts';
import { foldLetters, gapOf, MARK, type Piece, TAKEN, textOf } from './mask.ts';
import type { Anchor } from './place-anchor.ts';

/** What the times of a line come to. */
export type Times =
  | { readonly kind: 'amount'; readonly seconds: Seconds }
  /** With a length beside it the two have to agree; `otherwise` is what to ask where they do not. */
  | {
      readonly kind: 'range';
      readonly from: Clock;
      readonly to: Clock;
      readonly length?: { readonly seconds: Seconds; readonly otherwise: Doubt };
    }
  | { readonly kind: 'anchor'; readonly anchor: Anchor }
  | { readonly kind: 'measure' }
  /** `clock` says when it was, where nothing says how long. */
  | { readonly kind: 'none'; readonly faults: readonly Fault[]; readonly clock?: Piece<LooseClock> };

/** What may stand between a length and its clock time: other pieces, commas, a word that joins. */
const GAP = new RegExp(String.raw`^[\s,;()${TAKEN}-]*(?:(?:on|for|and)[\s,${TAKEN}]*)?$`);
/** A draft whose clock times are put where they belong, and what its times come to. */
export type Attached = { readonly draft: Draft; readonly times: Times };

/** Puts clock times to the length they belong to; those that belong to none go back to the note. */
export function attachClocks(draft: Draft, context: Moment): Attached {
  const { amounts, ranges, clocks } = draft;
  const since = clocks.filter(
    (clock) =>
      clock.value.role === 'since' &&
      (clock.value.isSure || amounts.every((amount) => GAP.test(gapOf(draft, amount, clock)))),
  );
  const beside = clocks.filter((clock) => ranges.some((range) => isLedBeside(draft, range, clock)));
  const [range] = ranges;
  const [amount] = amounts;
  const isLengthOfRange =
    amount !== undefined && amounts.length === 1 && ranges.length === 1 && since.length + beside.length === 0;
  const tooMany = tooManyTimes(draft, [...amounts, ...ranges, ...since, ...beside]);
  if (tooMany !== undefined && !(isLengthOfRange && range?.value.to !== 'now')) return none(draft, tooMany);
  if (range !== undefined) {
    const { from, to } = range.value;
    if (to === 'now') return anchored(draft, [], { side: 'since', clock: from });
    return ranged(draft, [], { from, to, ...lengthOf(draft, amount, range) });
  }
  const [started] = since;
  if (started !== undefined) return anchored(draft, [started], { side: 'since', clock: started.value.clock });
  if (amount === undefined) return withoutAmount(draft);
  const ago = agoFault(draft, amount, context);
  return ago === undefined ? withAmount(draft, amount) : none(draft, ago);
}

function withAmount(draft: Draft, amount: Piece<Seconds>): Attached {
  const [clock, second] = clocksOf(draft, amount);
  if (clock !== undefined) {
    const to = draft.clocks.find((each) => isEndOf(draft, clock, each));
    if (to !== undefined && (second === undefined || second === to)) {
      const place = { value: undefined, start: clock.start, end: to.end };
      const times = { from: clock.value.clock, to: to.value.clock, ...lengthOf(draft, amount, place) };
      return ranged(draft, [clock, to], times);
    }
    const fault = second === undefined ? undefined : tooManyTimes(draft, [clock, second]);
    if (fault !== undefined) return none(draft, fault);
    const side = clock.value.role === 'end' ? 'end' : 'start';
    const { draft: kept, times } = anchored(draft, [clock], {
      side,
      clock: clock.value.clock,
      seconds: amount.value,
    });
    return { draft: { ...kept, doubts: [...kept.doubts, ...countDoubt(draft, clock)] }, times };
  }
  const doubts = firstOf(draft.clocks, (loose) => clockDoubts(draft, amount, loose));
  return {
    draft: { ...restore(draft, []), doubts: [...draft.doubts, ...doubts] },
    times: { kind: 'amount', seconds: amount.value },
  };
}

/** The clock times that stand with a length: behind a word that leads them, or bare before `for`. */
function clocksOf(draft: Draft, amount: Piece<Seconds>): readonly Piece<LooseClock>[] {
  return draft.clocks.filter((clock) => {
    const gap = gapOf(draft, amount, clock);
    if (clock.value.role === 'to' || !GAP.test(gap)) return false;
    return clock.value.role !== 'bare' || (clock.end <= amount.start && / for $/.test(gap));
  });
}

/** A time that says when beside a range that says it already. */
function isLedBeside(draft: Draft, range: Piece<unknown>, clock: Piece<LooseClock>): boolean {
  const { role, isSure } = clock.value;
  if (role === 'to' && range.end <= clock.start && /^\s?$/.test(gapOf(draft, range, clock))) {
    return isSure || standsAlone(draft, clock);
  }
  if (role === 'bare' && isSure && /^ ?-+ ?$/.test(gapOf(draft, range, clock))) return true;
  return isSure && (role === 'start' || role === 'end') && GAP.test(gapOf(draft, range, clock));
}

function none(draft: Draft, fault: Fault): Attached {
  return { draft: restore(draft, []), times: { kind: 'none', faults: [fault] } };
}

function anchored(draft: Draft, kept: readonly Piece<LooseClock>[], anchor: Anchor): Attached {
  return { draft: restore(draft, kept), times: { kind: 'anchor', anchor } };
}

function ranged(
  draft: Draft,
  kept: readonly Piece<LooseClock>[],
  range: Omit<Times & { kind: 'range' }, 'kind'>,
): Attached {
  return { draft: restore(draft, kept), times: { kind: 'range', ...range } };
}

/** `from 3 to 5`, where each hour was taken by itself. */
function isEndOf(draft: Draft, from: Piece<LooseClock>, to: Piece<LooseClock>): boolean {
  const isEnd = to.value.role === 'to' || to.value.role === 'end';
  return from.value.role === 'start' && isEnd && from.end <= to.start && /^\s?$/.test(gapOf(draft, from, to));
}

/** A length beside a range: which of the two is meant where they disagree. */
function lengthOf(
  draft: Draft,
  amount: Piece<Seconds> | undefined,
  range: Piece<unknown>,
): Pick<Times & { kind: 'range' }, 'length'> {
  if (amount === undefined) return {};
  const [length, times] = [textOf(draft, amount).trim(), textOf(draft, range).trim()];
  return {
    length: {
      seconds: amount.value,
      otherwise: {
        message: `“${times}” is not ${length} long: which of the two is it?`,
        lines: [amend(draft, amount, ''), amend(draft, range, '')],
      },
    },
  };
}

function withoutAmount(draft: Draft): Attached {
  const [from, to] = draft.clocks;
  const isRange =
    from !== undefined &&
    to !== undefined &&
    (from.value.role === 'start' || from.value.role === 'bare') &&
    (to.value.role === 'end' || to.value.role === 'to') &&
    GAP.test(gapOf(draft, from, to));
  if (isRange) return ranged(draft, [from, to], { from: from.value.clock, to: to.value.clock });
  const times: Times =
    draft.measures.length > 0
      ? { kind: 'measure' }
      : { kind: 'none', faults: [], ...(from === undefined ? {} : { clock: from }) };
  return { draft: restore(draft, []), times };
}

function tooManyTimes(draft: Draft, pieces: readonly Piece<unknown>[]): Fault | undefined {
  const [first, second] = [...pieces].sort((one, other) => one.start - other.start);
  if (first === undefined || second === undefined) return undefined;
  const message = `One line is for one time: I read both “${textOf(draft, first).trim()}” and “${textOf(draft, second).trim()}”.`;
  return { reason: 'too_many', message, start: second.start, end: second.end, instead: '' };
}

/** The draft with the letters of all single clock times but `kept` back in its mask. */
function restore(draft: Draft, kept: readonly Piece<LooseClock>[]): Draft {
  const letters = foldLetters(draft.text);
  let mask = '';
  let end = 0;
  for (const clock of draft.clocks) {
    if (kept.includes(clock)) continue;
    mask += draft.mask.slice(end, clock.start);
    for (let at = clock.start; at < clock.end; at += 1) {
      mask += draft.mask[at] === MARK.clock ? letters.charAt(at) : draft.mask.charAt(at);
    }
    end = clock.end;
  }
  return { ...draft, mask: mask + draft.mask.slice(end), clocks: kept };
}
