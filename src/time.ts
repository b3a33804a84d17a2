import { getISO } from 'temporal-polyfill/fns/Calendar';
import * as Moment from 'temporal-polyfill/fns/Instant';
import * as PlainDate from 'temporal-polyfill/fns/PlainDate';
import * as PlainTime from 'temporal-polyfill/fns/PlainTime';
import * as Zoned from 'temporal-polyfill/fns/ZonedDateTime';

/** A point on the UTC time line, in whole milliseconds since 1970. */
export type Instant = number;

/** A day of the calendar without a zone, `yyyy-mm-dd`. */
export type LocalDate = string;

/** An IANA time zone name, such as `America/New_York`. */
export type Zone = string;

/** A time on the wall clock to the minute, `hh:mm`, `00:00` to `23:59`. */
export type TimeOfDay = string;

/** An ISO weekday: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** The days of a week, Monday first. */
export const WEEK = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];

/** The wall clock of one zone at one instant. */
export type WallTime = {
  readonly date: LocalDate;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
};

/** True when `text` names a zone that the runtime's time zone data knows; offsets such as `+02:00` are no zones. */
export function isZone(text: string): boolean {
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    zonedAt(0, text);
    return true;
  } catch {
    return false;
  }
}

/** The wall clock that a person in `zone` sees at `instant`. */
export function wallTimeOf(instant: Instant, zone: Zone): WallTime {
  const zoned = zonedAt(instant, zone);
  return {
    date: dayOf(zoned),
    hour: zoned.hour,
    minute: zoned.minute,
    second: zoned.second,
  };
}

/** The calendar day on which `instant` falls for a person in `zone`. */
export function localDateOf(instant: Instant, zone: Zone): LocalDate {
  return dayOf(zonedAt(instant, zone));
}

/** The first instant of a local day; not always midnight, since some zones skip it. */
export function startOfDay(date: LocalDate, zone: Zone): Instant {
  return PlainDate.toZonedDateTime(plainDate(date), zone).epochMilliseconds;
}

/** The first instant at which the wall clock of `zone` shows this time; `undefined` where the clocks skip it that day. */
export function instantAt({ date, hour, minute, second }: WallTime, zone: Zone): Instant | undefined {
  const plainTime = PlainTime.fromFields({ hour, minute, second });
  const zoned = PlainDate.toZonedDateTime(plainDate(date), { timeZone: zone, plainTime });
  return PlainTime.equals(Zoned.toPlainTime(zoned), plainTime) ? zoned.epochMilliseconds : undefined;
}

/** The instant at which a day's wall clock shows `time`: as much later where clocks skip it, the first where they show it twice. */
export function instantOfTime(date: LocalDate, time: TimeOfDay, zone: Zone): Instant {
  const plainTime = PlainTime.fromString(time);
  return PlainDate.toZonedDateTime(plainDate(date), { timeZone: zone, plainTime }).epochMilliseconds;
}

/** The length of a local day in whole seconds: 82,800 to 90,000 where clocks change, 86,400 elsewhere. */
export function secondsInDay(date: LocalDate, zone: Zone): number {
  return (startOfDay(addDays(date, 1), zone) - startOfDay(date, zone)) / 1000;
}

/** `days` later on the calendar; negative is earlier. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return PlainDate.toString(PlainDate.addDays(plainDate(date), days));
}

/** `months` later on the calendar, on the month's last day where that one is shorter; negative is earlier. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  return PlainDate.toString(PlainDate.addMonths(plainDate(date), months));
}

/** The year and the month, 1 to 12, that a day falls in. */
export function monthOf(date: LocalDate): { readonly year: number; readonly month: number } {
  const { year, month } = plainDate(date);
  return { year, month };
}

/** The first day of a month, 1 to 12. */
export function firstOfMonth(year: number, month: number): LocalDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return PlainDate.diffDays(plainDate(from), plainDate(to));
}

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export function weekdayOf(date: LocalDate): Weekday {
  // The calendar's own numbers are exactly these seven.
  return WEEK[PlainDate.dayOfWeek(plainDate(date)) - 1] ?? 1;
}

/** True for a day that the calendar has, in the form `yyyy-mm-dd`. */
export function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    plainDate(text);
    return true;
  } catch {
    return false;
  }
}

/** True for a time of day in the form `hh:mm`. */
export function isTimeOfDay(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** An instant as ISO 8601 in UTC, to the second where it has no milliseconds. */
export function isoOf(instant: Instant): string {
  return Moment.toString(Moment.fromEpochMilliseconds(instant));
}

/** Reads an ISO 8601 instant with its offset; `undefined` when the text is none. */
export function instantFromIso(text: string): Instant | undefined {
  try {
    return Moment.fromString(text).epochMilliseconds;
  } catch {
    return undefined;
  }
}

function zonedAt(instant: Instant, zone: Zone): Zoned.Record {
  return Moment.toZonedDateTimeISO(Moment.fromEpochMilliseconds(instant), zone);
}

function dayOf(zoned: Zoned.Record): LocalDate {
  return PlainDate.toString(Zoned.toPlainDate(zoned));
}

function plainDate(date: LocalDate): PlainDate.Record {
  return PlainDate.fromString(date, getISO);
}
