import { formatDuration, SECONDS_PER_HOUR, SECONDS_PER_MINUTE, type Seconds } from '../duration.ts';
import { LARGEST_STEP, type Rounding, SMALLEST_STEP, USUAL_STEP } from '../rounding.ts';
import { readAmountAt } from './amount-words.ts';
import type { Draft, Fault } from './draft.ts';
import { cover, MARK, TAKEN } from './mask.ts';

/** `rounded up to`, `round to the nearest`, `rounded`: what leads to the step. */
const LEAD =
  /(?<![\w])round(?:ed|ing)?(?: (?<way>up|down|off))?(?<to> (?:to|by))?(?: the)?(?<full> (?:nearest|closest|next|full|whole))?(?![\w])/;
const ONE_UNIT = /^(?:(?:(quarter)s?(?: of an)?|(half)(?: an?)?)[ -])?(?:(hour|hr|h)|(minute|min))s?(?![\w])/;
const EACH = /^ (?:(?:for |per |of )?(?:each|every)(?: one| entry)?|per entry)(?![\w])/;
/** Where the word may stand without a step: nothing that belongs to it follows. */
const NOTHING_AFTER = new RegExp(String.raw`^[\s,.!]*(?:[${TAKEN}]|by |per |share|$)`);

/** How a line wants its times rounded; a fault where the step is none that can be used. */
export type RoundingRead = { readonly draft: Draft; readonly rounding?: Rounding; readonly fault?: Fault };

/** Takes `rounded to 15m`, `rounded up to 6 minutes`, `round to the nearest quarter hour`, `rounded down`. */
export function takeRounding(draft: Draft): RoundingRead {
  const match = LEAD.exec(draft.mask);
  if (match === null) return { draft };
  const { way, to, full } = match.groups ?? {};
  const after = match.index + match[0].length;
  const step = stepAt(draft.mask, draft.mask[after] === ' ' ? after + 1 : after);
  const stands = way !== undefined || (match[0] === 'rounded' && NOTHING_AFTER.test(draft.mask.slice(after)));
  if (step === undefined && (to !== undefined || full !== undefined || !stands)) return { draft };
  const stepEnd = step?.end ?? after;
  const end = stepEnd + (EACH.exec(draft.mask.slice(stepEnd))?.[0].length ?? 0);
  const place = { start: match.index, end };
  const rest = { ...draft, mask: cover(draft.mask, [{ value: 0, ...place }], MARK.amount) };
  const seconds = step === undefined ? USUAL_STEP : step.seconds;
  if (seconds === undefined || seconds < SMALLEST_STEP || seconds > LARGEST_STEP) {
    const [least, most] = [formatDuration(SMALLEST_STEP), formatDuration(LARGEST_STEP)];
    const written = draft.text.slice(place.start, place.end);
    const message = `“${written}” can’t be done: a step has ${least} to ${most}.`;
    return { draft: rest, fault: { reason: 'invalid', message, ...place, instead: 'rounded to 15m' } };
  }
  return { draft: rest, rounding: { step: seconds, way: way === 'up' || way === 'down' ? way : 'nearest' } };
}

/** True where rounding is asked for in so many words; `round 30m` alone may be work of half an hour. */
export function isSureRounding(line: string): boolean {
  return /(?<!\w)round(?:ed|ing)? (?:up|down|off|to|by|the)(?!\w)/i.test(line);
}

function stepAt(
  mask: string,
  start: number,
): { readonly seconds?: Seconds; readonly end: number } | undefined {
  const unit = ONE_UNIT.exec(mask.slice(start, start + 40));
  if (unit !== null) {
    const [written, quarter, half, hour] = unit;
    const whole = hour === undefined ? SECONDS_PER_MINUTE : SECONDS_PER_HOUR;
    const seconds = quarter === undefined ? (half === undefined ? whole : whole / 2) : whole / 4;
    return { seconds, end: start + written.length };
  }
  return readAmountAt(mask, start);
}
