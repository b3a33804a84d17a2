import { formatDuration, type Seconds } from '../duration.ts';
import { AMOUNT_END, AMOUNT_START, readAmountAt } from './amount-words.ts';
import { amend, type Doubt, type Draft, type Fault, firstOf } from './draft.ts';
import { cover, MARK, type Piece } from './mask.ts';
import { multipleOf } from './multiple.ts';
import { MONTH_BEFORE_DAY } from './names.ts';

const START = new RegExp(
  String.raw`(?<![\w$€£¥#]|\d[,':-]|[a-z_]['-]|[./])([+~-]|minus |(?<=^)- )?${AMOUNT_START}`,
  'g',
);

const FIGURES = String.raw`\d{1,9}(?:[.,]\d{1,9})?`;
const UNIT = '(?:hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s)';

/** `1-2h`, `2 to 3 hours`, `2h - 4h`; without the first unit and with spaces around the dash only where no word stands before it. */
const SPREAD = new RegExp(
  String.raw`(?<![\w.,:/-])(?:(${FIGURES}(?: ?${UNIT})?)(?:-| to | or )|(${FIGURES} ?${UNIT}) - |(?<=(?:^|[\uE001\uE006])\s?)(${FIGURES}) - )(${FIGURES})([ -]?${UNIT}(?<! second(?= [a-z])))${AMOUNT_END}`,
  'g',
);

/** Takes the lengths of time in all their spellings. */
export function takeAmounts(draft: Draft): Draft {
  const { text } = draft;
  const spreads = spreadsOf(draft);
  const mask = cover(draft.mask, spreads, MARK.opaque);
  const faults: Fault[] = [];
  const pieces: Piece<Seconds>[] = [];
  let done = 0;
  for (const match of mask.matchAll(START)) {
    if (match.index < done) continue;
    const [lead, sign = ''] = match;
    if (isAfterMonth(mask, match.index)) continue;
    const read = readAmountAt(mask, match.index + lead.length);
    if (read === undefined) continue;
    done = read.end;
    const piece = { value: read.seconds ?? 0, start: match.index, end: read.end };
    const written = text.slice(piece.start, piece.end).trim();
    pieces.push(piece);
    if (read.seconds === undefined) {
      const message = `I cannot read “${written}” as a length: the minutes after an hour go up to 59.`;
      faults.push({ reason: 'invalid', message, start: piece.start, end: piece.end });
    } else if (/^(?:-|minus)/.test(sign)) {
      const message = `“${written}” is less than nothing.`;
      const place = { start: piece.start, end: piece.end };
      const instead = pieces.length > 1 ? {} : { instead: written.slice(sign.length) };
      faults.push({ reason: 'negative', message, ...place, ...instead });
    }
  }
  if (pieces.length + spreads.length + faults.length === 0) return draft;
  const amounts = [...pieces, ...spreads].sort((one, other) => one.start - other.start);
  const multiples = firstOf(pieces, (piece) => multipleOf({ ...draft, mask }, piece));
  const multipliers = multiples.flatMap(({ multiplier }) => multiplier);
  return {
    ...draft,
    mask: cover(cover(mask, amounts, MARK.amount), multipliers, MARK.opaque),
    amounts,
    faults: [...draft.faults, ...faults],
    doubts: [
      ...draft.doubts,
      ...spreads.map((spread) => spreadDoubt(draft, spread)),
      ...multiples.map(({ doubt }) => doubt),
      ...firstOf(pieces, (piece) => [
        ...countDoubt(draft, piece),
        ...commaDoubt(draft, piece),
        ...fractionDoubt(draft, piece),
        ...nameDoubt(draft, piece),
      ]),
    ],
  };
}

/** A length that goes from one to another, with its two ends as they could be written alone. */
type Spread = Piece<Seconds> & { readonly ends: readonly [string, string] };

function spreadsOf({ mask, text }: Draft): readonly Spread[] {
  if (!/-| to | or /.test(mask)) return [];
  return [...mask.matchAll(SPREAD)].map((match): Spread => {
    const [written, joined, spaced, bare, last = '', unit = ''] = match;
    const first = joined ?? spaced ?? bare ?? '';
    const place = { start: match.index, end: match.index + written.length };
    const seconds = readAmountAt(mask, place.end - last.length - unit.length)?.seconds ?? 0;
    const own = /[a-z]$/.test(first) ? '' : unit;
    const from = text.slice(place.start, place.start + first.length);
    return {
      value: seconds,
      ...place,
      ends: [from + own, text.slice(place.end - last.length - unit.length, place.end)],
    };
  });
}

/** `1-2h` says from how much to how much; `2h-4h` may also be from two to four. */
function spreadDoubt(draft: Draft, { start, end, ends }: Spread): Doubt {
  const [from, to] = ends.map((each) => /^(\d{1,2}) ?h$/i.exec(each)?.[1]);
  const written = draft.text.slice(start, end);
  const isClock = from !== undefined && to !== undefined && /^\d{1,2} ?h ?(?:-|to)/i.test(written);
  return {
    message: `“${written}” says from how much to how much; I need one length.`,
    lines: [...new Set(ends), ...(isClock ? [`from ${from} to ${to}`] : [])].map((words) =>
      amend(draft, { start, end }, words),
    ),
  };
}

/** `12 angry men`: what minutes rarely are, and numbers of things often. */
const DESCRIBED =
  /^ (?!(?:with|on|for|of|at|in|to|and|by|from|about) |[a-z]+(?:ing|ed) )[a-z][a-z-]* (?:[a-z][a-z'-]*[^\Wsiu]s|[a-z-]*(?:people|men|children))(?![\w])/;
/** Things that are counted, also where another word describes them: `tickets`, `people`, `new tickets`. */
const COUNTED =
  /^(?: (?:(?:new|old|more|other|open|closed|small|big|different|remaining|failed|unread) )?(?:[a-z][a-z'-]*[^\Wsiu]s|[a-z-]*(?:people|men|children)|feet|teeth|mice)|[.:] [a-z]+)(?![\w])/;

/** `1h 20 tickets` may be 1h 20m, or an hour and twenty tickets. */
function countDoubt(draft: Draft, { start, end }: Piece<Seconds>): readonly Doubt[] {
  const [, hours = '', number = ''] = /^(.*[a-z.])(?:,? |,)(\d\d)$/.exec(draft.mask.slice(start, end)) ?? [];
  const after = draft.mask.slice(end, end + 60);
  const isRound = Number(number) % 5 === 0;
  const counted = number === '' ? null : (COUNTED.exec(after) ?? (isRound ? null : DESCRIBED.exec(after)));
  if (counted === null) return [];
  return [
    {
      message: `“${number}” may be minutes, or belong to “${counted[0].replace(/^[.: ]+/, '')}”.`,
      lines: [
        amend(draft, { start, end }, `${hours} ${number}m`),
        amend(
          draft,
          { start: end - number.length, end: end + counted[0].length },
          number + draft.text.slice(end, end + counted[0].length),
          'opaque',
        ),
      ],
    },
  ];
}

/** `1,500m`: a comma before three digits marks thousands for most people, and decimals for others; of hours none has thousands. */
function commaDoubt(draft: Draft, { start, end }: Piece<Seconds>): readonly Doubt[] {
  const written = draft.text.slice(start, end);
  if (!/^\d{1,3},\d{3}[ -]?[ms]/i.test(written)) return [];
  return [
    {
      message: `The comma of “${written}” may mark thousands or decimals.`,
      lines: ['', '.'].map((mark) => amend(draft, { start, end }, written.replace(',', mark))),
    },
  ];
}

const AFTER_MONTH = new RegExp(`${MONTH_BEFORE_DAY}$`);
const AFTER_NAME =
  /(?<!\w)(?:pages?|chapters?|prs?|rooms?|versions?|node|http|sprints?|phases?|tickets?|issues?|bugs?) $/;
const MIXED = /^(\d{1,12}) (\d{1,3}\/\d)/;

/** The 9 of `sep 9 1/2 hour` is the day of the month. */
function isAfterMonth(mask: string, start: number): boolean {
  return (
    MIXED.test(mask.slice(start, start + 20)) && AFTER_MONTH.test(mask.slice(Math.max(0, start - 12), start))
  );
}

/** `PR 12 1/2 hour`: twelve and a half hours, or half an hour for the twelfth. */
function nameDoubt(draft: Draft, { value, start, end }: Piece<Seconds>): readonly Doubt[] {
  const [, number] = MIXED.exec(draft.mask.slice(start, end)) ?? [];
  if (number === undefined || !AFTER_NAME.test(draft.mask.slice(Math.max(0, start - 20), start))) return [];
  const written = draft.text.slice(start, end);
  return [
    {
      message: `“${number}” may belong to the word before it, or to “${written.slice(number.length + 1)}”.`,
      lines: [
        amend(draft, { start, end: start + number.length }, number, 'opaque'),
        amend(draft, { start, end }, formatDuration(value)),
      ],
    },
  ];
}

/** `21/2h` is two and a half where a space is missing. */
function fractionDoubt(draft: Draft, { start, end }: Piece<Seconds>): readonly Doubt[] {
  const written = draft.text.slice(start, end);
  const [fraction, whole, top, bottom] = /^(\d{1,2})(\d)\/(\d)(?!\d)/.exec(written) ?? [];
  if (fraction === undefined || Number(top) >= Number(bottom) || top === '0') return [];
  const mixed = `${whole} ${top}/${bottom}${written.slice(fraction.length)}`;
  return [
    {
      message: `“${written}” may lack a space after the ${whole}.`,
      lines: [mixed, written].map((words) => amend(draft, { start, end }, words)),
    },
  ];
}
