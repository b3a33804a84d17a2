import { SECONDS_PER_HOUR } from '../duration.ts';
import type { EntryContent } from '../entry.ts';
import type { TaskNumber } from '../task.ts';
import { taskName } from '../task.ts';
import { type Instant, wallTimeOf, type Zone } from '../time.ts';

/** What rows are written with: the titles of tasks, and the units that have a column each. */
export type CsvContext = {
  readonly titles: ReadonlyMap<TaskNumber, string>;
  readonly units: readonly string[];
};

/** Tells spreadsheets that a file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

const COLUMNS = [
  'Date',
  'Start',
  'End',
  'Time zone',
  'Seconds',
  'Hours',
  'Tags',
  'Task',
  'Task title',
  'Note',
] as const;

/** The first line of a file, with a column for each unit at its end. */
export function csvHead({ units }: Pick<CsvContext, 'units'>): string {
  return BYTE_ORDER_MARK + csvLine([...COLUMNS, ...units]);
}

/** One entry as a line. Start and end are the wall clock of its zone, and empty where it was given as a length. */
export function csvEntry(entry: EntryContent, { titles, units }: CsvContext): string {
  const { date, zone, seconds, clock, tags, task, note = '', measures } = entry;
  const amounts = new Map(measures.map(({ unit, value }) => [unit, value]));
  return csvLine([
    date,
    clock === undefined ? '' : wallClock(clock.startedAt, zone),
    clock === undefined ? '' : wallClock(clock.endedAt, zone),
    zone,
    seconds === undefined ? '' : String(seconds),
    seconds === undefined ? '' : hoursOf(seconds),
    tags.join(' '),
    task === undefined ? '' : taskName(task),
    (task === undefined ? undefined : titles.get(task)) ?? '',
    note,
    ...units.map((unit) => String(amounts.get(unit) ?? '')),
  ]);
}

/** One record by RFC 4180. */
function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** What a spreadsheet would take for a formula; a mark that escapes one counts too, so that the way back is sure. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** A cell that is text whatever it begins with: a formula gets an apostrophe, as a person would type it. */
function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Hours in decimals, as an invoice wants them; `Seconds` is exact. */
function hoursOf(seconds: number): string {
  return String(Math.round((seconds / SECONDS_PER_HOUR) * 10_000) / 10_000);
}

/** `2026-09-16 09:30:00`, which every spreadsheet reads as a moment. */
function wallClock(instant: Instant, zone: Zone): string {
  const { date, hour, minute, second } = wallTimeOf(instant, zone);
  return `${date} ${[hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':')}`;
}
