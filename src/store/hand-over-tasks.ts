import type { Member } from '../member.ts';
import { readDirectory } from './directory.ts';
import { EraseError, eraseRows, type Gate } from './erase.ts';
import { ownerOf, partitionOf } from './kinds/member.ts';
import { taskKind } from './kinds/task.ts';
import { commit } from './layer/commit.ts';
import { BusyError, pauseAfter } from './layer/contention.ts';
import { type Item, keyOfItem } from './layer/item.ts';
import { getItem, pagesOf, queryItems, readRow } from './layer/read.ts';
import { remove, update } from './layer/write.ts';
import { stampAfter } from './stamp.ts';
import type { Store } from './store.ts';
import { TABLE } from './table.ts';

/** Who owns a task whose owner left; no member's id is like it. */
export const WORKSPACE_OWNER = 'workspace';

const MOST_TRIES = 15;

/** A member who is leaving, by the stamp of the row that says so; it marks the tasks that are hidden until it is clear who needs them. */
export type Leaver = { readonly member: Member; readonly leaving: number };

/**
 * Makes the tasks of a member the workspace's: those that others logged on, or put theirs under, with all that these lie under,
 * so that what others see of them does not change. All others are hidden there, as if they were deleted: somebody may be at
 * logging on them who saw them a moment ago. An {@link EraseError} ends it once the gate is shut.
 */
export async function handOverTasks(store: Store, { member, leaving }: Leaver, gate: Gate): Promise<void> {
  const rows = await tasksIn(store, partitionOf(member));
  const wanted = await wantedOf(store, member, rows);
  for (const { no, del } of rows.values())
    if (wanted.has(no)) await handOver(store, member, no, gate);
    // What they had deleted themselves goes with the rest of theirs.
    else if (del === undefined) await handOver(store, member, no, gate, leaving);
}

/** How long after a task was hidden nobody logs on it any more: as a process keeps what tasks there are, a request takes, an index lags. */
export const HIDDEN_FOR_MS = 60_000;

/**
 * Decides about hidden tasks: those that somebody logged on all the same, or put theirs under, come back as the workspace's; the
 * rest goes for good. Answers whether it was long enough since the last of them was hidden; nothing is decided before.
 */
export async function settleTasks(
  store: Store,
  { member, leaving }: Leaver,
  gate: Gate,
  hiddenFor = HIDDEN_FOR_MS,
): Promise<boolean> {
  const { workspaceId: team } = member;
  const all = await tasksIn(store, partitionOf({ workspaceId: team, memberId: WORKSPACE_OWNER }));
  const rows = new Map([...all].filter(([, { del }]) => del === leaving));
  const isFresh = [...rows.values()].some(({ v }) => v > store.now() - hiddenFor);
  if (hiddenFor > 0 && isFresh) return false;
  const wanted = await wantedOf(store, member, rows);
  for (const { no, v } of rows.values()) {
    if (!wanted.has(no)) continue;
    const set = { del: null, v: stampAfter(store, v) };
    const shown = update(taskKind, { team, user: WORKSPACE_OWNER, no }, set, { fields: { v } });
    const refusal = await commit(store, [gate.check, shown]);
    if (refusal?.index === 0) throw new EraseError(gate.whenShut);
  }
  const rest = [...rows.keys()].filter((no) => !wanted.has(no));
  await eraseRows(
    store,
    rest.map((no) => taskKind.keyOf({ team, user: WORKSPACE_OWNER, no })),
    gate,
  );
  return true;
}

type TaskRows = ReadonlyMap<number, { no: number; up?: number; del?: number; v: number }>;

async function tasksIn(store: Store, pk: string): Promise<TaskRows> {
  const items = await queryItems(store, {
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
    ExpressionAttributeValues: { ':pk': pk, ':from': 't#', ':to': 't#~' },
    ConsistentRead: true,
  });
  return new Map(items.flatMap((item) => readRow(store, taskKind, item) ?? []).map((row) => [row.no, row]));
}

/** The tasks among these that others than the member need, with those above them. */
async function wantedOf(store: Store, member: Member, rows: TaskRows): Promise<ReadonlySet<number>> {
  if (rows.size === 0) return new Set();
  const { tasks } = await readDirectory(store, member.workspaceId);
  const parents = new Set(
    tasks.flatMap(({ parent, ownerId }) =>
      ownerId === member.memberId || parent === undefined ? [] : [parent],
    ),
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
  return wanted;
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

/** Moves the row as it is, or as one that is hidden; a change of it that comes between is moved with it. */
async function handOver(
  store: Store,
  member: Member,
  no: number,
  { check, whenShut, pace }: Gate,
  hidden?: number,
): Promise<void> {
  const from = { ...ownerOf(member), no };
  const to = taskKind.keyOf({ team: member.workspaceId, user: WORKSPACE_OWNER, no });
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const item: Item | undefined = await getItem(store, taskKind.keyOf(from));
    const version = item?.['v'];
    if (item === undefined || typeof version !== 'number') return;
    const mark = hidden === undefined ? {} : { del: hidden, v: stampAfter(store, version) };
    const moved = { ...item, ...to, ...mark };
    const refusal = await commit(store, [
      check,
      { action: 'put', key: keyOfItem(moved), item: moved, when: { row: 'absent' } },
      remove(taskKind, from, { fields: { v: version } }),
    ]);
    if (refusal === undefined) return pace?.afterRows(1);
    if (refusal.index === 0) throw new EraseError(whenShut);
    await pauseAfter(store, tries);
  }
  throw new BusyError(`A task changed ${MOST_TRIES} times.`);
}
