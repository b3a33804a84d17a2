/** A part of a day; `last night` reaches into the next morning. */
export type DayPart = 'morning' | 'afternoon' | 'evening' | 'night' | 'last night';

const HOUR = 3600;

/** From when to when a part lasts, in seconds after midnight. */
const SPANS: Readonly<Record<DayPart, readonly [number, number]>> = {
  morning: [0, 12 * HOUR],
  afternoon: [12 * HOUR, 18 * HOUR],
  evening: [16 * HOUR, 24 * HOUR],
  night: [17 * HOUR, 24 * HOUR],
  'last night': [17 * HOUR, 24 * HOUR],
};

/** True where a range from `start` to `end` (seconds after midnight) touches the part. */
export function isWithin(part: DayPart, start: number, end: number): boolean {
  const [from, until] = SPANS[part];
  return (from <= start && start < until) || (from < end && end <= until);
}
