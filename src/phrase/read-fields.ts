import { LONGEST_ENTRY, SECONDS_PER_HOUR, type Seconds } from '../duration.ts';
import type { Measure } from '../measure.ts';
import { type Tag, tagOf } from '../tag.ts';
import { LARGEST_TASK_NUMBER, type TaskNumber } from '../task.ts';
import { takeAmounts } from './amounts.ts';
import { clean } from './clean.ts';
import { type Clock, isClock, readClock } from './clock.ts';
import { clockTokens } from './clock-tokens.ts';
import { type Draft, newDraft } from './draft.ts';
import { takeMeasures } from './measures.ts';
import type { ReadContext } from './reading.ts';

/** What one field of a form holds, or what is wrong with it, in words to show at the field. */
export type Field<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'error'; readonly message: string };

/** A length such as `1h30`, `90 min` or `half an hour`, in seconds: more than nothing, at most 24 hours. */
export function readLengthField(text: string): Field<Seconds> {
  const draft = takeAmounts(newDraft(clean(text)));
  const [amount, second] = draft.amounts;
  const [fault] = draft.faults;
  if (fault !== undefined) return error(fault.message);
  if (amount === undefined || second !== undefined || !isWhole(draft, amount)) {
    return error('Write a length of time, such as 45m, 1h 30m or 1.5h.');
  }
  if (amount.value === 0) return error('That is no time at all.');
  return amount.value > LONGEST_ENTRY ? error('That is more than 24 hours.') : value(amount.value);
}

/** How long a task may be estimated at: many years of many people. */
const LONGEST_ESTIMATE: Seconds = 100_000 * SECONDS_PER_HOUR;

/** What a task is estimated at, such as `4h`, `~90m` or `120h`, in seconds; it may be longer than a day. */
export function readEstimateField(text: string): Field<Seconds> {
  const draft = takeAmounts(newDraft(clean(text)));
  const [amount, second] = draft.amounts;
  const [fault] = draft.faults;
  if (fault !== undefined) return error(fault.message);
  if (amount === undefined || second !== undefined || !isWhole(draft, amount)) {
    return error('Write a length of time, such as 4h, 90m or 120h.');
  }
  if (amount.value === 0) return error('That is no time at all. Leave it empty for no estimate.');
  return amount.value > LONGEST_ESTIMATE ? error('That is more than 100,000 hours.') : value(amount.value);
}

/** A clock time such as `9:30`, `2pm` or `14`; am or pm is open where it is not said. */
export function readClockField(text: string): Field<Clock> {
  const { text: words, mask } = clean(text);
  const [token] = clockTokens(mask);
  if (token === undefined || token.text !== mask || mask === 'now')
    return error('Write a time, such as 9:30, 2pm or 14:00.');
  const read = readClock(words);
  return isClock(read) ? value(read) : error(read.message);
}

/** Tags with or without `#`, between spaces or commas, each once. */
export function readTagsField(text: string): Field<readonly Tag[]> {
  const written = clean(text)
    .text.split(/[\s,;]+/)
    .filter((word) => word !== '');
  const tags = new Set<Tag>();
  for (const word of written) {
    const tag = tagOf(word);
    if (tag === undefined)
      return error(`“${word}” is no tag: letters, digits, - and _, at most 50, and one letter at least.`);
    tags.add(tag);
  }
  return value([...tags]);
}

/** Amounts with their units: `5 km, 12 pages`. */
export function readMeasuresField(
  text: string,
  context: Pick<ReadContext, 'units'>,
): Field<readonly Measure[]> {
  const draft = takeMeasures(newDraft(clean(text)), context);
  const [fault] = draft.faults;
  if (fault !== undefined) return error(fault.message);
  const unread = draft.mask.replace(/[\uE003\s,;]|\band\b/g, '');
  if (unread !== '') return error('Write amounts with their units, such as 5 km or 12 pages.');
  return value(draft.measures.map((piece) => piece.value));
}

/** A task as `task-12`, `#12` or `12`. */
export function readTaskField(text: string): Field<TaskNumber> {
  const number = Number(/^(?:task-|#)?(\d{1,9})$/i.exec(clean(text).text)?.[1] ?? 0);
  return number >= 1 && number <= LARGEST_TASK_NUMBER
    ? value(number)
    : error('Write a task such as task-12.');
}

function isWhole({ text }: Draft, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return start === 0 && end === text.length;
}

function value<T>(read: T): Field<T> {
  return { kind: 'value', value: read };
}

function error(message: string): { readonly kind: 'error'; readonly message: string } {
  return { kind: 'error', message };
}
