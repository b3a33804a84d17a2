import { addDays, type Instant, type LocalDate, startOfDay, type Zone } from '../time.ts';
import { type DayPart, isWithin } from './day-part.ts';
import { instantsAt } from './zone-clock.ts';

const HOUR = 3600;
const NOON = 12 * HOUR;
const DAY = 24 * HOUR;

/** A range whose am or pm is guessed, or which goes over midnight, has at most so many hours on the wall clock. */
const LONGEST_GUESS = 16 * HOUR;

/** A reading of two clock times: seconds after midnight on the day `date`; `end` is past 86,400 where it crosses midnight. */
export type WallSpan = { readonly date: LocalDate; readonly start: number; readonly end: number };

/** A reading as it happened. `isOverlapHour` is true where a wall time came twice that day and one of them was chosen. */
export type Span = WallSpan & {
  readonly startedAt: Instant;
  readonly endedAt: Instant;
  readonly isOverlapHour: boolean;
};

/** Wall times put on the time line, or why they cannot be. */
export type Placed =
  | Span
  | { readonly fault: 'gap' | 'order'; readonly date: LocalDate; readonly seconds: number };

/** True for wall times that were put on the time line. */
export function isPlaced(placed: Placed): placed is Span {
  return 'startedAt' in placed;
}

/** All readings of `start` to `end` on the wall that keep the rules of order and length. */
export function wallReadings(
  starts: readonly number[],
  ends: readonly number[],
): readonly Pick<WallSpan, 'start' | 'end'>[] {
  const isGuess = starts.length > 1 || ends.length > 1;
  return starts.flatMap((start) =>
    ends.flatMap((end) => {
      if (end > start) return isGuess && end - start > LONGEST_GUESS ? [] : [{ start, end }];
      const overnight = end + DAY;
      const mayCross = start >= NOON && end < NOON && overnight - start <= LONGEST_GUESS;
      return mayCross ? [{ start, end: overnight }] : [];
    }),
  );
}

/** What a reading costs: the cheapest is the likeliest. */
export function costOf(span: Pick<WallSpan, 'start' | 'end'>): number {
  return (span.end - span.start) / 60 + penaltyOf(span);
}

/** What speaks against a reading, apart from its length: the small hours, midnight, the late evening. */
export function penaltyOf({ start, end }: Pick<WallSpan, 'start' | 'end'>): number {
  const early = start < 6 * HOUR ? 800 : 0;
  const late = start >= 19 * HOUR ? 400 : 0;
  return early + late + (end >= DAY ? 500 : 0);
}

/** Puts a reading on the time line of a zone; the second of two equal wall times where the end would not follow the start. */
export function place(wall: WallSpan, zone: Zone): Placed {
  const starts = instantsAt(wall.date, wall.start, zone);
  const ends = endsOf(wall, zone);
  const [startedAt] = starts;
  if (startedAt === undefined) return { fault: 'gap', date: wall.date, seconds: wall.start };
  if (ends.length === 0)
    return { fault: 'gap', date: addDays(wall.date, wall.end >= DAY ? 1 : 0), seconds: wall.end % DAY };
  const endedAt = ends.find((end) => end > startedAt);
  if (endedAt === undefined) return { fault: 'order', date: wall.date, seconds: wall.end };
  return { ...wall, startedAt, endedAt, isOverlapHour: starts.length > 1 || ends.length > 1 };
}

/** The end of a day is there even where its midnight is skipped. */
function endsOf({ date, end }: WallSpan, zone: Zone): readonly Instant[] {
  const ends = instantsAt(date, end, zone);
  return end === DAY && ends.length === 0 ? [startOfDay(addDays(date, 1), zone)] : ends;
}

/** True where the reading fits the part of the day that was said; anything fits where none was. */
export function fitsPart(
  part: DayPart | undefined,
  { start, end }: Pick<WallSpan, 'start' | 'end'>,
): boolean {
  if (part === undefined) return true;
  return isWithin(part, start, end) || (part === 'last night' && start < 6 * HOUR);
}

/** The day on which a time of `last night` lies: its small hours are those of the next day. */
export function dateOfPart(date: LocalDate, part: DayPart | undefined, start: number): LocalDate {
  return part === 'last night' && start < NOON ? addDays(date, 1) : date;
}

/** True for a reading that somebody may mean: one that is dearer or longer gets no switch button. */
export function isPlausible(span: Pick<WallSpan, 'start' | 'end'>): boolean {
  return costOf(span) < 1000 && span.end - span.start <= 12 * HOUR;
}
