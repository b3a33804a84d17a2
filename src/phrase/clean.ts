import { foldLetters, type Line, MARK } from './mask.ts';
import { slackToken } from './slack-tokens.ts';

/** The longest line that is read at all, in characters. */
export const LONGEST_LINE = 2000;

/** True for a line that is refused unread; some single characters unfold to eighteen. */
export function isTooLong(raw: string): boolean {
  if (raw.length > LONGEST_LINE && [...raw].length > LONGEST_LINE) return true;
  return /[^ -~]/.test(raw) && raw.normalize('NFKC').length > 2 * LONGEST_LINE;
}

/**
 * Brings what was typed to one spelling: Unicode, dashes, quotes and spaces folded, Slack's escapes undone. Quoted text,
 * mentions, links and emoji names come back opaque: they are note text, and no step reads inside them.
 */
export function clean(raw: string): Line {
  if (PLAIN.test(raw)) return { text: raw, mask: foldLetters(raw) };
  const known = raw.toWellFormed().replace(UNKNOWN, ' ').replace(INVISIBLE, '');
  let text = '';
  let mask = '';
  const add = (piece: string, opaque: boolean) => {
    const folded = piece.replace(/\s+/g, ' ');
    const fresh = text === '' || text.endsWith(' ') ? folded.trimStart() : folded;
    text += fresh;
    mask += opaque ? MARK.opaque.repeat(fresh.length) : foldLetters(fresh);
  };
  let end = 0;
  for (const match of known.matchAll(OPAQUE)) {
    add(fold(known.slice(end, match.index)), false);
    const [whole, quoted, token] = match;
    if (quoted !== undefined) {
      add(`"${decode(quoted)}"`, true);
    } else if (token !== undefined) {
      const { words, opaque } = slackToken(token);
      add(opaque ? decode(words) : fold(words), opaque);
    } else {
      add(decode(whole), true);
    }
    end = match.index + whole.length;
  }
  add(fold(known.slice(end)), false);
  return { text: text.trimEnd(), mask: mask.slice(0, text.trimEnd().length) };
}

/** Control and private-use characters. */
const UNKNOWN = /[^ -~\u00A0-\uDFFF\uF900-\uFFFF]/g;
/** A line in which nothing has to be brought to another spelling. */
const PLAIN = /^[!#-%'()+-9;=?A-Z[-^a-z{|}]+(?: [!#-%'()+-9;=?A-Z[-^a-z{|}]+)*$/;
const INVISIBLE =
  /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]|(?<=[ -~]|^)[\u200C\u200D]|[\u200C\u200D](?=[ -~]|$)/g;

/** Double quotes around words; Slack's `<…>`; a bare address; `:emoji_name:`. */
const OPAQUE =
  /(?<![\w\u00C0-\uD7FF])["“”„‟＂]((?:\\["“”„‟＂]|[^"“”„‟＂])+)["“”„‟＂](?![\w\u00C0-\uD7FF])|<([@#!]?[^<>\s][^<>]*)>|https?:\/\/[^\s<>"]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.[a-z]{2,}|(?<![\w\u00C0-\uD7FF]):[a-z\d_+'-]{1,100}:(?!\d)/gi;

const VULGAR: Readonly<Record<string, string>> = {
  '¼': '1/4',
  '½': '1/2',
  '¾': '3/4',
  '⅓': '1/3',
  '⅔': '2/3',
  '⅕': '1/5',
  '⅖': '2/5',
  '⅗': '3/5',
  '⅘': '4/5',
  '⅙': '1/6',
  '⅚': '5/6',
  '⅛': '1/8',
  '⅜': '3/8',
  '⅝': '5/8',
  '⅞': '7/8',
};

function fold(plain: string): string {
  const fractions = plain.replace(/[¼½¾⅓-⅞]/g, (sign) => ` ${VULGAR[sign] ?? sign}`);
  return stripMarks(
    decode(
      fractions
        .normalize('NFKC')
        .replace(/[\u2010-\u2015\u2212]/g, '-')
        .replace(/[\u2018\u2019\u201A\u201B\u2032]/g, "'")
        .replace(/[\u201C-\u201F\u2033]/g, '"')
        .replace(/\u2044/g, '/'),
    ),
  );
}

function decode(text: string): string {
  return text.replace(/&(lt|gt|amp);/g, (_, name) => (name === 'lt' ? '<' : name === 'gt' ? '>' : '&'));
}

/** Slack's bold, italic, strike and code marks at the edges of words; `~4h` (about four hours) and `#dev_` keep theirs. */
function stripMarks(text: string): string {
  if (!/[*_~`]/.test(text)) return text;
  const lastClosing = [...text.matchAll(/~(?!\S)/g)].at(-1)?.index ?? -1;
  return text.replace(/\S+/g, (word, at: number) => {
    const isAbout = /^~[\d.,]/.test(word) && at > lastClosing;
    return isAbout ? word : stripWord(word);
  });
}

function stripWord(word: string): string {
  let start = skip(word, 0, 1, '(["\'');
  const opened = start;
  start = skip(word, start, 1, '*_~`');
  const isTag = start === opened && word[start] === '#';
  const closed = skip(word, word.length - 1, -1, ')]"\'.,;:!?');
  const end = skip(word, closed, -1, isTag ? '*~`' : '*_~`');
  return end < start ? word : word.slice(0, opened) + word.slice(start, end + 1) + word.slice(closed + 1);
}

function skip(word: string, from: number, step: 1 | -1, characters: string): number {
  let at = from;
  while (at >= 0 && at < word.length && characters.includes(word.charAt(at))) at += step;
  return at;
}
