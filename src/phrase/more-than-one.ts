import type { Check } from './check.ts';
import { MARK, TAKEN } from './mask.ts';
import { MONTH_NAMES, WEEKDAY_NAMES } from './names.ts';

const READ = MARK.amount;
const ALONE_BEFORE = String.raw`(?<=(?:^|[${TAKEN}])[\s,;:(]{0,3})`;
const ALONE_AFTER = String.raw`(?=[\s,;.!):]*(?:$|[${TAKEN}]))`;
/** What two numbers behind a range may count, being no second one. */
const UNITS =
  /^ (?:%|(?:days?|weeks?|months?|years?|hours?|minutes?|people|points?|pages?|words?|times|km|miles?|scale)(?!\w))/i;
/** What joins one weekday to the next. */
const AND_SO_ON = String.raw`(?:\s?[/&+,-]\s?| and | to )`;
const SPAN = '(?:days?|weekdays?|weeks?|months?|mornings?|afternoons?|evenings?|nights?|person|head)';

/** What makes one line several entries: several days, a rate. */
export const MORE_THAN_ONE: readonly Check[] = [
  {
    pattern: new RegExp(
      String.raw`${ALONE_BEFORE}(?<!\w)${WEEKDAY_NAMES}${AND_SO_ON}(?:${WEEKDAY_NAMES}(?:${AND_SO_ON}${WEEKDAY_NAMES})*(?!\w)${ALONE_AFTER}|${MARK.day}+)`,
    ),
    message: (text) => `One line is for one day: “${text}” is more than one.`,
    reason: 'too_many',
  },
  {
    pattern: new RegExp(
      String.raw`(?<=${MARK.day}(?:,|,? ?(?:and|&|\+|/)) ?)\d{1,2}(?:st|nd|rd|th)?(?! ?${MONTH_NAMES})${ALONE_AFTER}`,
    ),
    message: (text) => `One line is for one day: “${text}” may be a second one.`,
    reason: 'too_many',
  },
  {
    pattern: new RegExp(
      String.raw`(?<=${READ}) (?:an? ${SPAN}(?!\w)(?:${ALONE_AFTER}|(?= (?:this|last|for|from|since|all)(?!\w)))|(?:per|every|each) ${SPAN}(?!\w| of\b)|each (?=(?:for|to|with|on|at|from) ))`,
    ),
    message: (text) => `“${text.trim()}” makes it more than one entry: log each by itself.`,
    reason: 'too_many',
  },
];

/** Beside a range: another one behind a comma and words, `9-12 docs, 1-5 review`. */
export const SECOND_RANGE: Check = {
  pattern: new RegExp(
    String.raw`(?<=${MARK.clock} [^${MARK.opaque}${TAKEN}\d]{1,80}(?:[,;/]|[\s,]and|[\s,]then) )(?!(\d{1,2})-\1(?!\d))\d{1,2}(?:[:.]\d\d)?(?: ?- ?\d{1,2}(?:[:.]\d\d)?(?![\w:%/-])| ${MARK.clock}+)`,
  ),
  isFault: (_, after) => !UNITS.test(after),
  message: (text) => `One line is for one time: “${text}” may be a second one.`,
  reason: 'too_many',
};
