import type { Member } from '../member.ts';
import { readDirectory } from './directory.ts';
import { EraseError, type Gate } from './erase.ts';
import { ownerOf, partitionOf } from './kinds/member.ts';
import { taskKind } from './kinds/task.ts';
import { commit } from './layer/commit.ts';
import { BusyError, pauseAfter } from './layer/contention.ts';
import { type Item, keyOfItem } from './layer/item.ts';
import { getItem, pagesOf, queryItems, readRow } from './layer/read.ts';
import { remove } from './layer/write.ts';
import type { Store } from './store.ts';
import { TABLE } from './table.ts';

/** Who owns a task whose owner left; no member's id is like it. */
export const WORKSPACE_OWNER = 'workspace';

const MOST_TRIES = 15;

/**
 * Makes those tasks of a member the workspace's that others logged on, or put theirs under, with all that these lie under;
 * the rest stay where they are. What others see of them does not change: number, title, place, tags. An {@link EraseError}
 * ends it once the gate is shut.
 */
export async function handOverTasks(store: Store, member: Member, gate: Gate): Promise<void> {
  const { workspaceId, memberId } = member;
  const { tasks } = await readDirectory(store, workspaceId);
  const parents = new Set(
    tasks.flatMap(({ parent, ownerId }) => (ownerId === memberId || parent === undefined ? [] : [parent])),
  );
  const own = await queryItems(store, {
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
    ExpressionAttributeValues: { ':pk': partitionOf(member), ':from': 't#', ':to': 't#~' },
    ConsistentRead: true,
  });
  const rows = new Map(
    own.flatMap((item) => readRow(store, taskKind, item) ?? []).map((row) => [row.no, row]),
  );
  const wanted = new Set<number>();
  for (const { no } of rows.values()) {
    if (wanted.has(no) || !(parents.has(no) || (await isOthers(store, member, no)))) continue;
    for (
      let at = rows.get(no);
      at !== undefined && !wanted.has(at.no);
      at = at.up === undefined ? undefined : rows.get(at.up)
    )
      wanted.add(at.no);
  }
  for (const no of wanted) await handOver(store, member, no, gate);
}

/** True where somebody else has logged on a task. */
async function isOthers(store: Store, member: Member, number: number): Promise<boolean> {
  const own = partitionOf(member);
  const query = {
    IndexName: TABLE.tasks.name,
    KeyConditionExpression: 'g = :g',
    ExpressionAttributeValues: { ':g': `${member.workspaceId}#${number}`, ':own': own },
    FilterExpression: 'pk <> :own AND attribute_not_exists(del)',
    ProjectionExpression: 'pk, sk',
  };
  for await (const { items } of pagesOf(store, query)) if (items.length > 0) return true;
  return false;
}

/** Moves the row as it is; a change of it that comes between is moved with it. */
async function handOver(store: Store, member: Member, no: number, { check, whenShut }: Gate): Promise<void> {
  const from = { ...ownerOf(member), no };
  const to = taskKind.keyOf({ team: member.workspaceId, user: WORKSPACE_OWNER, no });
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const item: Item | undefined = await getItem(store, taskKind.keyOf(from));
    const version = item?.['v'];
    if (item === undefined || typeof version !== 'number') return;
    const moved = { ...item, ...to };
    const refusal = await commit(store, [
      check,
      { action: 'put', key: keyOfItem(moved), item: moved, when: { row: 'absent' } },
      remove(taskKind, from, { fields: { v: version } }),
    ]);
    if (refusal === undefined) return;
    if (refusal.index === 0) throw new EraseError(whenShut);
    await pauseAfter(store, tries);
  }
  throw new BusyError(`A task changed ${MOST_TRIES} times.`);
}
