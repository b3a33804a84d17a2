import { FIRST_SETTINGS } from '../member.ts';
import { readHome } from '../store/home.ts';
import { withTagNames } from '../store/in-force.ts';
import { type FirstUse, wasMetBy, writeFirstUse } from '../store/prefs.ts';
import { localDateOf } from '../time.ts';
import type { Call, MemberCall } from './call.ts';
import { LeavingError } from './leaving-error.ts';
import { watchTarget } from './watch-target.ts';

/**
 * Reads what nearly every answer needs, in one request: entries since `since`, the timer, settings. At the first use the
 * zone comes from Slack and is kept.
 * `undefined` when no zone is to be had: then the person must be asked for it, since without one no day is certain.
 */
export async function knowMember(
  call: Call,
  since = recentlySince(call.now),
): Promise<MemberCall | undefined> {
  const home = await readHome(call.store, call.member, since);
  if (home.isLeaving) throw new LeavingError();
  const met: FirstUse | undefined =
    home.prefs === undefined
      ? await meet(call)
      : { prefs: home.prefs, isFirst: wasMetBy(home, call.requestId) };
  if (met === undefined) return undefined;
  if (home.unreadable > 0) call.log({ level: 'error', event: 'rows left out', rows: home.unreadable });
  const store = withTagNames(watchTarget(call, met.prefs, home), call.member, home.tags);
  return { ...call, ...met, store, home, today: localDateOf(call.now, met.prefs.zone) };
}

const HOUR_MS = 3_600_000;

/** The day before the earliest day that any zone has at `now` (UTC-12), so that it covers yesterday wherever the member is. */
export function recentlySince(now: number): string {
  return localDateOf(now - (24 + 12) * HOUR_MS, 'UTC');
}

async function meet({ store, member, slack, requestId }: Call) {
  const zone = await slack.memberZone(member.memberId);
  if (zone === undefined) return undefined;
  return writeFirstUse(store, member, requestId, { ...FIRST_SETTINGS, zone });
}
