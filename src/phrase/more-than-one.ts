import type { Check } from './check.ts';
import { MARK, TAKEN } from './mask.ts';
import { MONTH_NAMES, WEEKDAY_NAMES } from './names.ts';

const READ = MARK.amount;
const ALONE_BEFORE = String.raw`(?<=(?:^|[${TAKEN}])[\s,;:(]{0,3})`;
const ALONE_AFTER = String.raw`(?=[\s,;.!):]*(?:$|[${TAKEN}]))`;
const SPAN = '(?:days?|weekdays?|weeks?|months?|mornings?|afternoons?|evenings?|nights?|person|head)';

/** What makes one line several entries: several days, a rate. */
export const MORE_THAN_ONE: readonly Check[] = [
  {
    pattern: new RegExp(
      String.raw`${ALONE_BEFORE}(?<!\w)${WEEKDAY_NAMES}(?:(?:\s?[/&+,]\s?| and | to )${WEEKDAY_NAMES})+(?!\w)${ALONE_AFTER}`,
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
      String.raw`(?<=${READ}) (?:(?:an?|per|every|each) ${SPAN}(?!\w| (?:in|of)\b)|each (?=(?:for|to|with|on|at|from) ))`,
    ),
    message: (text) => `“${text.trim()}” makes it more than one entry: log each by itself.`,
    reason: 'too_many',
  },
];
