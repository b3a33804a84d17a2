import * as z from 'zod/mini';
import type { Member } from '../../member.ts';
import { kind } from '../layer/kind.ts';
import { stamp } from './track.ts';

/** Lists who uses Stint in a workspace; `share` is `team` where the team digest may name them. */
export const memberKind = kind(
  'member',
  'w#{team}',
  'm#{user}',
  z.object({ share: z.exactOptional(z.string()), v: stamp }),
);

/** The key fields that each of a member's rows has. */
export function ownerOf({ workspaceId, memberId }: Member): { readonly team: string; readonly user: string } {
  return { team: workspaceId, user: memberId };
}

/** The partition that holds everything of a member. */
export function partitionOf({ workspaceId, memberId }: Member): string {
  return `u#${workspaceId}#${memberId}`;
}
