import type { EntryContent } from '../../entry.ts';
import { excerptOf, type SearchedWord } from '../../find-words.ts';
import type { NoteContent } from '../../note.ts';
import type { LocalDate } from '../../time.ts';
import { type Block, section } from '../slack/blocks.ts';
import { escapeText } from '../slack/escape.ts';
import { dayWords, entryLine, subjectWords } from './words.ts';

/** Where a note stands, as mrkdwn: `today, Wed 16 Sep · #sea · task-12`. */
export function notePlace(note: NoteContent, today: LocalDate): string {
  return [dayWords(note.date, today), subjectWords(note)].filter((part) => part !== '').join(' · ');
}

/** The entry that carries a note, as mrkdwn: `today, Wed 16 Sep · *45m* · #writing`. */
export function entryPlace(entry: EntryContent, today: LocalDate): string {
  return `${dayWords(entry.date, today)} · ${entryLine({ ...entry, note: '' })}`;
}

/** A text as a quotation in mrkdwn. */
export function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${escapeText(line)}`)
    .join('\n');
}

/** The part of a note around the first of the words, in one quoted line; `whole` where nothing had to be left out. */
export function excerptWords(
  text: string,
  words: readonly SearchedWord[],
  length: number,
): { readonly mrkdwn: string; readonly whole: boolean } {
  const excerpt = excerptOf(text, words, length);
  const [start, end] = [excerpt.before ? '…' : '', excerpt.after ? '…' : ''];
  const line = excerpt.text.replace(/\s+/g, ' ').trim();
  return {
    mrkdwn: quoted(`${start}${line}${end}`),
    whole: !excerpt.before && !excerpt.after && line === text.trim(),
  };
}

/** As much as one section holds once the text is escaped. */
const MOST_ESCAPED = 2900;

/** A text of any length as paragraphs of mrkdwn, none of which Slack would refuse. */
export function wholeText(text: string): Block[] {
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    const letter = escapeText(segment);
    if (piece.length + letter.length > MOST_ESCAPED) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  // Slack refuses a paragraph of nothing but spaces.
  return [...pieces, piece].filter((one) => one.trim() !== '').map(section);
}
