import type { Seconds } from '../duration.ts';
import type { Member } from '../member.ts';
import type { Tag } from '../tag.ts';
import { LARGEST_TASK_NUMBER, type Task, type TaskNumber } from '../task.ts';
import { ancestorChecks, type NoWay } from './ancestors.ts';
import { change, findReceipt } from './change.ts';
import { readTask } from './directory.ts';
import { receiptIdOf } from './kinds/journal.ts';
import { taskItem, taskKind } from './kinds/task.ts';
import { type Write, withVersion } from './layer/write.ts';
import { lastNumber, nextNumber, takeNumber } from './numbers.ts';
import { stampAfter } from './stamp.ts';
import { createSharedRow } from './steps.ts';
import type { Store } from './store.ts';
import type { UndoTarget } from './undo-target.ts';

/** A task to be made. */
export type NewTask = {
  readonly title: string;
  readonly parent?: TaskNumber;
  readonly tags: readonly Tag[];
  readonly estimate?: Seconds;
  /** A number that was typed before its task was made; absent: the next free one. */
  readonly number?: TaskNumber;
};

/** What became of a new task. */
export type NewTaskResult =
  | { readonly kind: 'done'; readonly task: Task; readonly undo: UndoTarget }
  /** This request was carried out before; `task` as it stands now, absent when it is gone. */
  | {
      readonly kind: 'already done';
      readonly number: TaskNumber;
      readonly task?: Task;
      readonly undo: UndoTarget;
    }
  /** The typed number is not within reach of the last one given; `next` is the one a new task would get now. */
  | { readonly kind: 'out of reach'; readonly next: TaskNumber }
  /** Nothing was made, since it can't hang where it was to hang. */
  | { readonly kind: 'no way'; readonly why: NoWay }
  /** All 999,999 numbers are given. */
  | { readonly kind: 'no number left' };

/** Makes a task of the member. */
export async function newTask(
  store: Store,
  member: Member,
  requestId: string,
  task: NewTask,
): Promise<NewTaskResult> {
  const checks = task.parent === undefined ? [] : await parentCheck(store, member, task.parent);
  if (typeof checks === 'string')
    return (await earlier(store, member, requestId)) ?? { kind: 'no way', why: checks };
  for (;;) {
    const number = await numberFor(store, member, requestId, task.number);
    if (typeof number !== 'number') return (await earlier(store, member, requestId)) ?? number;
    const stamp = stampAfter(store);
    const made: Task = { ...task, number, ownerId: member.memberId, state: 'open', version: stamp };
    const res = String(number);
    const moves = [createSharedRow(taskItem(member.workspaceId, made), stamp)];
    const outcome = await change(store, member, { requestId, what: 'task new', stamp, moves, checks, res });
    if (outcome.kind === 'done') return { kind: 'done', task: made, undo: outcome.undo };
    if (outcome.kind === 'already done') return repeated(store, member, outcome);
    if (outcome.rows.has(1)) return { kind: 'no way', why: 'missing' };
    // A row has this number although the counter never gave it (brought in from elsewhere): it is not made again.
    if (task.number !== undefined) return outOfReach(store, member);
  }
}

/** A new task has nothing below it, so it closes no circle: only its parent must be there still. */
async function parentCheck(
  store: Store,
  member: Member,
  parent: TaskNumber,
): Promise<readonly Write[] | NoWay> {
  const way = await ancestorChecks(store, member, { parent });
  if (typeof way === 'string') return way;
  const when = withVersion({ row: 'there', fields: { del: null } }, taskKind.version);
  return way.slice(0, 1).map(({ key }) => ({ action: 'check', key, when }));
}

type NoNumber = Extract<NewTaskResult, { kind: 'out of reach' | 'no number left' }>;

async function numberFor(
  store: Store,
  member: Member,
  requestId: string,
  typed: TaskNumber | undefined,
): Promise<TaskNumber | NoNumber> {
  const { workspaceId } = member;
  if (typed === undefined) return (await nextNumber(store, workspaceId)) ?? { kind: 'no number left' };
  const own = await takeNumber(store, workspaceId, typed, receiptIdOf(requestId));
  return own ? typed : outOfReach(store, member);
}

async function outOfReach(store: Store, { workspaceId }: Member): Promise<NoNumber> {
  const last = await lastNumber(store, workspaceId);
  return last >= LARGEST_TASK_NUMBER ? { kind: 'no number left' } : { kind: 'out of reach', next: last + 1 };
}

/** The answer to a request that made its task in an earlier delivery, whatever stands in the way of it now. */
async function earlier(store: Store, member: Member, requestId: string): Promise<NewTaskResult | undefined> {
  const receipt = await findReceipt(store, member, requestId);
  return receipt === undefined ? undefined : repeated(store, member, receipt);
}

async function repeated(
  store: Store,
  member: Member,
  { res, undo }: { readonly res?: string; readonly undo: UndoTarget },
): Promise<NewTaskResult> {
  const number = Number(res);
  const task = await readTask(store, member.workspaceId, { number, ownerId: member.memberId });
  return { kind: 'already done', number, ...(task === undefined ? {} : { task }), undo };
}
