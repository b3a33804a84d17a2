import type { Due } from '../../../store/kinds/due.ts';
import type { Instant } from '../../../time.ts';
import type { Clockwork } from '../clockwork.ts';
import { intendByTimetable } from './by-timetable.ts';
import { intendErase } from './erase.ts';
import { intendForget } from './forget.ts';
import type { Intent } from './intent.ts';
import { intendStillWorking } from './still-working.ts';
import { intendTeamDigest } from './team-digest.ts';
import { intendTeamDigestDetail } from './team-digest-detail.ts';
import { intendUpkeep } from './upkeep.ts';

/** What an errand that is due would do at `now`; puts the next one of its kind on the clock. */
export function intend(clockwork: Clockwork, due: Due, now: Instant): Promise<Intent> {
  switch (due.errand) {
    case 'team digest':
      return intendTeamDigest(clockwork, due, now);
    case 'team digest detail':
      return intendTeamDigestDetail(clockwork, due);
    case 'erase':
      return intendErase(clockwork, due, now);
    case 'forget':
      return intendForget(clockwork, due);
    case 'still working':
      return intendStillWorking(clockwork, due, now);
    case 'upkeep':
      return intendUpkeep(clockwork, due, now);
    default:
      return intendByTimetable(clockwork, due, now);
  }
}
