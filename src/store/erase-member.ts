import type { Member } from '../member.ts';
import { bucketOf } from '../schedule.ts';
import { namesMember, withoutMember } from '../workspace.ts';
import { dueWrite } from './due.ts';
import { eraseDues, erasePartition } from './erase.ts';
import { handOverTasks } from './hand-over-tasks.ts';
import { forgetInstaller } from './installs.ts';
import { leavingKind } from './kinds/leaving.ts';
import { memberKind, ownerOf, partitionOf } from './kinds/member.ts';
import { commit } from './layer/commit.ts';
import { getRow } from './layer/read.ts';
import { removeRows } from './layer/remove.ts';
import { put } from './layer/write.ts';
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

/** True while everything of a member is being removed. */
export async function isLeaving(store: Store, member: Member): Promise<boolean> {
  return (await getRow(store, leavingKind, ownerOf(member))) !== undefined;
}

/**
 * Removes everything of a member who is leaving but for the row that says so. Tasks that others logged on, or put theirs
 * under, become the workspace's. It may be cut short anywhere and done anew. Answers how many rows went.
 */
export async function eraseMember(store: Store, member: Member): Promise<number> {
  const { workspaceId, memberId } = member;
  const gate = leavingKind.keyOf(ownerOf(member));
  await handOverTasks(store, member);
  if (namesMember(await readWorkspace(store, workspaceId), memberId))
    await changeWorkspace(store, workspaceId, (now) => withoutMember(now, memberId));
  await forgetInstaller(store, member);
  const own = await erasePartition(store, partitionOf(member), ({ sk }) => sk === gate.sk);
  const dues = await eraseDues(
    store,
    // The errand that ends it is at work; its row expires.
    (owner) => owner.workspaceId === workspaceId && owner.id === memberId && owner.errand !== 'forget',
  );
  await removeRows(store, [memberKind.keyOf(ownerOf(member))]);
  return own + dues;
}

/** Ends it: after a last look for what was still under way when it began, the row goes that kept others from writing. */
export async function endErasing(store: Store, member: Member): Promise<number> {
  let rows = 0;
  for (let left = -1; left !== 0; rows += left) left = await eraseMember(store, member);
  await removeRows(store, [leavingKind.keyOf(ownerOf(member))]);
  return rows;
}
