import type { Seconds } from '../duration.ts';
import { AMOUNT_END, AMOUNT_START, readAmountAt } from './amount-words.ts';
import { amend, type Doubt, type Draft, type Fault, firstOf } from './draft.ts';
import { cover, MARK, type Piece } from './mask.ts';

const START = new RegExp(
  String.raw`(?<![\w$€£¥#]|\d[,':-]|[a-z_]['-]|[./])([+~-]|minus |(?<=^)- )?${AMOUNT_START}`,
  'g',
);

/** `1-2h`, `2 to 3 hours`; with spaces around the dash only where no word stands before it. */
const AMOUNT_RANGE = new RegExp(
  String.raw`(?<![\w.,:/-])(?:(?<=(?:^|[\uE001\uE006])\s?)\d[\d.,]*\s-\s|\d[\d.,]*(?:-| to | or ))\d[\d.,]*[ -]?(?:hours?|hrs?|h|minutes?|mins?|m|seconds?|secs?|s)${AMOUNT_END}`,
  'g',
);

/** Takes the lengths of time in all their spellings. */
export function takeAmounts(draft: Draft): Draft {
  const { mask, text } = draft;
  const faults: Fault[] = [...mask.matchAll(AMOUNT_RANGE)].map(({ 0: written, index }) => ({
    reason: 'invalid',
    message: `“${written}” says from how much to how much; I need one length.`,
    start: index,
    end: index + written.length,
    instead: written.replace(/^[\d.,]+ ?(?:-|to|or) ?/, ''),
  }));
  const pieces: Piece<Seconds>[] = [];
  let done = 0;
  for (const match of mask.matchAll(START)) {
    if (match.index < done) continue;
    const [lead, sign = ''] = match;
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
      const instead = written.slice(sign.length);
      faults.push({
        reason: 'negative',
        message: `“${written}” is less than nothing.`,
        start: piece.start,
        end: piece.end,
        instead,
      });
    }
  }
  if (pieces.length + faults.length === 0) return draft;
  return {
    ...draft,
    mask: cover(mask, pieces, MARK.amount),
    amounts: pieces,
    faults: [...draft.faults, ...faults],
    doubts: [...draft.doubts, ...firstOf(pieces, (piece) => doubtOf(draft, piece))],
  };
}

/** `1h 20 tickets` may be 1h 20m, or an hour and twenty tickets. */
function doubtOf(draft: Draft, { start, end }: Piece<Seconds>): readonly Doubt[] {
  const [, hours = '', number = ''] = /^(.*[a-z.]) (\d\d)$/.exec(draft.mask.slice(start, end)) ?? [];
  const counted = number === '' ? null : /^ [a-z][a-z'-]*s(?![\w])/.exec(draft.mask.slice(end, end + 60));
  if (counted === null) return [];
  return [
    {
      message: `“${number}” may be minutes, or belong to “${counted[0].trim()}”.`,
      lines: [
        amend(draft, { start, end }, `${hours} ${number}m`),
        amend(
          draft,
          { start: end - number.length, end: end + counted[0].length },
          number + counted[0],
          'opaque',
        ),
      ],
    },
  ];
}
