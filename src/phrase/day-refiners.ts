import type { ParsingResult, Refiner } from 'chrono-node/en';
import { cover, MARK, TAKEN } from './mask.ts';
import { MONTH_BEFORE_DAY } from './names.ts';

const ALONE_BEFORE = new RegExp(String.raw`(?:^|[${TAKEN}])[\s,;:.()|-]*$`);
const ALONE_AFTER = new RegExp(String.raw`^[\s,;:.()|-]*(?:[${TAKEN}]|$)`);

/** The 6 of `oct 6 march planning` belongs to October. */
const AFTER_MONTH = new RegExp(`${MONTH_BEFORE_DAY}$`);

/** Drops what is no day: a month without a day, a fraction, a word with letters at its edges. */
const onlyDays: Refiner = {
  refine: ({ text }, results) =>
    results.filter((result) => {
      if (!result.start.isCertain('day') && !result.start.isCertain('weekday')) return false;
      const before = text.slice(Math.max(0, result.index - 2), result.index);
      const after = text.slice(result.index + result.text.length, result.index + result.text.length + 2);
      if (/[\w#@/$]$|\w-$|\d[.:]$/.test(before) || /^[\w/]|^['.-][a-z_]|^[.:-]\d/.test(after)) return false;
      if (
        /^\d{1,2}(?!\d)/.test(result.text) &&
        AFTER_MONTH.test(text.slice(Math.max(0, result.index - 12), result.index))
      )
        return false;
      if (/^\d{1,2}\/\d{1,2}$/.test(result.text)) return false;
      if (/^\d{1,2}[.-]\d{1,2}[.-]\d{2}$/.test(result.text)) return false;
      if (/^\d{4} \d{1,2} \d{1,2}$/.test(result.text)) return false;
      if (/[a-z]\W{1,3}(?:first|second|third|[a-z]+th)$/i.test(result.text) && /^ [a-z]/.test(after))
        return false;
      return !/^(?:first|second|third|[a-z]+th) (?!of\b)/i.test(result.text);
    }),
};

/** A year has four digits: the `25` of `sep 2 25 tickets` is none. */
const fourDigitYears: Refiner = {
  refine(_, results) {
    for (const result of results) {
      const year = /[a-z](?:.*\d)?(?<cut>(?:-|\/|,? )\d{1,2})$/i.exec(result.text)?.groups?.['cut'];
      if (year === undefined || !result.start.isCertain('year') || /\d{4}$/.test(result.text)) continue;
      result.text = result.text.slice(0, -year.length);
      result.start.delete('year');
    }
    return results;
  },
};

/** `03/04/2026` can be read in two orders; `2-4 may` is more than one day, `2026-09-02T10:00` more than a day. */
const doubtfulDates: Refiner = {
  refine(_, results) {
    for (const result of results) {
      if ((result.end ?? undefined) !== undefined || result.start.isCertain('hour'))
        result.start.addTag('kind/invalid');
      const [, one, other] = /^(\d{1,2})[./-](\d{1,2})[./-]\d{2,4}$/.exec(result.text) ?? [];
      if (one !== undefined && one !== other && Number(one) <= 12 && Number(other) <= 12) {
        result.start.addTag('kind/unclear-order');
      }
    }
    return results;
  },
};

/** The words that lead to a date belong to it: `on the 5th of november`. */
const leadingWords: Refiner = {
  refine({ text }, results) {
    for (const result of results) {
      const lead = /(?<![\w])(?:on )?(?:the )?$/.exec(
        text.slice(Math.max(0, result.index - 7), result.index),
      );
      if (lead === null) continue;
      result.index -= lead[0].length;
      result.text = lead[0] + result.text;
    }
    return results;
  },
};

/** Words that are days only where they stand alone: between times, tags, tasks and the ends of the line. */
const SHY = /^(?:mon|wed|sat|sun|(?:the )?\d{1,2}(?:st|nd|rd|th))$/i;
const ONLY_WORDS = /^ [a-z_]/;
/** `the 14th` behind words, with none after it, may be a day; whoever takes it asks. */
const NTH = /^the (?:[1-9]|[12]\d|3[01])[a-z]/i;
/** Beyond the twelfth, what has a number is a day rather than one of many things; whoever takes it asks. */
const LATE_NTH = /^the (?:1[3-9]|2\d|3[01])[a-z]/i;

function after(text: string, { index, text: words }: ParsingResult): string {
  return text.slice(index + words.length, index + words.length + 40);
}

/** `monday 14 september` is one day, said twice. */
const weekdayWithDate: Refiner = {
  refine({ text }, results) {
    const merged: ParsingResult[] = [];
    for (const result of results) {
      const last = merged.at(-1);
      const gap = last === undefined ? '' : text.slice(last.index + last.text.length, result.index);
      const weekday = last?.start.isCertain('weekday') ? last : result;
      const dated = weekday === last ? result : last;
      const isPair =
        last !== undefined &&
        dated !== undefined &&
        /^[,.]? ?\(?$/.test(gap) &&
        weekday.start.isCertain('weekday') &&
        !weekday.start.isCertain('day') &&
        weekday.start.tags().has('weekday/bare') &&
        !dated.start.isCertain('weekday') &&
        dated.start.isCertain('day') &&
        (dated.start.isCertain('month') || dated.start.tags().has('kind/nth')) &&
        !(result !== dated && SHY.test(result.text) && ONLY_WORDS.test(after(text, result))) &&
        !(result === dated && result.start.tags().has('kind/nth') && ONLY_WORDS.test(after(text, result)));
      if (!isPair) {
        merged.push(result);
        continue;
      }
      dated.start.assign('weekday', weekday.start.get('weekday') ?? 1);
      const end = result.index + result.text.length;
      dated.index = last.index;
      dated.text = text.slice(last.index, end);
      merged[merged.length - 1] = dated;
    }
    return merged;
  },
};

/** What comes before a weekday that is a name or a habit. */
const NAMED_DAYS =
  /(?<![\w])(?:black|cyber|good|blue|ash|super|fat|palm|easter|casual|every|each|any|most)\s$/;
/** What has a number but is no day: `on the 2nd floor`. */
const NUMBERED =
  /^ (?:floor|try|attempt|draft|page|version|iteration|round|chapter|part|item|issue|pass|ticket|pr|sprint|quarter|week|phase|section|slide|time|one|half|day|hour|line|row|level|team|place|step|go|run|point|batch|build|release|month|year)s?(?![\w]| \d| \uE000)/;

/** Drops the words that are days in a calendar, but not in this line. */
const noteWords: Refiner = {
  refine: ({ text }, results) => {
    const places = results.map(({ index, text: words }) => ({
      value: 0,
      start: index,
      end: index + words.length,
    }));
    const days = cover(text, places, MARK.day);
    return results.filter((result) => {
      const before = text.slice(0, result.index);
      const after = text.slice(result.index + result.text.length);
      const tags = result.start.tags();
      const end = result.index + result.text.length;
      const isFirst = () => ALONE_BEFORE.test(days.slice(Math.max(0, result.index - 40), result.index));
      const isLast = () => ALONE_AFTER.test(days.slice(end, end + 40));
      const isAlone = () => isFirst() && isLast();
      const isNumbered = () => NUMBERED.test(after.slice(0, 20));
      if (SHY.test(result.text)) {
        const isAsked =
          (NTH.test(result.text) && isLast()) ||
          (LATE_NTH.test(result.text) && isFirst() && ONLY_WORDS.test(after) && !isNumbered());
        return isAlone() || isAsked;
      }
      if (tags.has('kind/vague')) return isAlone() || result.start.isCertain('weekday');
      if (tags.has('kind/nth') && isNumbered()) return false;
      return !(tags.has('weekday/bare') && NAMED_DAYS.test(before.slice(-12)));
    });
  },
};

/** Our own refiners that come before chrono's removal of overlaps, lest the longer of two results win that is no day. */
export const DAY_FILTERS: readonly Refiner[] = [fourDigitYears, onlyDays];

/** Our own refiners, in the order in which chrono applies them after its removal of overlaps. */
export const DAY_REFINERS: readonly Refiner[] = [doubtfulDates, weekdayWithDate, leadingWords, noteWords];
