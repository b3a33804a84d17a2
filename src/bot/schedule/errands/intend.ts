import type { Due } from '../../../store/kinds/due.ts';
import type { Instant } from '../../../time.ts';
import type { Clockwork } from '../clockwork.ts';
import { intendForMember } from './for-member.ts';
import type { Intent } from './intent.ts';
import { intendTeamDigest } from './team-digest.ts';

/** What an errand that is due would do at `now`; puts the next one of its kind on the clock. */
export function intend(clockwork: Clockwork, due: Due, now: Instant): Promise<Intent> {
  return 'member' in due ? intendForMember(clockwork, due, now) : intendTeamDigest(clockwork, due, now);
}
