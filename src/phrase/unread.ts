import { BESIDE_LENGTH } from './beside-length.ts';
import type { Check } from './check.ts';
import type { Draft, Fault } from './draft.ts';
import { MARK, TAKEN } from './mask.ts';
import { MORE_THAN_ONE, SECOND_RANGE } from './more-than-one.ts';
import { MONTH_NAMES } from './names.ts';

const LEFT = String.raw`(?<![\w$€£¥#])`;

/** The sign of an amount that was read. */
const READ = MARK.amount;

/** What looks like a time, a length or a day, and was read by no step: it is refused, never kept as note text. */
const CHECKS: readonly Check[] = [
  {
    pattern: new RegExp(
      String.raw`${LEFT}(?<![.,:])[-+]?(?:\d[\d.,:]*(?<=\d) ?|\d[\d.,:]*|[.,]+\d[\d.,:]* ?)(?:hours?|hrs?|h|minutes?|mins?|m|seconds|second(?! [a-z])|secs?)(?:\d+|(?![\w/'%$€£¥]))`,
      '',
    ),
    message: (text) => `I cannot read “${text}” as a length of time.`,
  },
  {
    pattern: /(?<![\w.:/-])\d{1,2}:\d{2}(?![\w:])/,
    message: (text) => `I cannot read “${text}” as a time.`,
  },
  {
    pattern:
      /(?<![\w./-])(?:\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}\/\d{1,2}\/\d{2,4}|\d{1,2}[.-]\d{1,2}[.-]\d{4})(?![\w]|\.[a-z_])/,
    message: (text) => `“${text}” is not a day of the calendar.`,
  },
  {
    pattern: new RegExp(
      String.raw`${LEFT}(?:${MONTH_NAMES}\.? \d{2}(?:st|nd|rd|th)?(?![\w%:.,-])|(?<!\d[ .,:/-])\d{2}(?:st|nd|rd|th)? (?:of )?${MONTH_NAMES})(?![\w])`,
      '',
    ),
    message: (text) => `“${text}” is not a day of the calendar.`,
  },
  {
    pattern: /(?<![\w'-])(?:yesterday|tomorrow)(?!\w|['-]\w)/,
    message: (text) => `I cannot tell whether “${text}” is the day: put spaces around it.`,
  },
  {
    pattern: /(?<![\w.,])(?:[\d.,]+|[a-z_]+) (?:days?|weeks?|fortnights?) (?:ago|before yesterday)(?![\w])/,
    message: (text) => `I cannot find the day “${text}”.`,
  },
  {
    pattern: new RegExp(
      String.raw`${LEFT}(?<![.,])\d[\d.,]* ?(?:d|days?|w|wks?|weeks?|months?)(?:,|\s|and)*(?=${READ})|(?<=${READ}[\s,]{0,2}(?:and )?)\d+ ?(?:d|days?|weeks?|months?)(?=\s*(?:$|[${TAKEN}]))`,
      '',
    ),
    message: (text) => `“${text.trim()}” is more than one entry: an entry has hours, minutes and seconds.`,
  },
  {
    pattern:
      /(?<=\uE005[\s,;]{0,3}(?:(?:and|&|plus|then|also)\s+){0,2})(?!(\d{1,2})-\1(?!\d)|\d{1,2}-\d{1,2}-\d)\d{1,2}(?:[:.]\d\d)?(?:\s?-\s?\d{1,2}(?:[:.]\d\d)?(?![\w])|\s\uE005+)/,
    message: (text) => `One line is for one time: “${text.trim()}” is a second one.`,
    reason: 'too_many',
  },
  {
    pattern: new RegExp(
      String.raw`(?<!\w)on \d{1,2}/\d{1,2}(?=\s*(?:$|[${TAKEN}]))|^(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\d|3[01])(?= ${READ})|^(?:1[3-9]|2\d|3[01])/(?:0?[1-9]|1[0-2])(?= ${READ})`,
    ),
    message: (text) => `“${text}” may be a day: write the month in letters, such as 5 march.`,
  },
  {
    pattern: new RegExp(
      String.raw`(?<=${MARK.clock})(?: ?-| ?(?:to|until|till) )\d{1,2}(?:[:.]\d\d)?(?![\w:])|(?<=${MARK.clock}) - \d{1,2}(?:[:.]\d\d)?(?=[\s,;.]*(?:$|[${TAKEN}]))|(?<![\w.,:/-])\d{1,2}(?:[:.]\d\d)?(?:-| - )(?=${MARK.clock})`,
    ),
    message: (text) => `One line is for one time: I cannot read “${text.trim()}” beside the range.`,
    instead: () => '',
  },
  {
    pattern: new RegExp(
      String.raw`^[\s,${MARK.tag}${MARK.task}${MARK.day}]*\d{1,2}(?:\s?-\s?|\s(?:to|until|till)\s)\d{1,2}(?!\w)(?=.*${READ}).*?(?<!\w)(?:(?:minus|less|without|excluding|except|break|lunch|pause|\+)(?!\w)|with ${READ}+)`,
    ),
    message: (text) => `I cannot reckon “${text.trim()}” with a length: say the whole time of the work.`,
  },
  {
    pattern: new RegExp(
      String.raw`(?<=[${TAKEN}])[\s,]*(?:and |or )?(?:to|until|till?|from|since|at|@|ending(?: at)?|starting(?: at| from)?|between|and|or|plus|minus|for|on|last|past|this|next)(?=[\s.,]*$)`,
    ),
    message: (text) => `Something is missing after “${text.trim()}”.`,
    instead: () => '',
  },
];

const CHECKS_WITH_LENGTH: readonly Check[] = [...CHECKS, ...BESIDE_LENGTH, ...MORE_THAN_ONE];

/** The faults of what was left unread. `mask` holds only the words that would become the note. */
export function findUnread({ text, mask, ranges }: Draft): readonly Fault[] {
  const checks = mask.includes(MARK.amount) ? CHECKS_WITH_LENGTH : CHECKS;
  const all = ranges.length === 0 ? checks : [...checks, SECOND_RANGE];
  return all.flatMap(({ pattern, hint, message, reason = 'invalid', instead, isFault }) => {
    const match = hint?.test(mask) === false ? null : pattern.exec(mask);
    if (match === null) return [];
    const [start, end] = [match.index, match.index + match[0].length];
    const words = text.slice(start, end);
    if (isFault?.(words, text.slice(end)) === false) return [];
    const fault = { reason, message: message(words), start, end };
    return [instead === undefined ? fault : { ...fault, instead: instead(words) }];
  });
}
