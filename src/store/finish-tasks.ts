import type { Member } from '../member.ts';
import type { Task } from '../task.ts';
import { change } from './change.ts';
import { taskItem } from './kinds/task.ts';
import { stampAfter } from './stamp.ts';
import { changeSharedRow } from './steps.ts';
import type { Store } from './store.ts';
import type { UndoTarget } from './undo-target.ts';

/** As many tasks as are finished at once: well inside one transaction, and what one answer can name. */
export const MOST_FINISHED = 25;

/** What became of tasks that were to be finished together. */
export type FinishTasksResult =
  /** `tasks` as they stand now. */
  | { readonly kind: 'done'; readonly tasks: readonly Task[]; readonly undo: UndoTarget }
  /** This request was carried out before. */
  | { readonly kind: 'already done' }
  /** One of them was finished or deleted first. Nothing was written. */
  | { readonly kind: 'changed' };

/** Finishes up to {@link MOST_FINISHED} open tasks, whoever made them, in one change: all or none, and one step of undo. */
export async function finishTasks(
  store: Store,
  member: Member,
  requestId: string,
  open: readonly Task[],
): Promise<FinishTasksResult> {
  const { workspaceId } = member;
  const stamp = stampAfter(store, ...open.map(({ version }) => version));
  const tasks = open.map((task): Task => ({ ...task, state: 'done', version: stamp }));
  const moves = tasks.map((task, index) =>
    changeSharedRow(taskItem(workspaceId, open[index] ?? task), taskItem(workspaceId, task)),
  );
  const outcome = await change(store, member, { requestId, what: 'task done', stamp, moves });
  switch (outcome.kind) {
    case 'done':
      return { kind: 'done', tasks, undo: outcome.undo };
    case 'already done':
      return { kind: 'already done' };
    case 'refused':
      return { kind: 'changed' };
    default:
      return outcome satisfies never;
  }
}
