import type { Seconds } from './duration.ts';
import type { Tag } from './tag.ts';

/** A task's number in its workspace: 1 to 999,999, shown as `task-12`. */
export type TaskNumber = number;

/** The last number a workspace can give to a task. */
export const LARGEST_TASK_NUMBER = 999_999;
/**
 * How far beyond the last number given a typed one may lie and still be made: a slip of a digit, or a number of another
 * tracker, would otherwise use up all those before it, for everybody and for good.
 */
export const MOST_NUMBERS_SKIPPED = 100;
/** How many characters a task's title may have. */
export const LONGEST_TASK_TITLE = 200;

/** A piece of work that entries may name. */
export type Task = {
  readonly number: TaskNumber;
  readonly title: string;
  readonly ownerId: string;
  readonly parent?: TaskNumber;
  readonly estimate?: Seconds;
  readonly tags: readonly Tag[];
  readonly state: 'open' | 'done';
  /** Names this content of the task; hand it back with a change so that a newer one is not overwritten. */
  readonly version: number;
};

/** What the workspace's directory tells of each task, whoever owns it. */
export type TaskSummary = Pick<Task, 'number' | 'title' | 'ownerId' | 'parent' | 'estimate' | 'state'>;

/** `task-12`. */
export function taskName(number: TaskNumber): string {
  return `task-${number}`;
}

/** Whether a task of this number can still be made where `last` is the last number given, 0 before the first. */
export function isWithinReach(number: TaskNumber, last: number): boolean {
  return number > last && number <= last + MOST_NUMBERS_SKIPPED;
}
