import type { Seconds } from '../duration.ts';
import type { Member } from '../member.ts';
import type { Tag } from '../tag.ts';
import type { Task, TaskNumber, TaskSummary } from '../task.ts';
import { notBuilt } from './not-built.ts';
import type { Store } from './store.ts';
import type { UndoTarget } from './undo-target.ts';

export type NewTask = {
  readonly title: string;
  readonly parent?: TaskNumber;
  readonly tags: readonly Tag[];
  readonly estimate?: Seconds;
  /** A number that was typed before its task was made; absent: the next free one. */
  readonly number?: TaskNumber;
};

export type NewTaskResult =
  | { readonly kind: 'done'; readonly task: Task; readonly undo: UndoTarget }
  /** This request was carried out before; `task` as it stands now, absent when it is gone. */
  | {
      readonly kind: 'already done';
      readonly number: TaskNumber;
      readonly task?: Task;
      readonly undo: UndoTarget;
    }
  /** The typed number lies at or below the last one given; `next` is the one a new task would get now. */
  | { readonly kind: 'number taken'; readonly next: TaskNumber }
  | { readonly kind: 'parent missing' }
  /** All 999,999 numbers are given. */
  | { readonly kind: 'no number left' };

/** Makes a task of the member. */
export const newTask: (
  store: Store,
  member: Member,
  requestId: string,
  task: NewTask,
) => Promise<NewTaskResult> = notBuilt;

export type Directory = { readonly tasks: readonly TaskSummary[]; readonly unreadable: number };

/** Every task of a workspace by number, as the index knows them: a task made a moment ago may be missing. */
export const readDirectory: (store: Store, workspaceId: string) => Promise<Directory> = notBuilt;

/** Finds a task by its number in the directory, else among the member's own (made a moment ago). */
export const findTask: (
  store: Store,
  member: Member,
  number: TaskNumber,
) => Promise<TaskSummary | undefined> = notBuilt;

/** A task in full as it stands now, read strongly from its owner's rows; `undefined` when it is gone. */
export const readTask: (
  store: Store,
  workspaceId: string,
  task: Pick<TaskSummary, 'number' | 'ownerId'>,
) => Promise<Task | undefined> = notBuilt;

export type TaskChange =
  | { readonly kind: 'rename'; readonly title: string }
  | { readonly kind: 'done' }
  | { readonly kind: 'reopen' };

export type ChangeTaskResult =
  | { readonly kind: 'done'; readonly task: Task; readonly undo: UndoTarget }
  | { readonly kind: 'already done'; readonly task?: Task; readonly undo: UndoTarget }
  | { readonly kind: 'unchanged'; readonly task: Task }
  /** Another change of the same thing came first; `current` is what stands now, absent when it is gone. */
  | { readonly kind: 'changed'; readonly current?: Task };

/** Changes a task, one's own or another's, that stands as `seen`. */
export const changeTask: (
  store: Store,
  member: Member,
  requestId: string,
  seen: Task,
  change: TaskChange,
) => Promise<ChangeTaskResult> = notBuilt;
