import type { Entry } from '../../entry.ts';
import { csvEntry, csvHead } from '../../reports/csv.ts';
import { CALENDAR_END, CALENDAR_HEAD, calendarEvent } from '../../reports/ical.ts';
import { JSON_END, jsonEntry, jsonHead, jsonItem, jsonList, LIST_END } from '../../reports/json-export.ts';
import type { TaskNumber } from '../../task.ts';
import type { Reader } from '../show-report.ts';
import type { ExportValue } from '../wire/export-value.ts';
import { everythingElse, settingsParts } from './everything.ts';

/** How one format writes its files: every part of them begins with its head and ends with its end. */
export type FileWriter = {
  readonly head: () => string;
  readonly entry: (entry: Entry, isFirst: boolean) => string;
  /** What follows the entries, in the last part alone. */
  readonly rest: () => AsyncIterable<string>;
  readonly end: () => string;
};

export type WriterOptions = {
  readonly reader: Reader;
  readonly value: ExportValue;
  readonly titles: ReadonlyMap<TaskNumber, string>;
  /** The entries that the file will hold, from their beginning each time. */
  readonly wanted: () => AsyncIterable<readonly Entry[]>;
};

/** The writer of the format that is asked for. */
export async function createFileWriter(options: WriterOptions): Promise<FileWriter> {
  const { value, titles, reader } = options;
  switch (value.format) {
    case 'csv':
      return csvWriter(options);
    case 'ical':
      return {
        head: () => CALENDAR_HEAD,
        entry: (entry) => calendarEvent(entry, { member: reader.member, titles }),
        rest: nothing,
        end: () => CALENDAR_END,
      };
    case 'json':
      return jsonWriter(options);
    default:
      return value.format satisfies never;
  }
}

/** The first line names the units, so they are looked for before anything is written. */
async function csvWriter({ titles, wanted }: WriterOptions): Promise<FileWriter> {
  const units = new Set<string>();
  for await (const entries of wanted()) {
    for (const { measures } of entries) for (const { unit } of measures) units.add(unit);
  }
  const context = { titles, units: [...units].sort() };
  return {
    head: () => csvHead(context),
    entry: (entry) => csvEntry(entry, context),
    rest: nothing,
    end: () => '',
  };
}

/** Without anything that narrows it, the file holds all that is kept of the member. */
async function jsonWriter({ reader, value, titles }: WriterOptions): Promise<FileWriter> {
  const { member, now } = reader;
  const { period, tags, task, words } = value;
  const isAll = period === undefined && tags.length === 0 && task === undefined && words === undefined;
  const parts = isAll ? await settingsParts(reader) : {};
  const head = { member, exportedAt: now, ...(period === undefined ? {} : { period }), parts };
  let open = false;
  return {
    head() {
      open = true;
      return jsonHead(head) + jsonList('entries');
    },
    entry: (entry, isFirst) => jsonItem(jsonEntry(entry, titles), isFirst),
    async *rest() {
      open = false;
      yield LIST_END;
      if (isAll) yield* everythingElse(reader);
    },
    end: () => (open ? LIST_END : '') + JSON_END,
  };
}

async function* nothing(): AsyncGenerator<string, void, void> {
  // CSV and calendars hold entries alone.
}
