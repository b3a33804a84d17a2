import { addDays, type Instant } from '../time.ts';
import type { Clock } from './clock.ts';
import { type Field, readClockField } from './read-fields.ts';
import { readLine } from './read-line.ts';
import type { ReadContext } from './reading.ts';
import { instantsAt, localDateAt } from './zone-clock.ts';

/** When something ended, and when else the same words may mean. */
export type MomentRead = { readonly at: Instant; readonly otherMoments: readonly Instant[] };

/** A clock time alone is looked for on so many days after the start. */
const MOST_DAYS = 31;

const HOW = 'Write a time, such as 17:30, yesterday at 6pm or 20 minutes ago.';

/**
 * When work that began at `since` ended, after it and not after now. A clock time alone is the first one after the start;
 * everything else is read as it is after `stop`.
 */
export function readMomentField(text: string, since: Instant, context: ReadContext): Field<MomentRead> {
  const clock = readClockField(text);
  const moments =
    clock.kind === 'value' ? momentsAfter(clock.value, since, context) : momentsSaid(text, context);
  if (typeof moments === 'string') return { kind: 'error', message: moments };
  const [at, ...otherMoments] = moments.filter((moment) => moment > since && moment <= context.now);
  if (at !== undefined) return { kind: 'value', value: { at, otherMoments } };
  return { kind: 'error', message: `“${text}” does not lie between the start and now.` };
}

/** The first such time of each half of the day that it may mean, in their order. */
function momentsAfter(clock: Clock, since: Instant, { now, zone }: ReadContext): readonly Instant[] {
  const first = localDateAt(since, zone);
  const days = Array.from({ length: MOST_DAYS }, (_, index) => addDays(first, index));
  return clock.ends
    .flatMap((seconds) => {
      const passed = days.flatMap((day) => instantsAt(day, seconds, zone));
      return passed.find((moment) => moment > since && moment <= now) ?? [];
    })
    .toSorted((one, other) => one - other);
}

/** What the words mean after `stop`, or what is wrong with them. */
function momentsSaid(text: string, context: ReadContext): readonly Instant[] | string {
  for (const line of [`stop ${text}`, `stop at ${text}`]) {
    const reading = readLine(line, context);
    if (reading.kind === 'error' && reading.reason !== 'no_duration') return reading.message;
    if (reading.kind !== 'command' || reading.command.name !== 'stop') continue;
    const { endedAt, otherMoments = [], tags, task, note, measures } = reading.command;
    const isMore = tags.length + measures.length > 0 || task !== undefined || note !== undefined;
    if (endedAt !== undefined && !isMore) return [endedAt, ...otherMoments];
  }
  return HOW;
}
