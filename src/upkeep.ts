import type { Member } from './member.ts';
import { BUCKET_MS } from './schedule.ts';
import type { Instant } from './time.ts';

const WEEK_MS = 7 * 86_400_000;

/**
 * The first time after `after` at which a member is looked after: once a week, each in a quarter of an hour of their own, so that
 * Slack, which is asked about one member at a time, is never asked about many at once.
 */
export function nextUpkeep({ workspaceId, memberId }: Member, after: Instant): Instant {
  const offset = (hashOf(`${workspaceId}/${memberId}`) % (WEEK_MS / BUCKET_MS)) * BUCKET_MS;
  const thisWeek = Math.floor(after / WEEK_MS) * WEEK_MS + offset;
  return thisWeek > after ? thisWeek : thisWeek + WEEK_MS;
}

/** FNV-1a: spreads ids evenly, which is all that is asked of it. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}
