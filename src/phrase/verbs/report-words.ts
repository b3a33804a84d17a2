import { clean } from '../clean.ts';
import { readLog } from '../read-log.ts';
import type { ErrorReading, ReadContext } from '../reading.ts';
import { draftOf } from '../steps.ts';
import { type Filtered, isGrouping } from './filter.ts';

/** True for words that all stand in double quotes: they say by themselves that they are looked for. */
export function isQuoted(words: string): boolean {
  return /^(?:"[^"]*\S[^"]*"\s*)+$/.test(words);
}

/** Words that a report may mean otherwise than as words of a note: rather refused than looked for. */
const REPORT_SPEECH =
  /(?<![\w])(?:since|until|till|before|after|between|from|last|past|next|this|previous|current|these|those|ago|now|days?|weeks?|months?|quarters?|years?|fortnight|weekend|round(?:ed|ing)?|vs|versus|compared?|share|shared|sort(?:ed)?|group(?:ed)?|total|without|except|not|or|csv|json|pdf|excel|chart)(?![\w])/i;

/** How a report is asked for: by its name, as a question, or of the team, whose notes are nobody else's. */
export type Asking = 'said' | 'asked' | 'of the team';

/**
 * Whether what is left of a report's line is words to look for in notes. They are only where nothing but a report is meant:
 * a period or grouping is named or the line is a question, and nothing speaks of a length of time. What is report speech
 * without a meaning here is refused with a way to say it; `undefined` where the line is no report at all.
 */
export function readReportWords(
  rest: string,
  { filter, by, rounding, words, unknownBy }: Filtered,
  context: ReadContext,
  how: Asking,
): 'words of notes' | ErrorReading | undefined {
  const plain = words.replace(/"[^"]+"/g, ' ').trim();
  const isGrouped = by !== undefined || unknownBy !== undefined;
  const isMarked = filter.period !== undefined || isGrouped || how === 'asked';
  if (!isMarked || !/\p{L}/u.test(plain) || speaksOfTime(plain, context)) return undefined;
  if (namesNoDay(rest, context)) return undefined;
  // `report yesterday numbers rounded to 30m` is half an hour of work on numbers.
  const isDay = filter.period?.since === filter.period?.until;
  if (rounding !== undefined && isDay && by === undefined && isLog(rest, context)) return undefined;
  const quotes = how === 'of the team' ? '' : ' Words that a note holds go into double quotes.';
  if (unknownBy !== undefined && !words.includes(`by ${unknownBy}`)) {
    if (by !== undefined && isGrouping(unknownBy)) {
      const message = `A report goes by one of these at a time: by ${by} or by ${unknownBy}.`;
      return { kind: 'error', reason: 'too_many', message, fault: unknownBy };
    }
    const message = `A report goes by day, week, month, tag, task, unit or member, not by “${unknownBy}”.${quotes}`;
    return { kind: 'error', reason: 'invalid', message, fault: unknownBy };
  }
  const speech = REPORT_SPEECH.exec(plain)?.[0];
  if (speech === undefined) return 'words of notes';
  if (/^shared?$/i.test(speech)) {
    const message = `A report is posted here where \`share\` is its last word.${quotes}`;
    return { kind: 'error', reason: 'invalid', message, fault: speech };
  }
  const message = `I can’t tell what “${speech}” means in this report.${quotes} A period is said like \`last week\`, \`march\` or \`2026-02-01 to 2026-02-14\`.`;
  return { kind: 'error', reason: 'invalid', message, fault: speech };
}

/** True when anything in the words would be read as a time, an amount or a day, or nearly so. */
function speaksOfTime(words: string, context: ReadContext): boolean {
  const { amounts, ranges, measures, clocks, days, faults, doubts } = draftOf(clean(words), context);
  return [amounts, ranges, measures, clocks, days, faults, doubts].some((pieces) => pieces.length > 0);
}

/** `feb 30`, `next week`: said better by whoever reads the days of a line. */
function namesNoDay(rest: string, context: ReadContext): boolean {
  const { faults } = draftOf(clean(rest), context);
  return faults.some(({ reason }) => reason === 'future' || reason === 'invalid' || reason === 'gap');
}

function isLog(rest: string, context: ReadContext): boolean {
  const { kind } = readLog(clean(rest), context);
  return kind === 'log' || kind === 'ask';
}
