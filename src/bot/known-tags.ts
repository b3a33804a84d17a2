import { nearTags } from '../near-tag.ts';
import { readEntries } from '../store/read-entries.ts';
import { QUICK_PAGES } from '../store/whole-days.ts';
import type { Tag } from '../tag.ts';
import { addDays } from '../time.ts';
import type { MemberCall } from './call.ts';
import { suggestedTags } from './new-tags.ts';

type Asker = Pick<MemberCall, 'store' | 'member' | 'home' | 'prefs' | 'now' | 'today'>;

/** The tags that a member may mean, as far as the home read tells. */
function usedTags(call: Asker): readonly Tag[] {
  return suggestedTags(
    call,
    call.home.entries.flatMap(({ tags }) => tags),
  );
}

/** True for a tag that the home read tells of: one in use, one of which something is set, or that another one was renamed to. */
export function isAtHand(call: Asker, tag: Tag): boolean {
  return usedTags(call).includes(tag) || call.home.tags.some((one) => one.tag === tag || one.to === tag);
}

/** What is known of a tag: that the member has it, or those that a slip of it may have meant. */
export type TagKnown =
  | { readonly isKnown: true }
  | { readonly isKnown: false; readonly near: readonly Tag[] };

/**
 * Looks for a tag among those that the home read tells. The note that one was used may have been lost, and one that is used
 * on earlier days alone is not at hand: before a member is told that there is none, a year of entries is asked.
 */
export async function lookForTag(call: Asker, tag: Tag): Promise<TagKnown> {
  if (isAtHand(call, tag)) return { isKnown: true };
  const { store, member, today } = call;
  const year = { since: addDays(today, -366), until: today };
  const { entries } = await readEntries(store, member, year, { notes: false, mostPages: QUICK_PAGES });
  const carried = new Set([...usedTags(call), ...entries.flatMap(({ tags }) => tags)]);
  return carried.has(tag) ? { isKnown: true } : { isKnown: false, near: nearTags(tag, [...carried]) };
}
