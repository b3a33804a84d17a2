import { nearTags, tagsInUse } from '../near-tag.ts';
import { entryIdOf } from '../store/log-entries.ts';
import { noteTag } from '../store/tags.ts';
import type { Tag } from '../tag.ts';
import type { MemberCall } from './call.ts';

/** A tag that nobody used before and that is nearly one in use. */
export type NearMiss = { readonly tag: Tag; readonly near: Tag };

/** As many new tags as one message makes known; more become known when they are used again. */
const MOST_NOTED = 10;

/** Those of `tags` that look like a slip. Whether one was used before is told by the home read alone. */
export function nearMisses({ home, requestId }: MemberCall, tags: readonly Tag[]): readonly NearMiss[] {
  // What an earlier delivery of this very request kept does not make its tags known.
  const own = entryIdOf(requestId, 0);
  const written = home.entries.flatMap((entry) => (entry.id === own ? [] : entry.tags));
  const known = new Set([...home.tags.flatMap(({ tag, to = tag }) => [tag, to]), ...written]);
  const fresh = tags.filter((tag) => !known.has(tag));
  if (fresh.length === 0) return [];
  const used = tagsInUse(home.tags, written);
  return fresh.flatMap((tag) => {
    const [near] = nearTags(tag, used);
    return near === undefined ? [] : [{ tag, near }];
  });
}

/**
 * Makes tags known that are used for the first time, beside the write that uses them: one that fails is no failure of
 * that write, and is noted at the next use. A likely slip waits until it is used again.
 */
export async function noteNewTags(call: MemberCall, tags: readonly Tag[]): Promise<void> {
  const { store, member, home, log } = call;
  const known = new Set(home.tags.flatMap(({ tag, to = tag }) => [tag, to]));
  const slips = new Set(nearMisses(call, tags).map(({ tag }) => tag));
  const fresh = tags.filter((tag) => !known.has(tag) && !slips.has(tag)).slice(0, MOST_NOTED);
  const outcomes = await Promise.allSettled(fresh.map((tag) => noteTag(store, member, tag)));
  const failed = outcomes.filter(({ status }) => status === 'rejected').length;
  if (failed > 0) log({ level: 'warn', event: 'tags not noted', rows: failed });
}
