import type { Member } from '../../../member.ts';
import { ensureDue } from '../../../store/due.ts';
import { readHome } from '../../../store/home.ts';
import type { Instant } from '../../../time.ts';
import { nextUpkeep } from '../../../upkeep.ts';
import { followZone } from '../../follow-zone.ts';
import { publishHome, weekSince } from '../../home/publish-home.ts';
import { knowMember } from '../../know-member.ts';
import type { Clockwork } from '../clockwork.ts';
import type { Intent } from './intent.ts';

/**
 * Looks after a member once a week: whoever moved and never opens App Home gets the zone that Slack knows all the same, so that
 * their digest comes in their own morning. Nobody is written to about it; an App Home that they have tells them.
 */
export async function intendUpkeep(
  { store, callFor }: Clockwork,
  { member }: { readonly member: Member },
  now: Instant,
): Promise<Intent> {
  const { prefs, publication } = await readHome(store, member, weekSince(now));
  // The end of the chain: a member who was forgotten is looked after no more.
  if (prefs === undefined) return { why: 'no member' };
  await ensureDue(store, { errand: 'upkeep', member }, nextUpkeep(member, now));
  if (prefs.zoneChosen) return { why: 'zone chosen' };
  return {
    async prepare() {
      const call = await callFor(member, `upkeep ${now}`, now);
      if (call === undefined) return { why: 'not installed' };
      const known = await knowMember(call, weekSince(now));
      const moved = known && (await followZone(known));
      if (moved !== undefined && publication !== undefined) await publishHome(call, { notice: moved });
      return { did: moved === undefined ? 'same zone' : 'zone moved' };
    },
  };
}
