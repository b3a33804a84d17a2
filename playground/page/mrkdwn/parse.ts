/** Text in Slack's mark-up as a tree. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'emoji'; readonly name: string }
  | { readonly kind: 'bold' | 'italic' | 'strike'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'link'; readonly url: string; readonly text: string }
  | { readonly kind: 'mention'; readonly id: string; readonly text: string }
  | { readonly kind: 'date'; readonly seconds: number; readonly format: string; readonly fallback: string };

export type Paragraph =
  | { readonly kind: 'lines' | 'quote'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'preformatted'; readonly text: string };

/**
 * Reads mrkdwn as Slack does. The library's own reader doubles the colons of `9:30–11:00`, loses the bold of a text with
 * `&lt;` in it and adds spaces after escapes, so it is not used for this.
 */
export function parseMrkdwn(text: string): readonly Paragraph[] {
  return text.split(/```\n?([\s\S]*?)\n?```/).flatMap((part, index): readonly Paragraph[] => {
    if (index % 2 === 1) return [{ kind: 'preformatted', text: decodeEntities(part) }];
    return part === '' ? [] : linesAndQuotes(part);
  });
}

/** Lines that begin with `>` are a quotation; Slack takes the escaped sign for the same. */
const QUOTED = /^(?:>|&gt;) ?/;

function linesAndQuotes(text: string): readonly Paragraph[] {
  const paragraphs: { readonly kind: 'lines' | 'quote'; readonly lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const kind = QUOTED.test(line) ? 'quote' : 'lines';
    const last = paragraphs.at(-1);
    if (last?.kind === kind) last.lines.push(line.replace(QUOTED, ''));
    else paragraphs.push({ kind, lines: [line.replace(QUOTED, '')] });
  }
  return paragraphs.map(({ kind, lines }) => ({ kind, pieces: inline(lines.join('\n')) }));
}

/** A mark counts at the edge of a word, with no space inside: `2*3*4` is no bold. */
const mark = (sign: string) =>
  `(?<![\\w${sign}])${sign}(?=\\S)([^${sign}\\n]*[^\\s${sign}])${sign}(?![\\w${sign}])`;
const INLINE = new RegExp(
  [
    '`([^`\\n]+)`',
    '<([^<>\\n]+)>',
    ':([a-z0-9_+-]*[a-z_+][a-z0-9_+-]*):',
    ...['\\*', '_', '~'].map(mark),
  ].join('|'),
  'g',
);

function inline(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > end) pieces.push({ kind: 'text', text: decodeEntities(text.slice(end, match.index)) });
    pieces.push(pieceOf(match));
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ kind: 'text', text: decodeEntities(text.slice(end)) });
  return pieces;
}

function pieceOf([whole, code, token, emoji, bold, italic, strike]: RegExpMatchArray): Piece {
  if (code !== undefined) return { kind: 'code', text: decodeEntities(code) };
  if (token !== undefined) return tokenPiece(token);
  if (emoji !== undefined) return { kind: 'emoji', name: emoji };
  if (bold !== undefined) return { kind: 'bold', pieces: inline(bold) };
  if (italic !== undefined) return { kind: 'italic', pieces: inline(italic) };
  if (strike !== undefined) return { kind: 'strike', pieces: inline(strike) };
  return { kind: 'text', text: decodeEntities(whole) };
}

function tokenPiece(token: string): Piece {
  const [target = '', ...rest] = token.split('|');
  const label = decodeEntities(rest.join('|'));
  const [, seconds, format] = /^!date\^(\d+)\^([^^]+)/.exec(target) ?? [];
  if (seconds !== undefined && format !== undefined) {
    return { kind: 'date', seconds: Number(seconds), format, fallback: label };
  }
  if (/^[@#!]/.test(target)) return { kind: 'mention', id: target, text: label };
  return { kind: 'link', url: decodeEntities(target), text: label || decodeEntities(target) };
}

function decodeEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
