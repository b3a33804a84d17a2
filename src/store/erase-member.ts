import type { Member } from '../member.ts';
import { bucketOf } from '../schedule.ts';
import { namesMember, withoutMember } from '../workspace.ts';
import { dueWrite } from './due.ts';
import { eraseDues, erasePartition, eraseRows, type Gate } from './erase.ts';
import { EraseLaterError, type ErasePace } from './erase-pace.ts';
import { HIDDEN_FOR_MS, handOverTasks, settleTasks } from './hand-over-tasks.ts';
import { forgetInstaller } from './installs.ts';
import { leavingKind } from './kinds/leaving.ts';
import { memberKind, ownerOf, partitionOf } from './kinds/member.ts';
import { commit } from './layer/commit.ts';
import { getRow } from './layer/read.ts';
import { check, put, remove } from './layer/write.ts';
import { stampAfter } from './stamp.ts';
import type { Store } from './store.ts';
import { changeWorkspace, readWorkspace } from './workspace.ts';

/** Longer than any request or errand that was under way may still write: what it left is removed then. */
const SETTLED_MS = 5 * 60_000;

/**
 * Begins to remove everything of a member: from now on nothing is written of them, and the end of it is on the clock, so that
 * it comes whatever happens to whoever begins it. Said again, it is the same.
 */
export async function beginToErase(store: Store, member: Member): Promise<void> {
  const gate = put(leavingKind, { ...ownerOf(member), v: stampAfter(store) }, { row: 'absent' });
  const end = dueWrite(store, {
    bucket: bucketOf(store.now() + SETTLED_MS),
    errand: 'forget',
    member,
  });
  const refusal = await commit(store, [gate, end]);
  // They asked before: the errand of that time ends it.
  if (refusal !== undefined && !refusal.rows.has(0)) await commit(store, [gate]);
}

/** The removal of a member that is under way, by the stamp of the row that says so: a later one has another. */
export async function leavingOf(store: Store, member: Member): Promise<number | undefined> {
  return (await getRow(store, leavingKind, ownerOf(member)))?.v;
}

/**
 * Removes everything of a member who is `leaving` but for the row that says so. Tasks that others logged on, or put theirs
 * under, become the workspace's. It may be cut short anywhere, as by its pace, and done anew; an {@link EraseError} ends it where
 * that removal is over, since the member may have started anew. Answers how many rows went.
 */
export async function eraseMember(
  store: Store,
  member: Member,
  leaving: number,
  pace?: ErasePace,
): Promise<number> {
  const { workspaceId, memberId } = member;
  const gate = { ...gateOf(member, leaving), pace };
  await handOverTasks(store, { member, leaving }, gate);
  if (namesMember(await readWorkspace(store, workspaceId), memberId))
    await changeWorkspace(store, workspaceId, (now) => withoutMember(now, memberId));
  await forgetInstaller(store, member);
  const own = leavingKind.keyOf(ownerOf(member));
  const rows = await erasePartition(store, partitionOf(member), gate, ({ sk }) => sk === own.sk);
  const dues = await eraseDues(
    store,
    gate,
    // The errand that ends it is at work; its row expires.
    (owner) => owner.workspaceId === workspaceId && owner.id === memberId && owner.errand !== 'forget',
  );
  await eraseRows(store, [memberKind.keyOf(ownerOf(member))], gate);
  return rows + dues;
}

/** Ends it: after a last look for what was still under way when it began, the row goes that kept others from writing. */
export async function endErasing(
  store: Store,
  member: Member,
  leaving: number,
  pace?: ErasePace,
): Promise<number> {
  let rows = 0;
  for (let left = -1; left !== 0; rows += left) left = await eraseMember(store, member, leaving, pace);
  const gate = { ...gateOf(member, leaving), pace };
  // Nobody waits here for what has no pace.
  const hiddenFor = pace === undefined ? 0 : HIDDEN_FOR_MS;
  if (!(await settleTasks(store, { member, leaving }, gate, hiddenFor)))
    throw new EraseLaterError('Tasks were hidden a moment ago.', HIDDEN_FOR_MS);
  // Whoever was faster has ended this very removal.
  await commit(store, [remove(leavingKind, ownerOf(member), { fields: { v: leaving } })]);
  return rows;
}

function gateOf(member: Member, leaving: number): Gate {
  const row = check(leavingKind, ownerOf(member), { fields: { v: leaving } });
  return { check: row, whenShut: 'This removal is over.' };
}
