import type { Seconds } from '../duration.ts';
import type { Measure } from '../measure.ts';
import type { Period } from '../period.ts';
import type { Rounding } from '../rounding.ts';
import type { Tag } from '../tag.ts';
import type { TaskNumber } from '../task.ts';
import type { Instant, LocalDate } from '../time.ts';
import type { WeekTime } from './week-time.ts';

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

/** The kind of file that an export is. */
export type ExportFormat = 'csv' | 'json' | 'ical';

/** The span that a goal repeats in. */
export type GoalSpan = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** What a goal asks for: time in seconds, or an amount of a unit. */
export type GoalTarget =
  | { readonly kind: 'time'; readonly seconds: Seconds }
  | { readonly kind: 'measure'; readonly measure: Measure };

/** What is asked of or for the whole team; `members` and `channel` are Slack's ids. */
export type TeamRequest =
  | { readonly does: 'overview' }
  /** Its tags are meant as each member calls them, so they are left as they were typed. */
  | (Filter & {
      readonly does: 'report';
      readonly by?: Grouping;
      readonly share: boolean;
      readonly rounding?: Rounding;
    })
  /** `unread` is what stands where a member was to be named, and names none. */
  | { readonly does: 'leads'; readonly unread?: string }
  | {
      readonly does: 'add leads' | 'remove leads';
      readonly members: readonly string[];
      readonly unread?: string;
    }
  | { readonly does: 'digest' | 'digest off' | 'digest now' }
  | (WeekTime & { readonly does: 'digest on'; readonly channel?: string; readonly unread?: string })
  /** Whether the team digest may name members at all; absent where that is the question. */
  | { readonly does: 'members'; readonly named?: boolean }
  /** Whether it may name the member who says so. */
  | { readonly does: 'name me'; readonly allowed: boolean };

/** A verb of `/track` with what it was given. Free text (`text`) is what later parts read themselves. */
export type Command =
  | { readonly name: 'undo' | 'redo' | 'today' | 'yesterday' | 'week' | 'month' }
  | { readonly name: 'status' | 'cancel' | 'resume' | 'goals' }
  | { readonly name: 'settings' | 'import' | 'token' | 'forget me' }
  | { readonly name: 'edit' | 'delete' }
  | { readonly name: 'help'; readonly topic?: string }
  | { readonly name: 'list'; readonly period?: Period }
  | { readonly name: 'tags'; readonly period?: Period }
  | (Filter & {
      readonly name: 'report';
      readonly by?: Grouping;
      readonly share: boolean;
      readonly rounding?: Rounding;
      /** Words that the notes of its entries hold, as typed. */
      readonly words?: string;
    })
  /** Without a format it is asked for; without anything else it is of everything. */
  | (Omit<Filter, 'members'> & {
      readonly name: 'export';
      readonly format?: ExportFormat;
      readonly words?: string;
    })
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
  | { readonly name: 'digest' | 'remind'; readonly text?: string }
  | ({ readonly name: 'team' } & TeamRequest);

/** The names of all commands. */
export type CommandName = Command['name'];
