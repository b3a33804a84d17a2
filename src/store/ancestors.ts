import type { Member } from '../member.ts';
import type { TaskNumber } from '../task.ts';
import { findRow } from './directory.ts';
import { taskKind } from './kinds/task.ts';
import { check, type Write } from './layer/write.ts';
import type { Store } from './store.ts';

/** How deep a tree of tasks may be. */
export const DEEPEST_TREE = 20;

/**
 * Checks that keep the way from `parent` up to the top as it is now, so that `task` may get that parent. `cycle` when
 * the way leads through `task` itself, is too long, or the parent is not there.
 */
export async function ancestorChecks(
  store: Store,
  member: Member,
  task: TaskNumber,
  parent: TaskNumber,
): Promise<readonly Write[] | 'cycle'> {
  const checks: Write[] = [];
  let next: TaskNumber | undefined = parent;
  while (next !== undefined) {
    if (next === task || checks.length === DEEPEST_TREE) return 'cycle';
    const row = await findRow(store, member, next);
    if (row === undefined) return 'cycle';
    if (row.del !== undefined && checks.length === 0) return 'cycle';
    // An ancestor that is deleted still leads on to its own parent.
    const fields = { up: row.up ?? null, del: row.del ?? null };
    checks.push(check(taskKind, row, { row: 'there', fields }));
    next = row.up;
  }
  return checks;
}
