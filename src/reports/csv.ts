import { SECONDS_PER_HOUR } from '../duration.ts';
import type { EntryContent } from '../entry.ts';
import type { Measure } from '../measure.ts';
import { type TaskNumber, taskName } from '../task.ts';
import { type Instant, isoOf, wallTimeOf, type Zone } from '../time.ts';

/** Tells spreadsheets that a file is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The columns of every file, in their order; after them comes one for each unit, and then {@link INSTANTS}. */
export const COLUMNS = [
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

/** The last columns: what the wall clock leaves open where it shows a time twice. */
export const INSTANTS = ['Start UTC', 'End UTC'] as const;

/** One entry as a line that waits for the units of its file. */
export type CsvRow = {
  readonly before: readonly string[];
  readonly measures: readonly Measure[];
  readonly after: readonly string[];
};

/** An entry's cells. Start and end are the wall clock of its zone, then UTC, and empty where it was given as a length. */
export function csvRow(entry: EntryContent, titles: ReadonlyMap<TaskNumber, string>): CsvRow {
  const { date, zone, seconds, clock, tags, task, note = '', measures } = entry;
  return {
    before: [
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
    ],
    measures,
    after: clock === undefined ? ['', ''] : [isoOf(clock.startedAt), isoOf(clock.endedAt)],
  };
}

/** The lines of a file, the first of which names its columns: those units that its rows have stand in it, by name. */
export function* csvLines(rows: readonly CsvRow[]): Generator<string, void, void> {
  const units = [...new Set(rows.flatMap(({ measures }) => measures.map(({ unit }) => unit)))].sort();
  yield BYTE_ORDER_MARK + csvLine([...COLUMNS, ...units, ...INSTANTS]);
  for (const { before, measures, after } of rows) {
    const amounts = new Map(measures.map(({ unit, value }) => [unit, value]));
    yield csvLine([...before, ...units.map((unit) => String(amounts.get(unit) ?? '')), ...after]);
  }
}

/** About as many bytes as a row has in a file. */
export function csvSize({ before, measures, after }: CsvRow): number {
  const text = [...before, ...after].reduce((sum, cell) => sum + Buffer.byteLength(cell) + 1, 2);
  return text + 10 * measures.length;
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
