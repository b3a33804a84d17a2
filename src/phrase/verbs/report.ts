import { dayPeriod } from '../../period.ts';
import { addDays } from '../../time.ts';
import { clean } from '../clean.ts';
import type { Command } from '../command.ts';
import { type Fault, newDraft } from '../draft.ts';
import { spanOf } from '../period-words.ts';
import type { ErrorReading, ReadContext } from '../reading.ts';
import { refuse } from '../refusal.ts';
import { isSureRounding } from '../rounding-words.ts';
import { localDateAt } from '../zone-clock.ts';
import { type Filtered, readFilter } from './filter.ts';
import { type Asking, isQuoted, readReportWords } from './report-words.ts';
import type { Verb } from './verb.ts';

const SPENT =
  /^how (?:long|much(?: time)?|many hours)(?: (?:did|have|do|has) (?:i|we))?(?: (?:been )?(?:spend|spent|work|worked|working|log|logged|do|done|track|tracked))?(?=\s|$|\?)/i;

/** What a question is about follows: `how long on client calls`, and not `how long is a piece of string`. */
const ASKED = /^(?:on|for|with|doing)\s/i;

/** `report …` and its short and spoken forms; a line that holds anything else is no report. */
export const REPORT_VERBS: readonly Verb[] = [
  { opening: /^report(?=\s|$)/i, read: (rest, context) => report(rest, context, 'said') },
  { opening: SPENT, read: (rest, context) => report(rest, context, ASKED.test(rest) ? 'asked' : 'said') },
  short('today'),
  short('yesterday'),
  short('week'),
  short('month'),
  { opening: /^list(?=\s|$)/i, read: list },
  {
    opening:
      /^(?:what (?:did|have) (?:i|we) (?:do|done|work on|worked on|log|logged|track|tracked)|what was i doing|show(?: me)?(?: my)? (?:entries|log|last entries|recent entries))(?=\s|$|\?)/i,
    read: list,
  },
];

type ReportCommand = Extract<Command, { name: 'report' }>;

function report(rest: string, context: ReadContext, how: Asking): ReportCommand | ErrorReading | undefined {
  const filtered = readFilter(rest, context, { isReport: true });
  const { words, fault, rounding, filter, by } = filtered;
  const isBare = filter.period === undefined && by === undefined;
  if (rounding !== undefined && isBare && !isSureRounding(rest)) return undefined;
  if (words === '' || isQuoted(words)) {
    if (fault !== undefined) return refuseIn('report', rest, fault);
    return reportCommand(filtered, words);
  }
  const verdict = readReportWords(rest, filtered, context, how);
  if (verdict !== 'words of notes') return verdict;
  return fault === undefined ? reportCommand(filtered, words) : undefined;
}

function reportCommand({ filter, by, share, rounding }: Filtered, words = ''): ReportCommand {
  return {
    name: 'report',
    ...filter,
    ...(by === undefined ? {} : { by }),
    share,
    ...(rounding === undefined ? {} : { rounding }),
    ...(words === '' ? {} : { words }),
  };
}

/** Refuses a fault of what follows the verb, in a line that begins with it. */
export function refuseIn(verb: 'report' | 'list' | 'team report', rest: string, fault: Fault): ErrorReading {
  const by = verb.length + 1;
  const shifted = { ...fault, start: fault.start + by, end: fault.end + by };
  return refuse(newDraft(clean(`${verb} ${rest}`)), [shifted]);
}

function list(rest: string, context: ReadContext): Command | ErrorReading | undefined {
  const filtered = readFilter(rest, context, { isReport: true });
  const { filter, by, share, words, rounding, fault } = filtered;
  const isPeriod = filter.tags.length === 0 && filter.task === undefined && filter.members.length === 0;
  if (words !== '' || by !== undefined || share || rounding !== undefined) return undefined;
  if (fault !== undefined) return refuseIn('list', rest, fault);
  if (!isPeriod) return reportCommand(filtered);
  return { name: 'list', ...(filter.period === undefined ? {} : { period: filter.period }) };
}

/** `today` alone is the day's report; `today #writing` is a report of today. */
function short(name: 'today' | 'yesterday' | 'week' | 'month'): Verb {
  return {
    opening: new RegExp(`^${name}(?=\\s|$|\\?)`, 'i'),
    read(rest, context) {
      if (/^[.!?]?$/.test(rest)) return { name };
      const filtered = readFilter(rest, context, { isReport: true });
      const { filter, words, rounding, fault } = filtered;
      const isDay = name === 'today' || name === 'yesterday';
      if (words !== '' || fault !== undefined || filter.period !== undefined) return undefined;
      if (rounding !== undefined && isDay && !isSureRounding(rest)) return undefined;
      const today = localDateAt(context.now, context.zone);
      const period = isDay
        ? dayPeriod(name === 'today' ? today : addDays(today, -1))
        : spanOf(name, 0, { today, weekStart: context.weekStart ?? 1 });
      return { ...reportCommand(filtered), period };
    },
  };
}
