import { isDeepStrictEqual } from 'node:util';
import type { Member } from '../member.ts';
import type { TaskNumber } from '../task.ts';
import { DEEPEST_TREE } from '../task-tree.ts';
import { findRow, findRowNow } from './directory.ts';
import { taskKind } from './kinds/task.ts';
import { BusyError, pauseAfter } from './layer/contention.ts';
import { check, type Write } from './layer/write.ts';
import type { Store } from './store.ts';

/** Why a task can't get the parent that it is to get. */
export type NoWay =
  /** The parent is the task itself, or lies below it; or damaged rows close a circle above it. */
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
 * Checks that keep the way from `parent` up to the top as it is now, the parent's own first, each row once, so that the
 * task may get that parent. An ancestor that is deleted still leads on to its own parent.
 */
export async function ancestorChecks(
  store: Store,
  member: Member,
  place: Place,
): Promise<readonly Write[] | NoWay> {
  let way = await readWay(store, member, place);
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    if (way.checks.length === 0 || !(way.why === 'cycle' || way.why === 'too deep'))
      return way.why ?? way.checks;
    // The rows are read one after another. Where others move them meanwhile, they may seem to close a circle that never
    // was, or to be deeper than they ever were; so that counts only when it reads the same twice.
    const again = await readWay(store, member, { ...place, strongly: true });
    if (isDeepStrictEqual(again, way)) return again.why ?? again.checks;
    way = again;
    await pauseAfter(store, tries);
  }
  throw new BusyError(`The way up to the top changed ${MOST_TRIES} times.`);
}

const MOST_TRIES = 30;

/** The rows from the parent on, as far as they lead, and what is wrong with them as a way to the top. */
type Way = { readonly checks: readonly Write[]; readonly why?: NoWay };

async function readWay(
  store: Store,
  member: Member,
  { parent, task, height = 0, strongly = false, isReturn = false }: Place,
): Promise<Way> {
  const checks: Write[] = [];
  const passed = new Set([task]);
  let next: TaskNumber | undefined = parent;
  while (next !== undefined) {
    if (passed.has(next)) return { checks, why: 'cycle' };
    if (checks.length + height >= DEEPEST_TREE) return { checks, why: 'too deep' };
    const row = await (strongly ? findRowNow : findRow)(store, member, next);
    if (row === undefined) return { checks, why: 'missing' };
    if (row.del !== undefined && checks.length === 0 && !isReturn) return { checks, why: 'missing' };
    const fields = { up: row.up ?? null, del: row.del ?? null };
    checks.push(check(taskKind, row, { row: 'there', fields }));
    passed.add(next);
    next = row.up;
  }
  return { checks };
}
