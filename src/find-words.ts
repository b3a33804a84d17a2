/**
 * A text as it is compared in a search: whatever its case and accents, in any script. `é` meets `e`; marks that make
 * another letter (`が`, `किताब`) are kept.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/g, '')
    .normalize('NFC')
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ς', 'σ');
}

/** What a search looks for, folded. */
export type SearchedWord = {
  readonly text: string;
  /** True for words in double quotes: they belong together, and no letter may follow. */
  readonly isWhole: boolean;
};

/** The words of a search; those in double quotes are one. */
export function searchedWords(typed: string): readonly SearchedWord[] {
  return [...typed.matchAll(/"([^"]+)"|[^\s"]+/g)]
    .map(([word, quoted]) => ({ text: foldText((quoted ?? word).trim()), isWhole: quoted !== undefined }))
    .filter(({ text }) => text !== '');
}

/**
 * True when every word stands somewhere in the text at the beginning of a word: `me` is in `meeting` and not in `time off`.
 * A quoted one is whole: `"meet"` is in neither. Scripts that write no spaces are searched anywhere.
 */
export function holdsWords(text: string, words: readonly SearchedWord[]): boolean {
  if (words.length === 0) return true;
  const folded = foldText(text);
  return words.every((word) => placeIn(folded, word) >= 0);
}

/** Where a word stands in a folded text; -1 where it does not. */
function placeIn(folded: string, { text, isWhole }: SearchedWord): number {
  for (let at = folded.indexOf(text); at >= 0; at = folded.indexOf(text, at + 1)) {
    const end = at + text.length;
    if (!goesOn(folded, at) && !(isWhole && goesOn(folded, end))) return at;
  }
  return -1;
}

/** Letters and digits of the scripts that put spaces between words. */
const SPACED =
  /^[[\p{L}\p{M}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]]$/v;

/** True where a word goes on across a place in a text. */
function goesOn(text: string, place: number): boolean {
  if (place === 0) return false;
  const after = String.fromCodePoint(text.codePointAt(place) ?? 32);
  return SPACED.test(lastOf(text.slice(Math.max(0, place - 2), place))) && SPACED.test(after);
}

function lastOf(text: string): string {
  return [...text].at(-1) ?? ' ';
}

/** A piece of a text; `before` and `after` tell whether anything was left out on that side. */
export type Excerpt = { readonly text: string; readonly before: boolean; readonly after: boolean };

/** About `length` UTF-16 units of a text around the first of the words; its beginning where none is found. */
export function excerptOf(text: string, words: readonly SearchedWord[], length: number): Excerpt {
  if (text.length <= length) return { text, before: false, after: false };
  const letters = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)];
  const found = placeOf(text, letters, words);
  const start = letters.findLast(({ index }) => index <= Math.max(0, found - Math.floor(length / 3)));
  const from = wordStart(text, start?.index ?? 0, found);
  const end = letters.findLast(({ index }) => index <= from + length)?.index ?? text.length;
  const last = text.length - from <= length;
  return { text: text.slice(from, last ? text.length : end), before: from > 0, after: !last };
}

/** Where the first of the words stands in the text as it was written. */
function placeOf(text: string, letters: readonly Intl.SegmentData[], words: readonly SearchedWord[]): number {
  const folded = foldText(text);
  const places = words.map((word) => placeIn(folded, word)).filter((place) => place >= 0);
  if (places.length === 0) return 0;
  let left = Math.min(...places);
  for (const { segment, index } of letters) {
    if (left <= 0) return index;
    left -= foldText(segment).length;
  }
  return 0;
}

/** The start of a word between two places, so that none is cut in half; the first place where there is no such start. */
function wordStart(text: string, from: number, to: number): number {
  if (from === 0) return 0;
  const space = text.slice(from, to).search(/\s\S/);
  return space < 0 ? from : from + space + 1;
}
