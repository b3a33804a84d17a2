import type { Errand } from '../schedule.ts';
import type { Lost } from '../store/kinds/lost.ts';
import { localDateOf } from '../time.ts';
import type { MemberCall } from './call.ts';

const WEEK_MS = 7 * 86_400_000;

/** What may not have reached a member and is still of use to them: a digest until the next one, a reminder on its day. */
export function lostOf({ home, now, today, prefs }: MemberCall): readonly Lost[] {
  const isOfUse: Readonly<Record<Errand, (lost: Lost) => boolean>> = {
    digest: ({ bucket }) => now - bucket < WEEK_MS,
    reminder: ({ bucket }) => localDateOf(bucket, prefs.zone) === today,
  };
  return home.lost.filter((lost) => isOfUse[lost.errand](lost));
}
