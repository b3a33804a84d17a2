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

/** The words of a search, folded; words in double quotes belong together. */
export function searchedWords(typed: string): readonly string[] {
  return [...typed.matchAll(/"([^"]+)"|[^\s"]+/g)].map(([word, quoted = word]) => foldText(quoted.trim()));
}

/** True when every word stands somewhere in the text. */
export function holdsWords(text: string, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const folded = foldText(text);
  return words.every((word) => folded.includes(word));
}

/** A piece of a text; `before` and `after` tell whether anything was left out on that side. */
export type Excerpt = { readonly text: string; readonly before: boolean; readonly after: boolean };

/** About `length` UTF-16 units of a text around the first of the words; its beginning where none is found. */
export function excerptOf(text: string, words: readonly string[], length: number): Excerpt {
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
function placeOf(text: string, letters: readonly Intl.SegmentData[], words: readonly string[]): number {
  const folded = foldText(text);
  const places = words.map((word) => folded.indexOf(word)).filter((place) => place >= 0);
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
