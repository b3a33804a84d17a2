import { WEEK, type Weekday } from '../time.ts';

/** Month names and their usual short forms, as the inside of a regular expression. */
export const MONTH_NAMES =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)';

/** A month's name whose day has not been said: the number behind it is the day. */
export const MONTH_BEFORE_DAY = String.raw`(?<![\w-])(?<!\d(?:st|nd|rd|th)? (?:of )?)${MONTH_NAMES}\.? `;

const WEEKDAYS: readonly (readonly string[])[] = [
  ['monday', 'mon'],
  ['tuesday', 'tues', 'tue'],
  ['wednesday', 'weds', 'wed'],
  ['thursday', 'thurs', 'thur', 'thu'],
  ['friday', 'fri'],
  ['saturday', 'sat'],
  ['sunday', 'sun'],
];

/** Weekday names and their usual short forms, as the inside of a regular expression. */
export const WEEKDAY_NAMES = `(?:${WEEKDAYS.flat().join('|')})`;

/** ISO weekday (1 is Monday) of a name in any case; `undefined` for another word. */
export function weekdayNamed(name: string): Weekday | undefined {
  const at = WEEKDAYS.findIndex((names) => names.includes(name.toLowerCase()));
  return WEEK[at];
}

/** `Monday` for 1. */
export function weekdayName(weekday: number): string {
  const name = WEEKDAYS[weekday - 1]?.[0] ?? '';
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const FULL_MONTHS = MONTH_NAMES.slice(3, -1).split('|').slice(0, 12);

/** `February` for 2. */
export function monthName(month: number): string {
  const name = FULL_MONTHS[month - 1] ?? '';
  return name.charAt(0).toUpperCase() + name.slice(1);
}
