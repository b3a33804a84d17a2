import { addDays, type LocalDate } from '../time.ts';
import { type FoundDay, findDays } from './dates.ts';
import {
  agreedDay,
  type Day,
  nthDay,
  type Today,
  type WeekdayWord,
  weekdayDay,
  weekdayNth,
  writtenDay,
} from './day.ts';
import type { DayPart } from './day-part.ts';
import { amend, type Doubt, type Draft, type Fault, firstOf } from './draft.ts';
import { cover, MARK, type Piece, textOf } from './mask.ts';
import type { ReadContext } from './reading.ts';
import { hasDay, localDateAt } from './zone-clock.ts';

/** A line with more than one day is refused; more of them than these need not be looked at. */
const MOST_DAYS = 20;

/** Takes the day that the line names, in whatever words. */
export function takeDays(draft: Draft, { now, zone, weekStart = 1 }: ReadContext): Draft {
  const today: Today = { today: localDateAt(now, zone), weekStart };
  const pieces: Piece<Day>[] = [];
  let end = 0;
  for (const result of findDays(draft.mask, today.today).slice(0, MOST_DAYS)) {
    if (result.index < end) continue;
    end = result.index + result.text.length;
    const place = { start: result.index, end };
    const value = dayOf(result, textOf(draft, place), today);
    const isLeftOut = value.kind === 'date' && !hasDay(value.date, zone);
    pieces.push({ value: isLeftOut ? leftOut(value.date) : value, ...place });
  }
  if (pieces.length === 0) return draft;
  return {
    ...draft,
    mask: cover(draft.mask, pieces, MARK.day),
    days: pieces,
    faults: [...draft.faults, ...firstOf(pieces, faultOf), ...secondDay(draft, pieces)],
    doubts: [...draft.doubts, ...firstOf(pieces, (piece) => doubtsOf(draft, piece))],
  };
}

function leftOut(date: LocalDate): Day {
  const message = `${date} does not exist in this time zone: its calendar leaves that day out.`;
  return { kind: 'invalid', message, reason: 'gap', past: addDays(date, -1) };
}

function dayOf({ start }: FoundDay, said: string, today: Today): Day {
  const tags = start.tags();
  const day = start.get('day') ?? 0;
  const month = start.get('month') ?? 0;
  const weekday = start.isCertain('weekday') ? (start.get('weekday') ?? undefined) : undefined;
  if (tags.has('kind/vague'))
    return { kind: 'invalid', message: `“${said}” is more than one day; name the day.` };
  if (tags.has('kind/invalid'))
    return { kind: 'invalid', message: `“${said}” is not one day that I can find.` };
  if (tags.has('kind/future'))
    return { kind: 'future', message: `“${said}” has not come yet.`, past: 'today' };
  const part = PARTS.find((name) => tags.has(`part/${name}`));
  if (tags.has('kind/unclear-order')) return eitherOrder(start.get('year') ?? 0, month, day, today);
  if (tags.has('kind/nth')) {
    const back = tags.has('month/this') ? 0 : tags.has('month/last') ? 1 : undefined;
    return weekday === undefined ? nthDay(day, today, back) : weekdayNth(weekday, day, today);
  }
  if (start.isCertain('day')) {
    const year = start.isCertain('year') ? (start.get('year') ?? undefined) : undefined;
    const written = writtenDay({ month, day, ...(year === undefined ? {} : { year }) }, today);
    const agreed = weekday === undefined ? written : agreedDay(written, weekday);
    return part !== undefined && agreed.kind === 'date' ? { ...agreed, part } : agreed;
  }
  const word = WEEKDAY_WORDS.find((name) => tags.has(`weekday/${name}`)) ?? 'bare';
  const named = weekdayDay(weekday ?? 1, word, today);
  return part !== undefined && named.kind === 'date' ? { ...named, part } : named;
}

const PARTS: readonly DayPart[] = ['morning', 'afternoon', 'evening', 'night', 'last night'];
const WEEKDAY_WORDS: readonly WeekdayWord[] = ['bare', 'last', 'this', 'next', 'this week', 'last week'];

function eitherOrder(year: number, month: number, day: number, today: Today): Day {
  const days = [writtenDay({ year, month, day }, today), writtenDay({ year, month: day, day: month }, today)];
  const dates = days.flatMap((each) => (each.kind === 'date' ? [each.date] : []));
  const [only] = dates;
  if (only === undefined) return days[0] ?? { kind: 'invalid', message: 'That is no day.' };
  return { kind: 'either', dates, message: 'That date can be read in two orders.' };
}

function faultOf(piece: Piece<Day>): readonly Fault[] {
  const { value, start, end } = piece;
  if (value.kind === 'invalid') {
    const { message, past, reason = 'invalid' } = value;
    return [{ reason, message, start, end, ...(past === undefined ? {} : { instead: past }) }];
  }
  if (value.kind !== 'future') return [];
  const instead = value.past ?? 'today';
  return [{ reason: 'future', message: value.message, start, end, instead }];
}

function secondDay(draft: Draft, pieces: readonly Piece<Day>[]): readonly Fault[] {
  const [first, ...others] = pieces;
  const other = others.find(({ value }) => JSON.stringify(value) !== JSON.stringify(first?.value));
  if (first === undefined || other === undefined) return [];
  const message = `One line is for one day: I read both “${textOf(draft, first)}” and “${textOf(draft, other)}”.`;
  return [{ reason: 'too_many', message, start: other.start, end: other.end, instead: '' }];
}

const CLOCK_AFTER = new RegExp(`^,? (?:at )?${MARK.clock}`);

/** `prep for friday`, `tutoring the 14th`: the day of the work, or what the work was for. */
function doubtsOf(draft: Draft, piece: Piece<Day>): readonly Doubt[] {
  const lead = piece.value.kind === 'date' ? leadOf(draft, piece) : undefined;
  if (lead === undefined) return [];
  const { start, end } = piece;
  const from = start - lead.length;
  const said = lead + draft.text.slice(start, end);
  return [
    {
      message: `“${said.trim()}” may be the day of the work, or what it was about.`,
      lines: [
        amend(draft, { start: from, end: start }, isOrdinal(draft, piece) ? `${lead}on ` : ''),
        amend(draft, { start: from, end }, said, 'opaque'),
      ],
    },
  ];
}

/** The words before a day that make it doubtful, which are none before `the 24th tutoring`; `undefined` where it is sure. */
function leadOf(draft: Draft, piece: Piece<Day>): string | undefined {
  const before = draft.mask.slice(Math.max(0, piece.start - 8), piece.start);
  const after = draft.mask.slice(piece.end, piece.end + 5);
  const lead = /(?<![\w])(?:for|by|until|till|before|due|after|since|about|to|from|of) $/.exec(before)?.[0];
  if (lead !== undefined) {
    const isOfClock = /^(?:from|since|until|till) $/.test(lead) && CLOCK_AFTER.test(after);
    return isOfClock ? undefined : lead;
  }
  if (!isOrdinal(draft, piece)) return undefined;
  if (/\w $/.test(before)) return ' ';
  return /^ [a-z_]/.test(after) ? '' : undefined;
}

/** `the 24th`, without a word that makes it a day. */
function isOrdinal(draft: Draft, piece: Piece<Day>): boolean {
  return /^the \d/i.test(textOf(draft, piece));
}
