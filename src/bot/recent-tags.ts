import type { Tag } from '../tag.ts';
import type { MemberCall } from './call.ts';
import { suggestedTags } from './new-tags.ts';

/** The tags of the last days, the newest first, but for those that are put away. */
export function recentTags({ home }: Pick<MemberCall, 'home'>): readonly Tag[] {
  const away = new Set(home.tags.filter(({ archived }) => archived).map(({ tag }) => tag));
  const carried = home.entries.toReversed().flatMap(({ tags }) => tags);
  return [...new Set(carried)].filter((tag) => !away.has(tag));
}

/** As many tags as are called to mind at a field. */
const MOST_REMINDED = 6;

/** The tags that a member may want to type: recent ones first, then others that they use. */
export function likelyTags(call: Pick<MemberCall, 'home' | 'now' | 'prefs'>): readonly Tag[] {
  const recent = recentTags(call);
  return [...new Set([...recent, ...suggestedTags(call, recent)])].slice(0, MOST_REMINDED);
}
