import { searchedWords } from '../../find-words.ts';
import type { Period } from '../../period.ts';
import type { ExportFormat } from '../../phrase/command.ts';
import { filterEntries } from '../../reports/filter.ts';
import { entryPages } from '../../store/read-entries.ts';
import type { TaskSummary } from '../../task.ts';
import { tasksBelow } from '../../task-tree.ts';
import type { Reader } from '../show-report.ts';
import { type ExportValue, isEverything } from '../wire/export-value.ts';
import { everythingElse } from './everything.ts';
import { createFileWriter, type Piece } from './file-writer.ts';

/** A file that is ready to be sent. */
export type ExportFile = {
  /** `stint-2026-08.csv` */
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Buffer;
  /** How many entries it holds. */
  readonly entries: number;
};

/** Every day that an entry can have. */
const EVER: Period = { since: '0000-01-01', until: '9999-12-31' };

/** A larger file is given out in parts, each of them whole in itself: so no more than this is ever held. */
const PART_BYTES = 8 * 1024 * 1024;

const KINDS: Readonly<Record<ExportFormat, { readonly extension: string; readonly contentType: string }>> = {
  csv: { extension: 'csv', contentType: 'text/csv; charset=utf-8' },
  json: { extension: 'json', contentType: 'application/json; charset=utf-8' },
  ical: { extension: 'ics', contentType: 'text/calendar; charset=utf-8' },
};

/**
 * The files of an export one by one, read page by page: memory stays flat however much a member has logged. None comes where
 * nothing is found, since a calendar without an event is none (RFC 5545, 3.6), and nobody wants an empty table.
 */
export async function* exportFiles(
  reader: Reader,
  value: ExportValue,
  partBytes = PART_BYTES,
): AsyncGenerator<ExportFile, void, void> {
  const { store, member, directory } = reader;
  const { tasks } = await directory.read(store, member);
  const titles = new Map(tasks.map(({ number, title }) => [number, title]));
  const begin = await createFileWriter({ reader, value, titles });
  const { extension, contentType } = KINDS[value.format];
  const isAll = value.format === 'json' && isEverything(value);
  let file = begin();
  let [parts, pieces, entries] = [0, 0, 0];
  const done = (isLast: boolean): ExportFile => {
    parts += 1;
    const suffix = isLast && parts === 1 ? '' : `-part-${parts}`;
    const name = `stint-${periodName(value.period)}${suffix}.${extension}`;
    return { name, contentType, bytes: file.end(), entries };
  };
  for await (const piece of piecesOf(reader, value, tasks)) {
    if (pieces > 0 && file.bytes() >= partBytes) {
      yield done(false);
      file = begin();
      [pieces, entries] = [0, 0];
    }
    file.add(piece);
    pieces += 1;
    if (piece.list === 'entries') entries += 1;
  }
  // Of everything that is kept of a member, settings are never nothing.
  if (pieces > 0 || isAll) yield done(true);
}

async function* piecesOf(
  reader: Reader,
  value: ExportValue,
  all: readonly TaskSummary[],
): AsyncGenerator<Piece, void, void> {
  const { store, member } = reader;
  const { period = EVER, tags, task, words, format } = value;
  const filter = {
    tags,
    ...(task === undefined ? {} : { tasks: tasksBelow(all, task) }),
    ...(words === undefined ? {} : { words: searchedWords(words) }),
  };
  for await (const { entries } of entryPages(store, member, period))
    for (const entry of filterEntries(entries, filter)) yield { list: 'entries', entry };
  if (format === 'json' && isEverything(value)) yield* everythingElse(reader);
}

/** What a period is called in the name of a file: a day, a month, a year, or its two days. */
function periodName(period: Period | undefined): string {
  if (period === undefined) return 'everything';
  const { since, until } = period;
  if (since === until) return since;
  const isYear = since.endsWith('-01-01') && until === `${since.slice(0, 4)}-12-31`;
  return isYear ? since.slice(0, 4) : `${since}-to-${until}`;
}
