import { readEntries } from '../store/read-entries.ts';
import { QUICK_PAGES } from '../store/whole-days.ts';
import type { Tag } from '../tag.ts';
import { addDays } from '../time.ts';
import type { MemberCall } from './call.ts';
import { suggestedTags } from './new-tags.ts';

type Asker = Pick<MemberCall, 'store' | 'member' | 'home' | 'prefs' | 'now' | 'today'>;

/** The tags that a member may mean, as far as the home read tells. */
export function usedTags(call: Asker): readonly Tag[] {
  return suggestedTags(
    call,
    call.home.entries.flatMap(({ tags }) => tags),
  );
}

/** True for a tag of which something is set, or that another one was renamed to. */
export function isSetTag({ home }: Pick<Asker, 'home'>, tag: Tag): boolean {
  return home.tags.some((one) => one.tag === tag || one.to === tag);
}

/** True for a tag that the member used, this year or ever; `used` are those that {@link usedTags} tells. */
export async function isKnownTag(call: Asker, tag: Tag, used: readonly Tag[]): Promise<boolean> {
  return used.includes(tag) || isSetTag(call, tag) || (await wasUsed(call, tag));
}

/** The note that a tag was used may have been lost: before a member is told that there is none, a year of entries is asked. */
async function wasUsed({ store, member, today }: Asker, tag: Tag): Promise<boolean> {
  const year = { since: addDays(today, -366), until: today };
  const { entries } = await readEntries(store, member, year, { notes: false, mostPages: QUICK_PAGES });
  return entries.some(({ tags }) => tags.includes(tag));
}
