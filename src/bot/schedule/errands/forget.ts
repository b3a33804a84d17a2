import type { Member } from '../../../member.ts';
import { endErasing, leavingOf } from '../../../store/erase-member.ts';
import { EraseLaterError, erasePace } from '../../../store/erase-pace.ts';
import type { Clockwork } from '../clockwork.ts';
import type { Intent } from './intent.ts';

/** Ends the removal of everything of a member who asked for it, once nothing can be under way any more that writes of them. */
export async function intendForget(
  { store, log }: Clockwork,
  { member }: { readonly member: Member },
): Promise<Intent> {
  return {
    async prepare() {
      // Who has started anew since must not lose that.
      const leaving = await leavingOf(store, member);
      if (leaving === undefined) return { did: 'forgotten before', leavesNoRow: true };
      try {
        const rows = await endErasing(store, member, leaving, erasePace(store));
        log({ level: 'info', event: 'member forgotten', workspace: member.workspaceId, rows });
        return { did: 'forgotten', leavesNoRow: true };
      } catch (error) {
        if (!(error instanceof EraseLaterError)) throw error;
        return { goesOn: 'not all is removed yet', after: error.after };
      }
    },
  };
}
