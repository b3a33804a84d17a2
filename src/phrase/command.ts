import type { Seconds } from '../duration.ts';
import type { Measure } from '../measure.ts';
import type { Period } from '../period.ts';
import type { Tag } from '../tag.ts';
import type { TaskNumber } from '../task.ts';
import type { Instant, LocalDate } from '../time.ts';

/** What a timer is for, as said in free text after `start`, `stop` or `switch`. */
export type TimerText = {
  readonly tags: readonly Tag[];
  readonly task?: TaskNumber;
  readonly note?: string;
  readonly measures: readonly Measure[];
};

/** When else a timer may be meant to start or stop, the likeliest first: am or pm was not said. */
export type OtherMoments = { readonly otherMoments?: readonly Instant[] };

/** What narrows a report or a list of notes. `members` are Slack's ids (`U…`). */
export type Filter = {
  readonly period?: Period;
  readonly tags: readonly Tag[];
  readonly task?: TaskNumber;
  readonly members: readonly string[];
};

/** By what a report puts entries together. */
export type Grouping = 'day' | 'week' | 'month' | 'tag' | 'task' | 'member' | 'unit';

/** The span that a goal repeats in. */
export type GoalSpan = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** What a goal asks for: time in seconds, or an amount of a unit. */
export type GoalTarget =
  | { readonly kind: 'time'; readonly seconds: Seconds }
  | { readonly kind: 'measure'; readonly measure: Measure };

/** A verb of `/track` with what it was given. Free text (`text`) is what later parts read themselves. */
export type Command =
  | { readonly name: 'undo' | 'redo' | 'today' | 'yesterday' | 'week' | 'month' }
  | { readonly name: 'status' | 'cancel' | 'resume' | 'goals' }
  | { readonly name: 'settings' | 'import' | 'token' | 'forget me' }
  | { readonly name: 'edit' | 'delete' }
  | { readonly name: 'help'; readonly topic?: string }
  | { readonly name: 'list'; readonly period?: Period }
  | { readonly name: 'tags'; readonly period?: Period }
  | (Filter & { readonly name: 'report'; readonly by?: Grouping; readonly share: boolean })
  | (TimerText & OtherMoments & { readonly name: 'start' | 'switch'; readonly startedAt?: Instant })
  | (TimerText & OtherMoments & { readonly name: 'stop'; readonly endedAt?: Instant })
  | {
      readonly name: 'note';
      /** Absent where nothing was said: then a form asks for it. */
      readonly text?: string;
      readonly date: LocalDate;
      readonly tags: readonly Tag[];
      readonly task?: TaskNumber;
    }
  | (Filter & { readonly name: 'notes'; readonly words?: string })
  /** Without `which` the open ones; `words` are looked for in their titles. */
  | { readonly name: 'tasks'; readonly which?: 'done' | 'all'; readonly words?: string }
  /** Without a title it is asked for. */
  | {
      readonly name: 'task new';
      readonly title?: string;
      readonly parent?: TaskNumber;
      readonly tags: readonly Tag[];
      readonly estimate?: Seconds;
    }
  | { readonly name: 'task' | 'task edit'; readonly task: TaskNumber }
  | { readonly name: 'task done' | 'task reopen'; readonly task: TaskNumber }
  | { readonly name: 'task delete'; readonly task: TaskNumber }
  /** Without an estimate it is to have none. */
  | { readonly name: 'task estimate'; readonly task: TaskNumber; readonly estimate?: Seconds }
  /** Tags to be put on it, or taken off. */
  | { readonly name: 'task tag' | 'task untag'; readonly task: TaskNumber; readonly tags: readonly Tag[] }
  | { readonly name: 'task rename'; readonly task: TaskNumber; readonly title: string }
  | { readonly name: 'task move'; readonly task: TaskNumber; readonly parent?: TaskNumber }
  | { readonly name: 'tag rename' | 'tag merge'; readonly from: Tag; readonly to: Tag }
  | { readonly name: 'tag archive' | 'tag unarchive'; readonly tag: Tag }
  | {
      readonly name: 'goal new';
      readonly bound: 'at least' | 'at most';
      readonly target: GoalTarget;
      readonly per?: GoalSpan;
      readonly until?: LocalDate;
      readonly tags: readonly Tag[];
      readonly task?: TaskNumber;
    }
  | { readonly name: 'goal edit' | 'goal pause' | 'goal delete'; readonly text?: string }
  | { readonly name: 'digest' | 'remind' | 'team' | 'export'; readonly text?: string };

/** The names of all commands. */
export type CommandName = Command['name'];
