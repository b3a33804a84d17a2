import type { LocalDate } from '../../time.ts';
import { takeAmounts } from '../amounts.ts';
import { clean } from '../clean.ts';
import { comingDays } from '../coming-day.ts';
import type { Command, GoalSpan } from '../command.ts';
import type { Draft } from '../draft.ts';
import { TAKEN } from '../mask.ts';
import type { ReadContext } from '../reading.ts';
import { nameDraft, plainVerb, type Verb } from './verb.ts';

const PER =
  /(?:^|\s)(?:per|a|an|every|each|\/) ?(day|week|month|quarter|year)(?![\w])|(?:^|\s)(daily|weekly|monthly|quarterly|yearly)(?![\w])/;
const BOUND = /(?:^|\s)(?:(at most|max(?:imum)?|no more than|up to)|(at least|min(?:imum)?))(?![\w])/;

/** Goals: so much time or of a unit, per span or by a day. */
export const GOAL_VERBS: readonly Verb[] = [
  plainVerb('goals', { name: 'goals' }),
  withText(/^goal edit(?=\s|$)/i, 'goal edit'),
  withText(/^goal pause(?=\s|$)/i, 'goal pause'),
  withText(/^goal delete(?=\s|$)/i, 'goal delete'),
  { opening: /^(?:goal(?: new)?|new goal):?(?=\s|$)/i, read: newGoal },
  { opening: /^(?=at (?:most|least) |.{1,200} per (?:day|week|month|quarter|year)$)/i, read: newGoal },
];

function withText(opening: RegExp, name: 'goal edit' | 'goal pause' | 'goal delete'): Verb {
  return {
    opening,
    read(rest) {
      const { text } = clean(rest);
      return text === '' ? { name } : { name, text };
    },
  };
}

function newGoal(rest: string, context: ReadContext): Command | undefined {
  const draft = takeAmounts(nameDraft(rest, context));
  const [measure, secondMeasure] = draft.measures;
  const [amount, secondAmount] = draft.amounts;
  const [task, secondTask] = draft.tasks;
  if (draft.faults.length > 0 || (secondMeasure ?? secondAmount ?? secondTask) !== undefined)
    return undefined;
  if ((measure === undefined) === (amount === undefined)) return undefined;
  const bound = BOUND.exec(draft.mask);
  const per = PER.exec(draft.mask);
  const until = dayOf(draft, context);
  if ((per === null) === (until === undefined)) return undefined;
  const words = [bound?.[0], per?.[0], until?.words].reduce<string>(
    (left, taken) => left.replace(taken ?? '', ' '),
    draft.mask,
  );
  if (
    words.replace(new RegExp(`[${TAKEN}]|\\b(?:on|for|of|in|the|by|until|till)\\b|[\\s,.]`, 'g'), '') !== ''
  )
    return undefined;
  const target =
    measure === undefined
      ? { kind: 'time' as const, seconds: amount?.value ?? 0 }
      : { kind: 'measure' as const, measure: measure.value };
  const span = spanOf(per);
  return {
    name: 'goal new',
    bound: bound?.[1] === undefined ? 'at least' : 'at most',
    target,
    tags: [...new Set(draft.tags.map(({ value }) => value))],
    ...(task === undefined ? {} : { task: task.value }),
    ...(span === undefined ? {} : { per: span }),
    ...(until === undefined ? {} : { until: until.date }),
  };
}

function dayOf(
  draft: Draft,
  context: ReadContext,
): { readonly date: LocalDate; readonly words: string } | undefined {
  const lead = /(?:^|\s)(?:by|until|till) (?=\S)/.exec(draft.mask);
  if (lead === null) return undefined;
  return comingDays(draft.mask.slice(lead.index + lead[0].length), context);
}

function spanOf(per: RegExpExecArray | null): GoalSpan | undefined {
  const [, noun, adverb] = per ?? [];
  if (adverb !== undefined)
    return adverb.toLowerCase() === 'daily' ? 'day' : spanNamed(adverb.toLowerCase().slice(0, -2));
  return noun === undefined ? undefined : spanNamed(noun.toLowerCase());
}

function spanNamed(word: string): GoalSpan | undefined {
  return SPANS.find((span) => span === word);
}

const SPANS: readonly GoalSpan[] = ['day', 'week', 'month', 'quarter', 'year'];
