import type { Member } from '../member.ts';
import type { TaskNumber } from '../task.ts';
import { DEEPEST_TREE } from '../task-tree.ts';
import { findRow, findRowNow } from './directory.ts';
import { taskKind } from './kinds/task.ts';
import { check, type Write } from './layer/write.ts';
import type { Store } from './store.ts';

/** Why a task can't get the parent that it is to get. */
export type NoWay =
  /** The parent is the task itself, or lies below it. */
  | 'cycle'
  /** More than {@link DEEPEST_TREE} tasks would lie above it, or above one of its subtasks. */
  | 'too deep'
  /** There is no such parent. */
  | 'missing';

/** Where a task is to hang. */
export type Place = {
  readonly parent: TaskNumber;
  /** The task itself; absent while it is being made. */
  readonly task?: TaskNumber;
  /** How many levels of subtasks hang below it. */
  readonly height?: number;
  /** Reads every row strongly, one request more each: after a refusal, when the index may be behind. */
  readonly strongly?: boolean;
  /** True where it hung there before: then the parent may be deleted by now, and leads on as ever. */
  readonly isReturn?: boolean;
};

/**
 * Checks that keep the way from `parent` up to the top as it is now, the parent's own first, so that the task may get
 * that parent. An ancestor that is deleted still leads on to its own parent.
 */
export async function ancestorChecks(
  store: Store,
  member: Member,
  { parent, task, height = 0, strongly = false, isReturn = false }: Place,
): Promise<readonly Write[] | NoWay> {
  const checks: Write[] = [];
  let next: TaskNumber | undefined = parent;
  while (next !== undefined) {
    if (next === task) return 'cycle';
    if (checks.length + height >= DEEPEST_TREE) return 'too deep';
    const row = await (strongly ? findRowNow : findRow)(store, member, next);
    if (row === undefined) return 'missing';
    if (row.del !== undefined && checks.length === 0 && !isReturn) return 'missing';
    const fields = { up: row.up ?? null, del: row.del ?? null };
    checks.push(check(taskKind, row, { row: 'there', fields }));
    next = row.up;
  }
  return checks;
}
