import { describe, expect, it } from 'vitest';
import { excerptOf, foldText, holdsWords, searchedWords } from '../src/find-words.ts';

describe('a search for words', () => {
  it.each([
    ['Talked with Kim', 'kim', true],
    ['Café au lait', 'CAFE', true],
    ['cafe\u0301', 'café', true],
    ['Straße', 'STRASSE', true],
    ['ΟΔΟΣ', 'οδός', true],
    ['İstanbul', 'istanbul', true],
    ['time off', 'me', false],
    ['meeting with Ana', 'me an', true],
    ['Analysis of IT', 'ana it', true],
    ['Analysis of items', '"Ana"', false],
    ['Analysis of items', '"it"', false],
    ['call (Ana)', '"ana"', true],
    ['a start, an art class', 'art', true],
    ['a start', 'art', false],
    ['Q3-review', 'review', true],
    ['line12', '12', false],
    ['the second drafts', '"second draft"', false],
    ['rétro 😀party', 'party', true],
    ['팀회의', '회의', true],
    ['日本語のメモ', '本語', true],
    ['かぎ', 'がぎ', false],
    ['मेरी किताब', 'किताब', true],
    ['first draft, second draft', 'second first', true],
    ['first draft', 'first "second draft"', false],
    ['the second draft', '"second draft"', true],
    ['anything', '', true],
  ])('in “%s” for “%s”: %s', (text, typed, found) => {
    expect(holdsWords(text, searchedWords(typed))).toBe(found);
  });

  it('folds the same text the same way', () => {
    for (const text of ['Ärger', 'ﬁn', 'Ǆ', '😀']) expect(foldText(foldText(text))).toBe(foldText(text));
  });
});

describe('an excerpt', () => {
  const long = `${'before and again '.repeat(30)}the café of Zoë ${'after all that '.repeat(30)}`;

  it('is the whole of a short text', () => {
    expect(excerptOf('short', searchedWords('x'), 20)).toEqual({
      text: 'short',
      before: false,
      after: false,
    });
  });

  it('lies around the word, whole words at its start, and says what was left out', () => {
    const excerpt = excerptOf(long, searchedWords('ZOE'), 100);
    expect(excerpt).toMatchObject({ before: true, after: true });
    expect(excerpt.text).toContain('the café of Zoë');
    expect(excerpt.text).toMatch(/^(?:before|and|again)/);
    expect(excerpt.text.length).toBeLessThanOrEqual(100);
  });

  it('is the beginning where the word is not there, and the end where it is the last', () => {
    expect(excerptOf(long, searchedWords('nothing'), 100)).toMatchObject({ before: false, after: true });
    expect(excerptOf(`${long}Omega`, searchedWords('omega'), 100)).toMatchObject({
      before: true,
      after: false,
    });
  });

  it('never cuts a letter, in any script and without spaces', () => {
    const family = '👩‍👩‍👧‍👦'.repeat(60);
    const { text } = excerptOf(`${family}zebra${family}`, searchedWords('zebra'), 100);
    expect(text).toContain('zebra');
    expect(text.replaceAll('👩‍👩‍👧‍👦', '')).toBe('zebra');
  });
});
