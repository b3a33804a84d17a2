import type { Member } from '../../member.ts';
import { readHome } from '../../store/home.ts';
import { withTagNames } from '../../store/in-force.ts';
import { type Instant, localDateOf } from '../../time.ts';
import { recentlySince } from '../know-member.ts';
import type { Reader } from '../show-report.ts';
import type { Worker } from './worker.ts';

/** A member as a report needs to know them, at the moment of their request; `undefined` where they are no member any more. */
export async function readReader(
  { store, directory }: Pick<Worker, 'store' | 'directory'>,
  member: Member,
  now: Instant,
): Promise<Reader | undefined> {
  const home = await readHome(store, member, recentlySince(now));
  const { prefs } = home;
  if (prefs === undefined) return undefined;
  const named = withTagNames(store, member, home.tags);
  return { store: named, member, directory, prefs, home, now, today: localDateOf(now, prefs.zone) };
}
