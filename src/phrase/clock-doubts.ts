import type { Seconds } from '../duration.ts';
import { amend, type Doubt, type Draft, type LooseClock } from './draft.ts';
import { gapOf, type Piece, TAKEN, textOf } from './mask.ts';

/** A clock time without a leading word must touch the length. */
const TOUCH = new RegExp(String.raw`^[\s,${TAKEN}]*(?:for )?$`);

const ALONE_AFTER = new RegExp(String.raw`^[\s,;.!)]*(?:$|[${TAKEN}])`);

/** True when no word of the note goes on behind a clock time. */
export function standsAlone(draft: Draft, clock: Piece<LooseClock>): boolean {
  return ALONE_AFTER.test(draft.mask.slice(clock.end));
}

/** What a clock time that was put to no length may have meant beside one. */
export function clockDoubts(
  draft: Draft,
  amount: Piece<Seconds>,
  loose: Piece<LooseClock>,
): readonly Doubt[] {
  return [...untilDoubt(draft, amount, loose), ...momentDoubt(draft, amount, loose)];
}

/** `1h from 3 customers`: an hour alone before a plural may be a number of those. */
export function countDoubt(draft: Draft, clock: Piece<LooseClock>): readonly Doubt[] {
  const counted = /^ [a-z][a-z'-]+s(?!\w)/.exec(draft.mask.slice(clock.end, clock.end + 40));
  if (clock.value.isSure || counted === null || !/\d$/.test(textOf(draft, clock))) return [];
  const words = textOf(draft, clock) + draft.text.slice(clock.end, clock.end + counted[0].length);
  return [
    {
      message: `“${words.trim()}” may say when it was, or what it was about.`,
      lines: [
        amend(draft, { start: clock.end, end: clock.end }, ':00'),
        amend(draft, { start: clock.start, end: clock.end + counted[0].length }, words, 'opaque'),
      ],
    },
  ];
}

/** `1h to 5pm` may say when it ended; `1h to 5 customers` does not. */
function untilDoubt(draft: Draft, amount: Piece<Seconds>, loose: Piece<LooseClock>): readonly Doubt[] {
  const { role, isSure } = loose.value;
  const follows = amount.end <= loose.start && /^\s?$/.test(gapOf(draft, amount, loose));
  if (role !== 'to' || !follows || !(isSure || standsAlone(draft, loose))) return [];
  const words = textOf(draft, loose);
  return [
    {
      message: `“${words}” may say when it ended, or be part of the note.`,
      lines: [amend(draft, loose, words.replace(/^to/i, 'until')), amend(draft, loose, words, 'opaque')],
    },
  ];
}

/** A sure time in the same line may be when the work was, or part of the note. */
function momentDoubt(draft: Draft, amount: Piece<Seconds>, loose: Piece<LooseClock>): readonly Doubt[] {
  const { role, isSure } = loose.value;
  const touches = TOUCH.test(gapOf(draft, amount, loose));
  if (role === 'bare' && /^(?:noon|midday|midnight)$/i.test(loose.value.clock.text)) return [];
  if (!isSure || role === 'to' || (role === 'bare' && !touches)) return [];
  const words = textOf(draft, loose).trim();
  const length = textOf(draft, amount).trim();
  const led = role === 'bare' ? `at ${words}` : words;
  const [first, last] = amount.start < loose.start ? [amount, loose] : [loose, amount];
  const between = draft.text.slice(first.end, last.start);
  const merged = `${length} ${led} ${between}`;
  return [
    {
      message: `“${words}” may be when it was, or part of the note.`,
      lines: [
        amend(draft, { start: first.start, end: last.end }, merged),
        amend(draft, loose, textOf(draft, loose), 'opaque'),
      ],
    },
  ];
}
