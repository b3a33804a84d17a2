import type { Seconds } from '../duration.ts';
import type { Member } from '../member.ts';
import type { Tag } from '../tag.ts';
import type { Task, TaskNumber } from '../task.ts';
import type { TaskPlace } from '../task-place.ts';
import { ancestorChecks, type NoWay } from './ancestors.ts';
import { type ChangeOutcome, change, findReceipt } from './change.ts';
import { readTask } from './directory.ts';
import type { What } from './kinds/journal.ts';
import { taskItem, taskKind, toTask } from './kinds/task.ts';
import { BusyError, pauseAfter } from './layer/contention.ts';
import { isLive } from './layer/item.ts';
import { readRow } from './layer/read.ts';
import { stampAfter } from './stamp.ts';
import { changeSharedRow, deleteSharedRow, isIdle, type Move } from './steps.ts';
import type { Store } from './store.ts';
import type { UndoTarget } from './undo-target.ts';

/** What may be changed about a task. */
export type TaskChange =
  | { readonly kind: 'rename'; readonly title: string }
  | { readonly kind: 'done' }
  | { readonly kind: 'reopen' }
  /** Without an estimate it has none any more. */
  | { readonly kind: 'estimate'; readonly estimate?: Seconds }
  /** All the tags that it is to have. */
  | { readonly kind: 'tag'; readonly tags: readonly Tag[] }
  | ({ readonly kind: 'move' } & TaskPlace)
  /** All that a form shows of it, in one change. */
  | ({ readonly kind: 'edit'; readonly title: string; readonly tags: readonly Tag[] } & TaskPlace & {
        readonly estimate?: Seconds;
      });

/** What became of a change of a task. */
export type ChangeTaskResult =
  | { readonly kind: 'done'; readonly task: Task; readonly undo: UndoTarget }
  /** This request was carried out before; `task` as it stands now, absent when it is gone. */
  | { readonly kind: 'already done'; readonly task?: Task; readonly undo: UndoTarget }
  | { readonly kind: 'unchanged'; readonly task: Task }
  /** Another change of the same thing came first; `current` is what stands now, absent when it is gone. */
  | { readonly kind: 'changed'; readonly current?: Task }
  /** It can't hang where it was to hang. Nothing was written. */
  | { readonly kind: 'no way'; readonly why: NoWay };

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
  if (isIdle(move))
    return (await repeated(store, member, requestId, seen)) ?? { kind: 'unchanged', task: seen };
  const outcome = await carryOut(store, member, { requestId, what: whatOf(next), stamp, move }, seen, next);
  if (typeof outcome === 'string')
    return (await repeated(store, member, requestId, seen)) ?? { kind: 'no way', why: outcome };
  return resultOf(store, member, task, outcome);
}

const MOST_TRIES = 30;

/** What became of the deletion of a task; `task` of `done` is what was deleted. */
export type DeleteTaskResult =
  | Exclude<ChangeTaskResult, { kind: 'no way' | 'unchanged' }>
  /** Only who made a task, or a lead, may delete it. Nothing was written. */
  | { readonly kind: 'not yours' };

/** Deletes a task of the member's own, or any where they are a lead. What hangs below it, and the entries that name it, are not touched. */
export async function deleteTask(
  store: Store,
  member: Member,
  requestId: string,
  seen: Task,
  isLead = false,
): Promise<DeleteTaskResult> {
  if (seen.ownerId !== member.memberId && !isLead) return { kind: 'not yours' };
  let task = seen;
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const stamp = stampAfter(store, task.version);
    const moves = [deleteSharedRow(taskItem(member.workspaceId, task), stamp)];
    const outcome = await change(store, member, { requestId, what: 'task delete', stamp, moves });
    const result = await resultOf(store, member, task, outcome);
    if (result.kind !== 'changed' || result.current === undefined) return result;
    // It goes whatever others changed meanwhile, but the journal has to know it as it was, for its undo and redo.
    task = result.current;
    await pauseAfter(store, tries);
  }
  throw new BusyError(`A task changed ${MOST_TRIES} times.`);
}

type Plan = {
  readonly requestId: string;
  readonly what: What;
  readonly stamp: number;
  readonly move: Move;
};

/** One transaction, tried again as long as only the way up to the top is not as it was read. */
async function carryOut(
  store: Store,
  member: Member,
  { move, ...plan }: Plan,
  seen: Task,
  next: TaskChange,
): Promise<ChangeOutcome | NoWay> {
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const checks = await checksFor(store, member, seen, next, tries > 1);
    if (typeof checks === 'string') return checks;
    const outcome = await change(store, member, { ...plan, moves: [move], checks });
    if (outcome.kind !== 'refused' || outcome.rows.has(0)) return outcome;
    await pauseAfter(store, tries);
  }
  throw new BusyError(`The way up from a task changed ${MOST_TRIES} times.`);
}

async function checksFor(store: Store, member: Member, seen: Task, next: TaskChange, strongly: boolean) {
  if (next.kind !== 'move' && next.kind !== 'edit') return [];
  const { parent, height } = next;
  if (parent === undefined || parent === seen.parent) return [];
  return ancestorChecks(store, member, { parent, task: seen.number, height, strongly });
}

async function resultOf(
  store: Store,
  { workspaceId }: Member,
  task: Task,
  outcome: ChangeOutcome,
): Promise<Exclude<ChangeTaskResult, { kind: 'no way' | 'unchanged' }>> {
  if (outcome.kind === 'done') return { kind: 'done', task, undo: outcome.undo };
  if (outcome.kind === 'already done') {
    const current = await readTask(store, workspaceId, task);
    return { kind: 'already done', ...(current === undefined ? {} : { task: current }), undo: outcome.undo };
  }
  const found = outcome.rows.get(0);
  const row = found && isLive(found, store.now()) ? readRow(store, taskKind, found) : undefined;
  return { kind: 'changed', ...(row === undefined ? {} : { current: toTask(row) }) };
}

/** The answer to a request that was carried out before, where nothing is left to do or it could not be done any more. */
async function repeated(
  store: Store,
  member: Member,
  requestId: string,
  seen: Task,
): Promise<ChangeTaskResult | undefined> {
  const receipt = await findReceipt(store, member, requestId);
  return receipt === undefined ? undefined : { kind: 'already done', task: seen, undo: receipt.undo };
}

function apply(task: Task, next: TaskChange): Task {
  switch (next.kind) {
    case 'rename':
      return { ...task, title: next.title };
    case 'done':
      return { ...task, state: 'done' };
    case 'reopen':
      return { ...task, state: 'open' };
    case 'estimate':
      return withEstimate(task, next.estimate);
    case 'tag':
      return { ...task, tags: next.tags };
    case 'move':
      return withParent(task, next.parent);
    case 'edit': {
      const { title, tags, estimate, parent } = next;
      return withParent(withEstimate({ ...task, title, tags }, estimate), parent);
    }
  }
}

function withEstimate({ estimate: _, ...task }: Task, estimate: Seconds | undefined): Task {
  return estimate === undefined ? task : { ...task, estimate };
}

function withParent({ parent: _, ...task }: Task, parent: TaskNumber | undefined): Task {
  return parent === undefined ? task : { ...task, parent };
}

function whatOf({ kind }: TaskChange): What {
  return `task ${kind}`;
}
