import { slips } from '../near-word.ts';
import { amend, type Doubt, type Draft, firstOf } from './draft.ts';
import { TAKEN, textOf } from './mask.ts';

/** Where a name counts: anywhere, only where it stands alone, or only beside the number that it needs. */
type Name = {
  readonly name: string;
  readonly where: 'anywhere' | 'alone' | 'beside a number' | 'after a number';
};

/** Long names of days are near to no other word; `sundry` and the like are near to short ones. */
const NAMES: readonly Name[] = [
  ...named('anywhere', 'yesterday tomorrow tuesday wednesday thursday saturday'),
  ...named('alone', 'monday friday sunday'),
  ...named('beside a number', 'january february august september october november december'),
  ...named('after a number', 'hours minute minutes second seconds'),
];

const WORD = /(?<![\w'@#./-])[adfhjmnostwy][a-z]{3,10}(?![\w'@/-]|\.\w)/g;
const LED = /(?<!\w)(?:on|last|past|this) $/;
const ALONE_BEFORE = new RegExp(String.raw`(?:^|[${TAKEN}])[\s,;:.()]*$`);
const ALONE_AFTER = new RegExp(String.raw`^[\s,;:.()!]*(?:[${TAKEN}]|$)`);
const NUMBER_BEFORE = /(?<![\w.,#-])\d{1,2}(?:st|nd|rd|th)? (?:of )?$/;
const QUANTITY_BEFORE = /(?<![\w#-])\d[\d.,]* ?$/;
const NUMBER_AFTER = /^ \d{1,2}(?:st|nd|rd|th)?(?![\w.,:])/;

/** Asks about a word that is all but the name of a day, a month or a unit: as a note it would leave the entry wrong unseen. */
export function doubtMisspelt(draft: Draft): Draft {
  const doubts = firstOf([...draft.mask.matchAll(WORD)], (match) => doubtsOf(draft, match));
  return doubts.length === 0 ? draft : { ...draft, doubts: [...draft.doubts, ...doubts] };
}

function doubtsOf(draft: Draft, { 0: word, index }: RegExpExecArray): readonly Doubt[] {
  const near = NAMES.find(({ name, where }) => isNear(word, name) && isThere(where, draft.mask, index, word));
  if (near === undefined) return [];
  const place = { start: index, end: index + word.length };
  const written = textOf(draft, place);
  return [
    {
      message: `“${written}” may be ${near.name}, or part of the note.`,
      lines: [amend(draft, place, near.name), amend(draft, place, written, 'opaque')],
    },
  ];
}

function isThere(where: Name['where'], mask: string, start: number, word: string): boolean {
  const before = mask.slice(Math.max(0, start - 16), start);
  const after = mask.slice(start + word.length, start + word.length + 16);
  switch (where) {
    case 'anywhere':
      return true;
    case 'alone':
      return LED.test(before) || (ALONE_BEFORE.test(before) && ALONE_AFTER.test(after));
    case 'beside a number':
      return NUMBER_BEFORE.test(before) || NUMBER_AFTER.test(after);
    case 'after a number':
      return QUANTITY_BEFORE.test(before);
  }
}

/** One slip of the keyboard away, two in a long name: a letter more, less, other, or two in the wrong order. Both ends are right, or the last two letters swapped. */
function isNear(word: string, name: string): boolean {
  if (word.charAt(0) !== name.charAt(0) || word === name) return false;
  const hasSwappedEnd = word.at(-1) === name.at(-2) && word.at(-2) === name.at(-1);
  if (word.at(-1) !== name.at(-1) && !hasSwappedEnd) return false;
  const most = name.length >= 8 ? 2 : 1;
  return Math.abs(word.length - name.length) <= most && slips(word, name) <= most;
}

function named(where: Name['where'], names: string): readonly Name[] {
  return names.split(' ').map((name) => ({ name, where }));
}
