const TOKEN =
  /<(?:@[UW][A-Z0-9]+(?:\|[^<>]*)?|#C[A-Z0-9]+(?:\|[^<>]*)?|!date\^[^<>]+|!subteam\^[^<>]+|!(?:channel|here|everyone)(?:\|[^<>]*)?|(?:https?|mailto|slack|tel):[^<>]+)>/g;
const BROADCAST = /^<!(?:channel|here|everyone|subteam)\b/;

/** What is dangerous or broken in a text that Slack reads as mrkdwn: notices to everybody, unescaped `&`, `<` and `>`. */
export function mrkdwnDangers(text: string): readonly string[] {
  const dangers: string[] = [];
  const rest = text.replace(TOKEN, (token) => {
    if (BROADCAST.test(token)) dangers.push(`${token} notifies many people; escape it as text`);
    return ' ';
  });
  if (/&(?!amp;|lt;|gt;)/.test(rest)) dangers.push('an unescaped & (write &amp;)');
  if (rest.includes('<')) dangers.push('an unescaped < (write &lt;)');
  // At the start of a line it is the mark of a quotation.
  if (rest.replace(/^(>>>|>)/gm, '').includes('>')) dangers.push('an unescaped > (write &gt;)');
  return dangers;
}
