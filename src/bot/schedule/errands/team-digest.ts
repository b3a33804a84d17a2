import type { Due } from '../../../store/kinds/due.ts';
import type { Instant } from '../../../time.ts';
import type { Clockwork } from '../clockwork.ts';
import type { Intent } from './intent.ts';

/** The team's week in its channel. No workspace can turn one on yet, so a row for one is somebody's mistake. */
export async function intendTeamDigest(_clockwork: Clockwork, _due: Due, _now: Instant): Promise<Intent> {
  return { why: 'not set up' };
}
