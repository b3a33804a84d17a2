import type { Member } from '../member.ts';
import type { Task, TaskNumber, TaskSummary } from '../task.ts';
import { partitionOf } from './kinds/member.ts';
import { directoryKey, listedTaskKind, taskKind, toTask, toTaskSummary } from './kinds/task.ts';
import { isLive } from './layer/item.ts';
import { getItem, getRow, queryItems, readRow } from './layer/read.ts';
import type { Store } from './store.ts';
import { TABLE } from './table.ts';

/** A workspace's tasks, and how many rows could not be read. */
export type Directory = { readonly tasks: readonly TaskSummary[]; readonly unreadable: number };

/** Every task of a workspace by number, as the index knows them: a task made a moment ago may be missing. */
export async function readDirectory(store: Store, workspaceId: string): Promise<Directory> {
  const items = await queryItems(store, {
    IndexName: TABLE.tasks.name,
    KeyConditionExpression: 'g = :g',
    ExpressionAttributeValues: { ':g': directoryKey(workspaceId) },
  });
  const live = items.filter((item) => isLive(item, store.now()));
  const rows = live.flatMap((item) => readRow(store, listedTaskKind, item) ?? []);
  return { tasks: rows.map(toTaskSummary), unreadable: live.length - rows.length };
}

/** Finds a task by its number in the directory, else among the member's own (made a moment ago). */
export async function findTask(
  store: Store,
  member: Member,
  number: TaskNumber,
): Promise<TaskSummary | undefined> {
  const row = await findRow(store, member, number);
  return row === undefined || row.del !== undefined ? undefined : toTaskSummary(row);
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
