import { dayPeriod } from '../../period.ts';
import { addDays } from '../../time.ts';
import type { Command } from '../command.ts';
import { spanOf } from '../period-words.ts';
import type { ReadContext } from '../reading.ts';
import { localDateAt } from '../zone-clock.ts';
import { readFilter } from './filter.ts';
import type { Verb } from './verb.ts';

const SPENT =
  /^how (?:long|much(?: time)?|many hours)(?: (?:did|have|do|has) (?:i|we))?(?: (?:been )?(?:spend|spent|work|worked|working|log|logged|do|done|track|tracked))?(?=\s|$|\?)/i;

/** `report …` and its short and spoken forms; a line that holds anything else is no report. */
export const REPORT_VERBS: readonly Verb[] = [
  { opening: /^report(?=\s|$)/i, read: (rest, context) => report(rest, context) },
  { opening: SPENT, read: (rest, context) => report(rest, context) },
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

function report(rest: string, context: ReadContext): Command | undefined {
  const { filter, by, share, words } = readFilter(rest, context);
  if (words !== '') return undefined;
  return { name: 'report', ...filter, ...(by === undefined ? {} : { by }), share };
}

function list(rest: string, context: ReadContext): Command | undefined {
  const { filter, by, share, words } = readFilter(rest, context);
  const isPeriod = filter.tags.length === 0 && filter.task === undefined && filter.members.length === 0;
  if (words !== '' || by !== undefined || share) return undefined;
  if (!isPeriod) return { name: 'report', ...filter, share };
  return { name: 'list', ...(filter.period === undefined ? {} : { period: filter.period }) };
}

/** `today` alone is the day's report; `today #writing` is a report of today. */
function short(name: 'today' | 'yesterday' | 'week' | 'month'): Verb {
  return {
    opening: new RegExp(`^${name}(?=\\s|$|\\?)`, 'i'),
    read(rest, context) {
      if (/^[.!?]?$/.test(rest)) return { name };
      const { filter, by, share, words } = readFilter(rest, context);
      if (words !== '' || filter.period !== undefined) return undefined;
      const today = localDateAt(context.now, context.zone);
      const period =
        name === 'today' || name === 'yesterday'
          ? dayPeriod(name === 'today' ? today : addDays(today, -1))
          : spanOf(name, 0, { today, weekStart: context.weekStart ?? 1 });
      return { name: 'report', ...filter, period, ...(by === undefined ? {} : { by }), share };
    },
  };
}
