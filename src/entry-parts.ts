import type { Seconds } from './duration.ts';
import type { ClockTimes, EntryContent } from './entry.ts';
import { type Instant, instantAt, type LocalDate, localDateOf, wallTimeOf } from './time.ts';

/** With which part of a split entry its note and its measures stay. Tags and task stay with both. */
export type Keeper = 'first' | 'second';

/**
 * The two parts of an entry that is cut `after` so many seconds of it; the second one lies on the day on which it begins.
 * `undefined` where the cut lies at its edge or outside, or where the entry holds no time.
 */
export function splitEntry(
  entry: EntryContent,
  after: Seconds,
  keeper: Keeper,
): readonly [EntryContent, EntryContent] | undefined {
  const { seconds = 0, clock } = entry;
  if (after <= 0 || after >= seconds) return undefined;
  const [first, second] = keeper === 'first' ? [entry, bare(entry)] : [bare(entry), entry];
  if (clock === undefined)
    return [
      { ...first, seconds: after },
      { ...second, seconds: seconds - after },
    ];
  const cut = clock.startedAt + after * 1000;
  return [
    during(first, { startedAt: clock.startedAt, endedAt: cut }),
    during(second, { startedAt: cut, endedAt: clock.endedAt }),
  ];
}

/**
 * What is left of an entry when the time of another one is taken out of it: two parts around it, one beside it, or nothing.
 * Note and measures stay with the first part. Times are those of the clock; an entry without them is left as it is.
 */
export function entryWithout(entry: EntryContent, taken: ClockTimes): readonly EntryContent[] {
  const { clock } = entry;
  if (clock === undefined) return [entry];
  const stretches = [
    { startedAt: clock.startedAt, endedAt: Math.min(clock.endedAt, taken.startedAt) },
    { startedAt: Math.max(clock.startedAt, taken.endedAt), endedAt: clock.endedAt },
  ].filter(({ startedAt, endedAt }) => endedAt - startedAt >= 1000);
  return stretches.map((stretch, index) => during(index === 0 ? entry : bare(entry), stretch));
}

/**
 * The same entry on another day: it begins at the same time of the clock there and is as long as it was. `undefined` where
 * the clocks skip that time on that day.
 */
export function entryOnDay(entry: EntryContent, date: LocalDate): EntryContent | undefined {
  const { clock, zone } = entry;
  if (clock === undefined) return { ...entry, date };
  const startedAt = instantAt({ ...wallTimeOf(clock.startedAt, zone), date }, zone);
  if (startedAt === undefined) return undefined;
  return { ...entry, date, clock: { startedAt, endedAt: startedAt + (clock.endedAt - clock.startedAt) } };
}

/** The entry as a length of `date` in `zone`: when on the clock it was is not known of a copy. */
export function copyOfEntry(entry: EntryContent, date: LocalDate, zone: string): EntryContent {
  const { seconds, measures, tags, task, note } = entry;
  return {
    date,
    zone,
    ...(seconds === undefined ? {} : { seconds }),
    measures,
    tags,
    ...(task === undefined ? {} : { task }),
    ...(note === undefined ? {} : { note }),
  };
}

function during(entry: EntryContent, clock: { startedAt: Instant; endedAt: Instant }): EntryContent {
  const seconds = Math.round((clock.endedAt - clock.startedAt) / 1000);
  return { ...entry, date: localDateOf(clock.startedAt, entry.zone), seconds, clock };
}

/** What stays with both parts. */
function bare({ note: _note, ...entry }: EntryContent): EntryContent {
  return { ...entry, measures: [] };
}
