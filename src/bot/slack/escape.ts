/**
 * Makes a person's text safe inside mrkdwn and message text: without this `<!channel>` pings everybody and `<https://…|bank>`
 * forges a link. Slack asks for exactly these three replacements.
 */
export function escapeText(text: string): string {
  const safe = escapeMarks(text);
  return RIGHT_TO_LEFT.test(text) ? `\u2068${safe}\u2069` : safe;
}

/** Text that is written from the right stands by itself, or it would carry the figures beside it along. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

function escapeMarks(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** As {@link shorten}, for text that is escaped already: no entity is cut in two. */
export function shortenEscaped(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${shorten(text, length).replace(/&[a-z]{0,3}…$/, '…')}`;
}

/** A person's text as inline code, where Slack formats nothing; backticks would end it, so they become straight quotes. */
export function inlineCode(text: string): string {
  return `\`${escapeMarks(text.replaceAll('`', "'").replace(/\s+/g, ' ').trim())}\``;
}

/** At most `length` characters as a person counts them, cut with an ellipsis; never splits a letter from its accent. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const letters = [
    ...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text.slice(0, length + 64)),
  ];
  let kept = '';
  for (const { segment } of letters) {
    if (kept.length + segment.length > length - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
