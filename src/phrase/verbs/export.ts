import { isFromTheBeginning } from '../../period.ts';
import { clean } from '../clean.ts';
import type { Command, ExportFormat } from '../command.ts';
import { newDraft } from '../draft.ts';
import type { ErrorReading, ReadContext } from '../reading.ts';
import { refuse } from '../refusal.ts';
import { readFilter } from './filter.ts';
import { isQuoted } from './report-words.ts';
import type { Verb } from './verb.ts';

/** What each format is called. */
const FORMAT =
  /(?:^|\s)(?:(?:as|to|in|an?) )*(csv|json|ical(?:endar)?|ics|calendar|excel|spreadsheet)(?: file)?(?=\s|$)/i;
const NAMED: Readonly<Record<string, ExportFormat>> = {
  csv: 'csv',
  excel: 'csv',
  spreadsheet: 'csv',
  json: 'json',
  ical: 'ical',
  icalendar: 'ical',
  ics: 'ical',
  calendar: 'ical',
};
/** Words that say no more than the verb does. */
const FILLERS = /^(?:(?:all|everything|my|data|of|time|entries|please)(?:\s|$))+/i;

/** `export csv last month #writing`: a file of what was logged. `export data 1h` is work to log. */
export const EXPORT_VERBS: readonly Verb[] = [{ opening: /^export(?=\s|$)/i, read: readExport }];

function readExport(rest: string, context: ReadContext): Command | ErrorReading | undefined {
  const format = FORMAT.exec(rest);
  const unnamed =
    format === null ? rest : `${rest.slice(0, format.index)} ${rest.slice(format.index + format[0].length)}`;
  const { filter, by, share, words, fault, rounding } = readFilter(unnamed.trim(), context, {
    isReport: true,
  });
  if (by !== undefined || share || rounding !== undefined || filter.members.length > 0) return undefined;
  if (words !== '' && !isQuoted(words) && words.replace(FILLERS, '') !== '') return undefined;
  if (fault !== undefined)
    return refuse(newDraft(clean(`export ${unnamed.trim()}`)), [
      { ...fault, start: fault.start + 7, end: fault.end + 7 },
    ]);
  const named = format?.[1]?.toLowerCase();
  const known = named === undefined ? undefined : NAMED[named];
  const { members: _, period, ...narrowed } = filter;
  // All time is what a file without a period holds, and more than its entries.
  const isBounded = period !== undefined && !isFromTheBeginning(period);
  return {
    name: 'export',
    ...(known === undefined ? {} : { format: known }),
    ...narrowed,
    ...(isBounded ? { period } : {}),
    ...(isQuoted(words) ? { words } : {}),
  };
}
