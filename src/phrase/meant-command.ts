/** Verbs that nobody logs work under without saying how long it took. */
const VERB = /^(?:team (?:report|leads?|digest|members)|report|list|export|tags|tasks|notes|week|month)\s/i;

const SPAN = '(?:day|week|month|quarter|year|weekend|sprint)s?';

/** What commands are told with, and notes of work hardly ever: groupings, spans, members, quotes, formats. */
const SPEECH = new RegExp(
  [
    String.raw`(?<!\w)(?:by|per) [a-z_]+$`,
    String.raw`(?<!\w)(?:by|per) (?:day|week|month|tag|task|member|unit)s?(?!\w)`,
    String.raw`(?<!\w)(?:last|past|this|next|previous|latest|top|first) (?:\d+|${SPAN}(?!\w))`,
    String.raw`(?<!\w)(?:\d+ ${SPAN}|${SPAN} \d+|q\d)(?!\w)`,
    String.raw`(?<!\w)(?:shared?|vs|versus|compared|rounded|everyone|everybody|csv|json|pdf|xlsx?|excel)(?!\w)`,
    String.raw`^(?:team )?(?:report|list|export) (?:since|from|until|till|between)(?!\w)`,
    String.raw`^team leads? (?:add|remove)(?!\w)`,
    String.raw`"|<@|(?<![\w.])@[\w.]`,
  ].join('|'),
  'i',
);

/**
 * True for a line that is plainly meant as a command, although none reads it (`report by colour`, `team leads add @kim`): as work
 * to log it would be advised to say how long it took, which helps nobody.
 */
export function isMeantAsCommand(text: string): boolean {
  const line = text.replace(/\s+/g, ' ').trim();
  return VERB.test(line) && SPEECH.test(line);
}
