import type { Rounding } from '../../rounding.ts';
import { clean } from '../clean.ts';
import type { Filter, Grouping } from '../command.ts';
import { type Draft, type Fault, newDraft } from '../draft.ts';
import { TAKEN } from '../mask.ts';
import { takeAnyPeriod, takePeriod } from '../period-words.ts';
import type { ReadContext } from '../reading.ts';
import { takeRounding } from '../rounding-words.ts';
import { takeTags } from '../tags.ts';
import { takeTasks } from '../tasks.ts';

/** A member as Slack writes one. */
export const MEMBER = /<@([UW][A-Z0-9]+)(?:\|[^<>]*)?>/g;
const BY = /(?:^|\s)(?:(?:grouped )?by|per)\s(day|week|month|tag|task|member|person|unit)s?(?=\s|$)/;
/** `by client`: a grouping that there is none of. */
const BY_ELSE = /(?:^|\s)(?:(?:grouped )?by|per)\s([a-z_]+)(?![\w])/;
const SHARE = /(?:^|\s)share(?:d)?\s*$/;
const JOINTS = new RegExp(
  String.raw`[${TAKEN}]|(?<![\w])(?:on|for|in|of|with|the|my|me|mine|i|by|and|at|to|entries|report|time|all)(?![\w])`,
  'g',
);

/** What is left after a filter was read, and the filter. */
export type Filtered = {
  readonly filter: Filter;
  readonly by?: Grouping;
  readonly share: boolean;
  /** How the times are to be rounded. */
  readonly rounding?: Rounding;
  /** What is wrong with what was asked for, where it can't be done. */
  readonly fault?: Fault;
  /** What stands after a `by` that is no grouping. */
  readonly unknownBy?: string;
  readonly words: string;
};

/**
 * Reads `[period] [by tag] [#tag] [task-n] [@member] [rounded to 15m] [share]` in any order; `words` is what is none of
 * these, as it was written. Only a report is rounded, and says what is wrong with its period; elsewhere such words are left.
 */
export function readFilter(
  rest: string,
  context: ReadContext,
  { isReport = false }: { readonly isReport?: boolean } = {},
): Filtered {
  const members = [...rest.matchAll(MEMBER)].flatMap(([, id]) => (id === undefined ? [] : [id]));
  const named = namesOf(rest.replace(MEMBER, ' '));
  const share = SHARE.exec(named.mask);
  const shared = share === null ? named : without(named, share);
  const { draft: rounded, rounding, fault } = isReport ? takeRounding(shared) : { draft: shared };
  const by = BY.exec(rounded.mask);
  const grouped = by === null ? rounded : without(rounded, by);
  const found = isReport ? takeAnyPeriod(grouped, context) : takePeriod(grouped, context);
  const { period, fault: wrongPeriod } = isReport ? found : { period: found.period };
  const draft = isReport || found.fault === undefined ? found.draft : grouped;
  const firstFault = fault ?? wrongPeriod ?? (isReport ? secondTask(draft) : undefined);
  const unknownBy = BY_ELSE.exec(draft.mask)?.[1];
  const [task] = draft.tasks;
  const grouping = groupingOf(by?.[1]);
  return {
    filter: {
      tags: [...new Set(draft.tags.map(({ value }) => value))],
      members: [...new Set(members)],
      ...(period === undefined ? {} : { period }),
      ...(task === undefined ? {} : { task: task.value }),
    },
    ...(grouping === undefined ? {} : { by: grouping }),
    share: share !== null,
    ...(rounding === undefined ? {} : { rounding }),
    ...(firstFault === undefined ? {} : { fault: firstFault }),
    ...(unknownBy === undefined ? {} : { unknownBy }),
    words: draft.mask
      .replace(JOINTS, (joint) => ' '.repeat(joint.length))
      .replace(/[^ ]+/g, (word, at: number) => draft.text.slice(at, at + word.length))
      .replace(/[\s?!.,]+/g, ' ')
      .trim(),
  };
}

/** A report is of one task and all below it: a second one would be left out without a word. */
function secondTask({ text, tasks }: Draft): Fault | undefined {
  const [first, ...others] = tasks;
  const other = others.find(({ value }) => value !== first?.value);
  if (first === undefined || other === undefined) return undefined;
  const { start, end } = other;
  const message = `One task at a time, with all below it: I read both “${text.slice(first.start, first.end)}” and “${text.slice(start, end)}”.`;
  return { reason: 'too_many', message, start, end, instead: '' };
}

/** Tags and tasks; a measure is no filter, and stays among the words. */
function namesOf(rest: string): Draft {
  return takeTasks(takeTags(newDraft(clean(rest))));
}

function without(draft: Draft, match: RegExpExecArray): Draft {
  const blank = ' '.repeat(match[0].length);
  return {
    ...draft,
    mask: draft.mask.slice(0, match.index) + blank + draft.mask.slice(match.index + blank.length),
  };
}

/** True for a word that says how a report is put together. */
export function isGrouping(word: string): boolean {
  return groupingOf(word) !== undefined;
}

function groupingOf(word: string | undefined): Grouping | undefined {
  const folded = word?.toLowerCase();
  if (folded === 'person') return 'member';
  return GROUPINGS.find((name) => name === folded);
}

const GROUPINGS: readonly Grouping[] = ['day', 'week', 'month', 'tag', 'task', 'member', 'unit'];
