import { formatDuration } from '../duration.ts';
import type { Entry } from '../entry.ts';
import { formatMeasure } from '../measure.ts';
import type { Member } from '../member.ts';
import { type TaskNumber, taskName } from '../task.ts';
import { addDays, type Instant, isoOf, type LocalDate } from '../time.ts';

/** Whose entries they are, and what tasks are called. */
export type CalendarContext = {
  readonly member: Member;
  readonly titles: ReadonlyMap<TaskNumber, string>;
};

/** The beginning of a calendar (RFC 5545). */
export const CALENDAR_HEAD =
  'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Stint//Stint//EN\r\nCALSCALE:GREGORIAN\r\n';

/** The end of a calendar. */
export const CALENDAR_END = 'END:VCALENDAR\r\n';

/**
 * One entry as an event: from when to when, in UTC, where it was given by clock times, and on its whole day where it was
 * given as a length. The same content of an entry always makes the same event.
 */
export function calendarEvent(entry: Entry, { member, titles }: CalendarContext): string {
  const { date, id, clock, tags, version } = entry;
  const title = entry.task === undefined ? undefined : titles.get(entry.task);
  const stamp = utcTime(Math.floor(version));
  return lines([
    'BEGIN:VEVENT',
    `UID:${member.workspaceId}-${member.memberId}-${date}-${id}@stint`,
    `DTSTAMP:${stamp}`,
    ...(clock === undefined
      ? [`DTSTART;VALUE=DATE:${dateOnly(date)}`, `DTEND;VALUE=DATE:${dateOnly(addDays(date, 1))}`]
      : [`DTSTART:${utcTime(clock.startedAt)}`, `DTEND:${utcTime(clock.endedAt)}`]),
    `SUMMARY:${escapeValue(summaryOf(entry, title))}`,
    ...textLine('DESCRIPTION', descriptionOf(entry, title)),
    ...(tags.length === 0 ? [] : [`CATEGORIES:${tags.map(escapeValue).join(',')}`]),
    // A day is not taken by what was done on it.
    ...(clock === undefined ? ['TRANSP:TRANSPARENT'] : []),
    'CLASS:PRIVATE',
    'END:VEVENT',
  ]);
}

const SUMMARY = 100;

/** `1h 30m · Call with Kim`: how much, and the best name that it has. */
function summaryOf(entry: Entry, title: string | undefined): string {
  const [line = ''] = (entry.note ?? '').split('\n', 1);
  const letters = [...line.trim()];
  const note = letters.length > SUMMARY ? `${letters.slice(0, SUMMARY).join('')}…` : letters.join('');
  const task = entry.task === undefined ? '' : (title ?? taskName(entry.task));
  const name = note || task || entry.tags.map((tag) => `#${tag}`).join(' ');
  return [amountOf(entry), name].filter((part) => part !== '').join(' · ');
}

function descriptionOf({ note = '', tags, task }: Entry, title: string | undefined): string {
  const named = task === undefined ? '' : [taskName(task), title ?? ''].join(' ').trim();
  return [tidy(note), tags.map((tag) => `#${tag}`).join(' '), named].filter((part) => part !== '').join('\n');
}

function amountOf({ seconds, measures }: Entry): string {
  const time = seconds === undefined ? [] : [formatDuration(seconds)];
  return [...time, ...measures.map(formatMeasure)].join(', ');
}

function textLine(name: string, text: string): readonly string[] {
  return text === '' ? [] : [`${name}:${escapeValue(text)}`];
}

/** A TEXT value with the marks of the format escaped. */
function escapeValue(text: string): string {
  return tidy(text)
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll('\n', '\\n');
}

/** A text with one kind of line break, and without characters that no calendar may hold. */
function tidy(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(CONTROLS, '');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what the format forbids.
const CONTROLS = /[\u0000-\u0008\u000B-\u001F\u007F]/g;

function lines(all: readonly string[]): string {
  return all.map((line) => `${fold(line)}\r\n`).join('');
}

/** No line is longer than 75 octets; what goes on begins with a space, and no character is cut. */
const MOST_OCTETS = 75;

function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (octets + size > MOST_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += letter;
    octets += size;
  }
  return folded;
}

/** `20260916T073000Z` */
function utcTime(instant: Instant): string {
  return isoOf(Math.floor(instant / 1000) * 1000).replace(/[-:]/g, '');
}

function dateOnly(date: LocalDate): string {
  return date.replaceAll('-', '');
}
