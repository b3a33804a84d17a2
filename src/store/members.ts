import type { Member } from '../member.ts';
import { memberKind, ownerOf } from './kinds/member.ts';
import { commit } from './layer/commit.ts';
import { isLive } from './layer/item.ts';
import { getRow, queryItems, readRow } from './layer/read.ts';
import { update } from './layer/write.ts';
import { stampAfter } from './stamp.ts';
import type { Store } from './store.ts';

/** Somebody who has used Stint, and whether the team digest may name them, where the workspace's setting lets it. */
export type ListedMember = { readonly memberId: string; readonly allowsNaming: boolean };

/** The value of `share` that allows it. */
const ALLOWED = 'team';

/** Everybody who has used Stint in a workspace, by id; who came a moment ago may be missing. */
export async function readMembers(store: Store, workspaceId: string): Promise<readonly ListedMember[]> {
  const { pk } = memberKind.keyOf({ team: workspaceId, user: 'any' });
  const items = await queryItems(store, {
    KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
    ExpressionAttributeValues: { ':pk': pk, ':from': 'm#', ':to': 'm#~' },
    // Nothing is decided by it that was written a moment ago.
    ConsistentRead: false,
  });
  return items
    .filter((item) => isLive(item, store.now()))
    .flatMap((item) => readRow(store, memberKind, item) ?? [])
    .map(({ user, share }) => ({ memberId: user, allowsNaming: share === ALLOWED }));
}

/** Whether a member allows the team digest to name them, as it stands now. */
export async function allowsNaming(store: Store, member: Member): Promise<boolean> {
  return (await getRow(store, memberKind, ownerOf(member)))?.share === ALLOWED;
}

/** Lets the team digest name a member, or not. False where nobody of that id uses Stint any more. */
export async function allowNaming(store: Store, member: Member, allowed: boolean): Promise<boolean> {
  const set = { share: allowed ? ALLOWED : null, v: stampAfter(store) };
  const refusal = await commit(store, [update(memberKind, ownerOf(member), set, { row: 'there' })]);
  return refusal === undefined;
}
