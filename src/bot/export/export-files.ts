import type { Entry } from '../../entry.ts';
import { searchedWords } from '../../find-words.ts';
import type { Period } from '../../period.ts';
import type { ExportFormat } from '../../phrase/command.ts';
import { filterEntries } from '../../reports/filter.ts';
import { entryPages } from '../../store/read-entries.ts';
import { tasksBelow } from '../../task-tree.ts';
import type { Reader } from '../show-report.ts';
import type { ExportValue } from '../wire/export-value.ts';
import { createFileWriter } from './file-writer.ts';

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
 * The files of an export one by one, read page by page: memory stays flat however much a member has logged. At least one
 * comes, also where nothing is found.
 */
export async function* exportFiles(
  reader: Reader,
  value: ExportValue,
  partBytes = PART_BYTES,
): AsyncGenerator<ExportFile, void, void> {
  const { store, member, directory } = reader;
  const { period = EVER, tags, task, words, format } = value;
  const { tasks } = await directory.read(store, member);
  const filter = {
    tags,
    ...(task === undefined ? {} : { tasks: tasksBelow(tasks, task) }),
    ...(words === undefined ? {} : { words: searchedWords(words) }),
  };
  const wanted = async function* (): AsyncGenerator<readonly Entry[], void, void> {
    for await (const { entries } of entryPages(store, member, period)) yield filterEntries(entries, filter);
  };
  const titles = new Map(tasks.map(({ number, title }) => [number, title]));
  const writer = await createFileWriter({ reader, value, titles, wanted });
  let part = newPart();
  let count = 0;
  const done = (isLast: boolean): ExportFile => {
    count += 1;
    const suffix = isLast && count === 1 ? '' : `-part-${count}`;
    const { extension, contentType } = KINDS[format];
    const name = `stint-${periodName(value.period)}${suffix}.${extension}`;
    return { name, contentType, bytes: Buffer.concat(part.chunks), entries: part.entries };
  };
  part.add(writer.head());
  for await (const entries of wanted()) {
    for (const entry of entries) {
      if (part.bytes >= partBytes) {
        part.add(writer.end());
        yield done(false);
        part = newPart();
        part.add(writer.head());
      }
      part.add(writer.entry(entry, part.entries === 0));
      part.entries += 1;
    }
  }
  for await (const text of writer.rest()) part.add(text);
  part.add(writer.end());
  yield done(true);
}

function newPart() {
  const chunks: Buffer[] = [];
  return {
    chunks,
    bytes: 0,
    entries: 0,
    add(text: string) {
      const chunk = Buffer.from(text, 'utf8');
      chunks.push(chunk);
      this.bytes += chunk.length;
    },
  };
}

/** What a period is called in the name of a file: a day, a month, a year, or its two days. */
function periodName(period: Period | undefined): string {
  if (period === undefined) return 'everything';
  const { since, until } = period;
  if (since === until) return since;
  const isYear = since.endsWith('-01-01') && until === `${since.slice(0, 4)}-12-31`;
  return isYear ? since.slice(0, 4) : `${since}-to-${until}`;
}
