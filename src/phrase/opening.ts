import { MONTH_NAMES, WEEKDAY_NAMES } from './names.ts';

/** What bare hours may stand behind: the start, a tag, a task, a day. */
export const OPENING = new RegExp(
  String.raw`(?:^|[\uE001-\uE003]|(?<![\w_])(?:today|yesterday|morning|afternoon|evening|night|tonight|ago|week|month|${WEEKDAY_NAMES}|\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{4}|${MONTH_NAMES} \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?|\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH_NAMES}(?:,? \d{4})?|the \d{1,2}(?:st|nd|rd|th)))[\s,:()@]*(?:at )?$`,
);
