import { formatDuration } from '../../duration.ts';
import type { ClockTimes, EntryContent } from '../../entry.ts';
import { formatMeasure } from '../../measure.ts';
import { taskName } from '../../task.ts';
import { daysBetween, type LocalDate, type Weekday, wallTimeOf, weekdayOf, type Zone } from '../../time.ts';
import { escapeText, shorten } from '../slack/escape.ts';

/** The months by their whole names, January first. */
export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const WEEKDAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** `Wednesday`. */
export function weekdayName(weekday: Weekday): string {
  return WEEKDAY_NAMES[weekday - 1] ?? '';
}

/** `America/New York`: a zone as people write it. */
export function zoneWords(zone: Zone): string {
  return zone.replaceAll('_', ' ');
}

/** Said where a period holds more entries than one answer reads. */
export function earlierWords(since: LocalDate, today: LocalDate): string {
  return `That is more than fits: days before ${dateWords(since, today)} are not counted here. Name an earlier period to see them.`;
}

/** `Wed 16 Sep`, with the year where it is not the year of `today`. */
export function dateWords(date: LocalDate, today: LocalDate): string {
  return `${WEEKDAY_NAMES[weekdayOf(date) - 1]?.slice(0, 3)} ${dayOfMonthWords(date, today)}`;
}

/** `16 Sep`, with the year where it is not the year of `today`. */
export function dayOfMonthWords(date: LocalDate, today: LocalDate): string {
  return `${Number(date.slice(8))} ${shortMonthWords(date, today)}`;
}

/** The month of a day: `Sep`, with the year where it is not the year of `today`. */
export function shortMonthWords(date: LocalDate, today: LocalDate): string {
  const [year, month] = date.split('-');
  const name = MONTH_NAMES[Number(month) - 1]?.slice(0, 3) ?? '';
  return year === today.slice(0, 4) ? name : `${name} ${year}`;
}

/** `today, Wed 16 Sep`, `yesterday, Tue 15 Sep`, `Fri 11 Sep`. */
export function dayWords(date: LocalDate, today: LocalDate): string {
  const ago = daysBetween(date, today);
  const near = ago === 0 ? 'today, ' : ago === 1 ? 'yesterday, ' : '';
  return near + dateWords(date, today);
}

/** `Today`, `Yesterday`, `Fri 11 Sep`: the start of a line that tells of that day. */
export function dayTitle(date: LocalDate, today: LocalDate): string {
  const ago = daysBetween(date, today);
  return ago === 0 ? 'Today' : ago === 1 ? 'Yesterday' : dateWords(date, today);
}

/** A day and what it holds in all: `Today: *1h 45m*`. */
export function dayLine(date: LocalDate, total: string, today: LocalDate): string {
  return `${dayTitle(date, today)}: *${total}*`;
}

/** `09:30–11:00` on the clock of `zone`; seconds only where there are any, and a day's name where the end lies on another day. */
export function clockWords({ startedAt, endedAt }: ClockTimes, zone: Zone): string {
  const start = wallTimeOf(startedAt, zone);
  const end = wallTimeOf(endedAt, zone);
  const late = daysBetween(start.date, end.date);
  return `${clockTime(start)}–${clockTime(end)}${late === 0 ? '' : ` (+${late} day)`}`;
}

/** `09:30`, `09:30:15`. */
export function clockTime({
  hour,
  minute,
  second,
}: {
  hour: number;
  minute: number;
  second: number;
}): string {
  const parts = second === 0 ? [hour, minute] : [hour, minute, second];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** How much an entry says: `45m`, `45m, 12 pages`, `5 km`. */
export function amountWords({ seconds, measures }: Pick<EntryContent, 'seconds' | 'measures'>): string {
  const time = seconds === undefined ? [] : [formatDuration(seconds)];
  return [...time, ...measures.map(formatMeasure)].join(', ');
}

/** What an entry is for, as mrkdwn: `#writing · task-12`. Empty when nothing was said. */
export function subjectWords({ tags, task }: Pick<EntryContent, 'tags' | 'task'>): string {
  const named = tags.map((tag) => `#${escapeText(tag)}`);
  return [...named, ...(task === undefined ? [] : [taskName(task)])].join(' · ');
}

/** An entry in one line of mrkdwn: `*45m* 09:00–09:45 · #writing · task-12 · first words of the note`. */
export function entryLine(entry: EntryContent, noteLength = 120): string {
  const clock = entry.clock === undefined ? '' : ` ${clockWords(entry.clock, entry.zone)}`;
  const rest = [subjectWords(entry), noteWords(entry.note, noteLength)].filter((part) => part !== '');
  return [`*${amountWords(entry)}*${clock}`, ...rest].join(' · ');
}

/** What an entry is for, with its note; how much it says where it is for nothing in particular. */
export function subjectLine(entry: EntryContent): string {
  const parts = [subjectWords(entry), noteWords(entry.note, 80)].filter((part) => part !== '');
  return parts.length === 0 ? amountWords(entry) : parts.join(' · ');
}

/** An entry in a few plain words, for a button's label that only screen readers read. */
export function entryLabel({ tags, ...entry }: EntryContent): string {
  return [amountWords(entry), ...tags].join(' ');
}

/** The note in one line, shortened, safe inside mrkdwn. */
export function noteWords(note: string | undefined, length: number): string {
  return note === undefined ? '' : escapeText(shorten(note.replace(/\s+/g, ' '), length));
}
