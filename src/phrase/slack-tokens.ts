/** What stands for one of Slack's `<…>` tokens in a line; opaque words are note text. */
export type SlackToken = { readonly words: string; readonly opaque: boolean };

/**
 * Reads the inside of `<…>`: a channel link becomes the `#name` that was typed; mentions, links and groups become readable
 * note text; anything else was typed by hand and keeps its brackets.
 */
export function slackToken(inside: string): SlackToken {
  const bar = inside.indexOf('|');
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? '' : inside.slice(bar + 1).trim();
  if (/^#C[A-Z0-9]*$/.test(target)) {
    return label === '' ? { words: `<${target}>`, opaque: true } : { words: `#${label}`, opaque: false };
  }
  if (/^@[UW][A-Z0-9]*$/.test(target)) {
    return { words: label === '' ? `<${target}>` : `@${label.replace(/^@/, '')}`, opaque: true };
  }
  if (target.startsWith('!')) {
    const group = label === '' ? target.slice(1).replace(/\^.*$/s, '') : label.replace(/^@/, '');
    return { words: `@${group}`, opaque: true };
  }
  if (/^mailto:/i.test(target)) {
    return { words: label === '' ? target.slice('mailto:'.length) : label, opaque: true };
  }
  if (/^[a-z][a-z+.-]{1,20}:/i.test(target)) {
    return { words: label !== '' && target.endsWith(label) ? label : target, opaque: true };
  }
  return { words: `<${inside}>`, opaque: false };
}
