import type { Member } from '../member.ts';
import type { Task } from '../task.ts';
import { change } from './change.ts';
import { readTask } from './directory.ts';
import type { What } from './kinds/journal.ts';
import { taskItem, taskKind, toTask } from './kinds/task.ts';
import { isLive } from './layer/item.ts';
import { readRow } from './layer/read.ts';
import { stampAfter } from './stamp.ts';
import { changeSharedRow, isIdle } from './steps.ts';
import type { Store } from './store.ts';
import type { UndoTarget } from './undo-target.ts';

/** What may be changed about a task. */
export type TaskChange =
  | { readonly kind: 'rename'; readonly title: string }
  | { readonly kind: 'done' }
  | { readonly kind: 'reopen' };

/** What became of a change of a task. */
export type ChangeTaskResult =
  | { readonly kind: 'done'; readonly task: Task; readonly undo: UndoTarget }
  | { readonly kind: 'already done'; readonly task?: Task; readonly undo: UndoTarget }
  | { readonly kind: 'unchanged'; readonly task: Task }
  /** Another change of the same thing came first; `current` is what stands now, absent when it is gone. */
  | { readonly kind: 'changed'; readonly current?: Task };

/** Changes a task, one's own or another's. Only what the change is about must still be as in `seen`. */
export async function changeTask(
  store: Store,
  member: Member,
  requestId: string,
  seen: Task,
  next: TaskChange,
): Promise<ChangeTaskResult> {
  const { workspaceId } = member;
  const stamp = stampAfter(store, seen.version);
  const task = { ...apply(seen, next), version: stamp };
  const move = changeSharedRow(taskItem(workspaceId, seen), taskItem(workspaceId, task));
  if (isIdle(move)) return { kind: 'unchanged', task: seen };
  const outcome = await change(store, member, { requestId, what: whatOf(next), stamp, moves: [move] });
  if (outcome.kind === 'done') return { kind: 'done', task, undo: outcome.undo };
  if (outcome.kind === 'already done') {
    const current = await readTask(store, workspaceId, seen);
    return { kind: 'already done', ...(current === undefined ? {} : { task: current }), undo: outcome.undo };
  }
  const found = outcome.rows.get(0);
  const row = found && isLive(found, store.now()) ? readRow(store, taskKind, found) : undefined;
  return { kind: 'changed', ...(row === undefined ? {} : { current: toTask(row) }) };
}

function apply(task: Task, next: TaskChange): Task {
  switch (next.kind) {
    case 'rename':
      return { ...task, title: next.title };
    case 'done':
      return { ...task, state: 'done' };
    case 'reopen':
      return { ...task, state: 'open' };
  }
}

function whatOf({ kind }: TaskChange): What {
  return `task ${kind}`;
}
