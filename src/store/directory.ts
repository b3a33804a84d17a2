import type { Member } from '../member.ts';
import type { Task, TaskNumber, TaskSummary } from '../task.ts';
import { type ListedTask, type SettledTasks, settleParents } from '../task-parents.ts';
import { partitionOf } from './kinds/member.ts';
import { directoryKey, listedTaskKind, taskKind, toTask, toTaskSummary } from './kinds/task.ts';
import type { Item } from './layer/item.ts';
import { getItem, getRow, queryItems, readRow } from './layer/read.ts';
import type { Store } from './store.ts';
import { TABLE } from './table.ts';

/** A workspace's tasks, each under the one that it lies under now, and how many rows could not be read. */
export type Directory = SettledTasks & { readonly unreadable: number };

/** Every task of a workspace by number, as the index knows them: a task made a moment ago may be missing. */
export async function readDirectory(store: Store, workspaceId: string): Promise<Directory> {
  const { listed, unreadable } = await listTasks(store, workspaceId);
  return { ...settleParents(listed), unreadable };
}

/** What the index lists of a workspace, deleted tasks included. */
export type Listing = { readonly listed: readonly ListedTask[]; readonly unreadable: number };

/** All of a workspace's tasks as the index lists them; with `newest` no more than so many, the highest numbers first. */
export async function listTasks(store: Store, workspaceId: string, newest?: number): Promise<Listing> {
  const items = await queryItems(store, {
    IndexName: TABLE.tasks.name,
    KeyConditionExpression: 'g = :g',
    ExpressionAttributeValues: { ':g': directoryKey(workspaceId) },
    ...(newest === undefined ? {} : { ScanIndexForward: false, Limit: newest }),
  });
  return listingOf(store, items);
}

/** The newest of a member's own tasks as they stand now, read strongly: those that the index may not know yet. */
export async function listOwnTasks(store: Store, member: Member, newest: number): Promise<Listing> {
  const items = await queryItems(store, {
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
    ExpressionAttributeValues: { ':pk': partitionOf(member), ':from': 't#', ':to': 't#~' },
    ScanIndexForward: false,
    Limit: newest,
    ConsistentRead: true,
  });
  return listingOf(store, items);
}

function listingOf(store: Store, items: readonly Item[]): Listing {
  const rows = items.flatMap((item) => readRow(store, listedTaskKind, item) ?? []);
  const listed = rows.map((row) => ({ task: toTaskSummary(row), deleted: row.del !== undefined }));
  return { listed, unreadable: items.length - rows.length };
}

/** What there is of a number: a task, one that was deleted, or none that was ever made. */
export type Lookup =
  | { readonly kind: 'there'; readonly task: TaskSummary }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'never made' };

/** Looks a number up in the directory, else among the member's own tasks (made a moment ago). */
export async function lookUpTask(store: Store, member: Member, number: TaskNumber): Promise<Lookup> {
  const row = await findRow(store, member, number);
  if (row === undefined) return { kind: 'never made' };
  return row.del === undefined ? { kind: 'there', task: toTaskSummary(row) } : { kind: 'deleted' };
}

/** Finds a task by its number in the directory, else among the member's own (made a moment ago). */
export async function findTask(
  store: Store,
  member: Member,
  number: TaskNumber,
): Promise<TaskSummary | undefined> {
  const found = await lookUpTask(store, member, number);
  return found.kind === 'there' ? found.task : undefined;
}

/** A task in full as it stands now, read strongly from its owner's rows; `undefined` when it is gone. */
export async function readTask(
  store: Store,
  workspaceId: string,
  { number, ownerId }: Pick<TaskSummary, 'number' | 'ownerId'>,
): Promise<Task | undefined> {
  const row = await getRow(store, taskKind, { team: workspaceId, user: ownerId, no: number });
  return row === undefined ? undefined : toTask(row);
}

/** What the directory, or the member's own partition, holds of a task, a deleted one included. */
export async function findRow(store: Store, member: Member, number: TaskNumber) {
  const key = { team: member.workspaceId, user: member.memberId, no: number };
  const { sk } = taskKind.keyOf(key);
  const [listed] = await queryItems(store, {
    IndexName: TABLE.tasks.name,
    KeyConditionExpression: 'g = :g AND sk = :sk',
    ExpressionAttributeValues: { ':g': directoryKey(member.workspaceId), ':sk': sk },
  });
  if (listed !== undefined && listed['del'] === undefined) return readRow(store, listedTaskKind, listed);
  const own = await getItem(store, { pk: partitionOf(member), sk });
  const item = own ?? listed;
  return item === undefined ? undefined : readRow(store, listedTaskKind, item);
}

/** The same, as the row itself stands now: one strong read more. */
export async function findRowNow(store: Store, member: Member, number: TaskNumber) {
  const found = await findRow(store, member, number);
  const item = found === undefined ? undefined : await getItem(store, taskKind.keyOf(found));
  return item === undefined ? undefined : readRow(store, listedTaskKind, item);
}
