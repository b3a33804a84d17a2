import { LONGEST_ENTRY } from '../duration.ts';
import { LONGEST_NOTE } from '../entry.ts';
import { attachClocks, type Times } from './attach.ts';
import type { Day } from './day.ts';
import { type Doubt, type Draft, type Fault, rewrite } from './draft.ts';
import { labelOf } from './label.ts';
import { contentOf, log, logAmount, logPlacement } from './log.ts';
import { type Line, MARK } from './mask.ts';
import { placeAnchor } from './place-anchor.ts';
import { placeRange } from './place-range.ts';
import type { SaidDay } from './placement.ts';
import type { Choice, ReadContext, Reading } from './reading.ts';
import { refusal, refuse, refuseWithoutTime } from './refusal.ts';
import { draftOf } from './steps.ts';
import { findUnread } from './unread.ts';
import { localDateAt } from './zone-clock.ts';

/** Reads a clean line as an entry: what the bot would keep, or why not. */
export function readLog(line: Line, context: ReadContext, mayDoubt = true): Reading {
  const found = draftOf(line, context);
  const attached = attachClocks(found, context);
  const { times } = attached;
  const draft = { ...attached.draft, mask: withFor(attached.draft.mask) };
  const faults = [...draft.faults, ...timesFaults(draft, times), ...findUnread(found)];
  if (faults.length > 0) return refuse(draft, faults);
  if (mayDoubt && draft.doubts.length > 0) return offer(draft.doubts, context);
  const [day] = draft.days;
  if (day?.value.kind === 'either') return eitherDay(draft, times, day.value, context);
  const said = day?.value.kind === 'date' ? day.value : undefined;
  return readTimes(draft, times, said, context);
}

/** The `for` of `for 2h` belongs to the length. */
function withFor(mask: string): string {
  return mask.replace(new RegExp(`(?<!\\w)for (?=${MARK.amount})`, 'g'), (word) =>
    MARK.amount.repeat(word.length),
  );
}

function readTimes(draft: Draft, times: Times, said: SaidDay | undefined, context: ReadContext): Reading {
  const base = contentOf(draft, said?.date ?? localDateAt(context.now, context.zone), context);
  if ([...(base.note ?? '')].length > LONGEST_NOTE)
    return refusal('invalid', `A note has at most ${LONGEST_NOTE} characters.`);
  const [day] = draft.days;
  const onOtherDay = (date: string) => (day === undefined ? undefined : rewrite(draft, day, date));
  switch (times.kind) {
    case 'amount':
      return logAmount(base, times.seconds, said, context);
    case 'measure':
      return log(base, [], []);
    case 'range': {
      const placement = placeRange(times.from, times.to, said, context, times.length?.seconds);
      const isOther = placement.kind === 'refused' && placement.reason === 'too_many';
      return isOther && times.length !== undefined
        ? offer([times.length.otherwise], context)
        : logPlacement(base, placement, said, onOtherDay, context);
    }
    case 'anchor':
      return logPlacement(base, placeAnchor(times.anchor, said, context), said, onOtherDay, context);
    case 'none':
      return refuseWithoutTime(draft, times.clock);
  }
}

/** A length that is none, or is too long for an entry. */
function timesFaults(draft: Draft, times: Times): readonly Fault[] {
  if (times.kind === 'none') return times.faults;
  const [amount] = draft.amounts;
  if (amount === undefined) return [];
  const { value: seconds, start, end } = amount;
  if (seconds === 0) {
    return [{ reason: 'zero', message: 'That is no time at all; there is nothing to log.', start, end }];
  }
  if (seconds > LONGEST_ENTRY) {
    return [{ reason: 'too_long', message: 'One entry has at most 24 hours.', start, end, instead: '24h' }];
  }
  return [];
}

function eitherDay(draft: Draft, times: Times, day: Day & { kind: 'either' }, context: ReadContext): Reading {
  const readings = day.dates.map((date) => readTimes(draft, times, { date }, context));
  const choices = readings.flatMap((reading): readonly Choice[] =>
    reading.kind === 'log'
      ? [{ label: labelOf(reading.content, context), reading }]
      : reading.kind === 'ask'
        ? reading.choices
        : [],
  );
  const [first] = readings;
  if (choices.length === 0 && first !== undefined) return first;
  return { kind: 'ask', reason: 'ambiguous', message: day.message, choices };
}

function offer(doubts: readonly Doubt[], context: ReadContext): Reading {
  const [doubt] = doubts;
  const lines = doubt?.lines ?? [];
  const choices = lines.flatMap((line): readonly Choice[] => {
    const reading = readLog(line, context, false);
    if (reading.kind === 'ask') return reading.choices;
    return reading.kind === 'log' ? [{ label: labelOf(reading.content, context), reading }] : [];
  });
  const message = doubt?.message ?? '';
  const [plain] = lines;
  if (choices.length === 0 && plain !== undefined) return readLog(plain, context, false);
  return { kind: 'ask', reason: 'ambiguous', message, choices };
}
