import { array, assert, constantFrom, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BESIDE_LENGTH } from '../../src/phrase/beside-length.ts';
import { MARK } from '../../src/phrase/mask.ts';

const READ = MARK.amount.repeat(3);
/** Lines of lengths that were read and of words that may belong to them, mostly with a space between. */
const WORD = constantFrom(
  ...[READ, READ, READ, 'or', 'to', 'between', 'and', 'of', '1', '30', '1/2', '1.5', '1.', ',', '..'],
  ...['a', 'an', 'two', 'twenty-five', 'hundred', 'thousand', 'dozen', 'couple', 'half', 'third', 'quarters'],
  ...['login', MARK.tag, MARK.day],
);
const LINE = array(tuple(WORD, constantFrom(' ', ' ', ' ', ' ', '')), { minLength: 2, maxLength: 7 });
const hinted = BESIDE_LENGTH.flatMap(({ pattern, hint }) => (hint === undefined ? [] : [{ pattern, hint }]));

describe('the hint of a check', () => {
  it.each(hinted)('$hint is in every line that its pattern matches', ({ pattern, hint }) => {
    let found = 0;
    assert(
      property(LINE, (words) => {
        const mask = words.flat().join('');
        if (!pattern.test(mask)) return;
        found += 1;
        expect(mask).toMatch(hint);
      }),
      { seed: 9, numRuns: 20_000 },
    );
    expect(found).toBeGreaterThan(100);
  });
});
