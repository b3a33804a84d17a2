import type { Entry } from '../entry.ts';
import { nearTags, tagsInUse, withoutUnused } from '../near-tag.ts';
import { entryIdOf } from '../store/log-entries.ts';
import { noteTag } from '../store/tags.ts';
import type { Tag } from '../tag.ts';
import { localDateOf } from '../time.ts';
import type { MemberCall } from './call.ts';
import { recentlySince } from './know-member.ts';

/** A tag that nobody used before and that is nearly one in use. */
export type NearMiss = { readonly tag: Tag; readonly near: Tag };

/** As many new tags as one message makes known; more become known when they are used again. */
const MOST_NOTED = 10;

/**
 * Those of `tags` that look like a slip. Whether one was used before is told by the home read alone. `entryId` is the entry
 * that carries them now: what it carried before is no tag to go by.
 */
export function nearMisses(call: MemberCall, tags: readonly Tag[], entryId?: string): readonly NearMiss[] {
  const { home, requestId } = call;
  // What an earlier delivery of this very request kept does not make its tags known.
  const own = entryIdOf(requestId, 0);
  const before = home.entries.filter(({ id }) => id !== own);
  const known = new Set([...home.tags.flatMap(({ tag, to = tag }) => [tag, to]), ...tagsOf(before)]);
  const fresh = tags.filter((tag) => !known.has(tag));
  if (fresh.length === 0) return [];
  const others = tagsOf(before.filter(({ id }) => id !== entryId));
  const used = suggestedTags(call, others);
  return fresh.flatMap((tag) => {
    const [near] = nearTags(tag, used);
    return near === undefined ? [] : [{ tag, near }];
  });
}

/** The tags that a slip may have meant, where the entries at hand carry `carried`: none that was taken back. */
export function suggestedTags(
  { home, now, prefs }: Pick<MemberCall, 'home' | 'now' | 'prefs'>,
  carried: readonly Tag[],
): readonly Tag[] {
  const since = recentlySince(now);
  const settings = withoutUnused(
    home.tags,
    carried,
    (at) => localDateOf(Math.floor(at), prefs.zone) >= since,
  );
  return tagsInUse(settings, carried);
}

function tagsOf(entries: readonly Entry[]): readonly Tag[] {
  return entries.flatMap((entry) => entry.tags);
}

/**
 * Makes tags known that are used for the first time, beside the write that uses them: one that fails is no failure of
 * that write, and is noted at the next use. A likely slip waits until it is used again.
 */
export async function noteNewTags(call: MemberCall, tags: readonly Tag[], entryId?: string): Promise<void> {
  const { store, member, home, log } = call;
  const known = new Set(home.tags.flatMap(({ tag, to = tag }) => [tag, to]));
  const slips = new Set(nearMisses(call, tags, entryId).map(({ tag }) => tag));
  const fresh = tags.filter((tag) => !known.has(tag) && !slips.has(tag)).slice(0, MOST_NOTED);
  const outcomes = await Promise.allSettled(fresh.map((tag) => noteTag(store, member, tag)));
  const failed = outcomes.filter(({ status }) => status === 'rejected').length;
  if (failed > 0) log({ level: 'warn', event: 'tags not noted', rows: failed });
}
