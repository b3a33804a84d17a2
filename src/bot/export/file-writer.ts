import type { Entry } from '../../entry.ts';
import { type CsvRow, csvLines, csvRow, csvSize } from '../../reports/csv.ts';
import { CALENDAR_END, CALENDAR_HEAD, calendarEvent } from '../../reports/ical.ts';
import {
  JSON_END,
  type JsonHead,
  jsonEntry,
  jsonHead,
  jsonItem,
  jsonList,
  LIST_END,
} from '../../reports/json-export.ts';
import type { TaskNumber } from '../../task.ts';
import type { Reader } from '../show-report.ts';
import { type ExportValue, isEverything } from '../wire/export-value.ts';
import { type Listed, OTHER_LISTS, settingsParts } from './everything.ts';

/** What files are made of: entries first, and then what only a file of everything has. */
export type Piece = { readonly list: 'entries'; readonly entry: Entry } | Listed;

/** A file that is under way, whole in itself. */
export type OpenFile = {
  readonly add: (piece: Piece) => void;
  /** How large it is so far, about. */
  readonly bytes: () => number;
  readonly end: () => Buffer;
};

export type WriterOptions = {
  readonly reader: Reader;
  readonly value: ExportValue;
  readonly titles: ReadonlyMap<TaskNumber, string>;
};

/** How files of the format that is asked for are begun. */
export async function createFileWriter({ reader, value, titles }: WriterOptions): Promise<() => OpenFile> {
  const { member, now } = reader;
  switch (value.format) {
    case 'csv':
      return () => csvFile(titles);
    case 'ical':
      return () => calendarFile((entry) => calendarEvent(entry, { member, titles }));
    case 'json': {
      const { period } = value;
      const isAll = isEverything(value);
      const parts = isAll ? await settingsParts(reader) : {};
      const head = { member, exportedAt: now, ...(period === undefined ? {} : { period }), parts };
      return () => jsonFile(head, isAll ? OTHER_LISTS : [], titles);
    }
    default:
      return value.format satisfies never;
  }
}

/** Its first line names the units of its rows, so it is written once they are all there. */
function csvFile(titles: WriterOptions['titles']): OpenFile {
  const rows: CsvRow[] = [];
  let bytes = 0;
  return {
    add(piece) {
      if (piece.list !== 'entries') return;
      const row = csvRow(piece.entry, titles);
      rows.push(row);
      bytes += csvSize(row);
    },
    bytes: () => bytes,
    end: () => Buffer.from([...csvLines(rows)].join(''), 'utf8'),
  };
}

function calendarFile(eventOf: (entry: Entry) => string): OpenFile {
  const text = createText(CALENDAR_HEAD);
  return {
    add(piece) {
      if (piece.list === 'entries') text.add(eventOf(piece.entry));
    },
    bytes: text.bytes,
    end: () => text.end(CALENDAR_END),
  };
}

/** Every part has every list, so that a reader puts parts together list by list. */
function jsonFile(
  head: JsonHead,
  others: readonly Listed['list'][],
  titles: WriterOptions['titles'],
): OpenFile {
  const following = others.values();
  let list: string | undefined = 'entries';
  let isFirst = true;
  const text = createText(jsonHead(head) + jsonList(list));
  const goOn = () => {
    list = following.next().value;
    isFirst = true;
    text.add(LIST_END + (list === undefined ? '' : jsonList(list)));
  };
  return {
    add(piece) {
      while (list !== undefined && list !== piece.list) goOn();
      text.add(jsonItem(piece.list === 'entries' ? jsonEntry(piece.entry, titles) : piece.thing, isFirst));
      isFirst = false;
    },
    bytes: text.bytes,
    end() {
      while (list !== undefined) goOn();
      return text.end(JSON_END);
    },
  };
}

function createText(head: string) {
  const chunks = [Buffer.from(head, 'utf8')];
  let bytes = chunks[0]?.length ?? 0;
  const add = (text: string) => {
    const chunk = Buffer.from(text, 'utf8');
    chunks.push(chunk);
    bytes += chunk.length;
  };
  return {
    add,
    bytes: () => bytes,
    end(text: string) {
      add(text);
      return Buffer.concat(chunks);
    },
  };
}
