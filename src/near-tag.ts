import { slips } from './near-word.ts';
import type { Tag } from './tag.ts';
import type { TagSettings } from './tag-names.ts';

/** In shorter tags one letter makes another word. */
const SHORTEST = 4;

/** The tags that a member may mean today: every one they used or renamed one to, but for those that are put away. */
export function tagsInUse(settings: readonly TagSettings[], written: Iterable<Tag>): readonly Tag[] {
  const gone = new Set(
    settings.filter(({ to, archived }) => to !== undefined || archived).map(({ tag }) => tag),
  );
  const named = settings.flatMap(({ tag, to }) => (to === undefined ? [tag] : [to]));
  return [...new Set([...named, ...written])].filter((tag) => !gone.has(tag));
}

/**
 * The settings without those of tags that nothing carries any more, such as a misspelling that was undone: nothing is set
 * of them, none of `carried` is one, and their first use is `covered` by where `carried` was looked for.
 */
export function withoutUnused(
  settings: readonly TagSettings[],
  carried: Iterable<Tag>,
  covered: (firstUsedAt: number) => boolean,
): readonly TagSettings[] {
  const held = new Set(carried);
  return settings.filter(
    ({ tag, label, to, archived, firstUsedAt }) =>
      held.has(tag) ||
      label !== undefined ||
      to !== undefined ||
      archived === true ||
      firstUsedAt === undefined ||
      !covered(firstUsedAt),
  );
}

/**
 * The tags that one slip of the finger makes of `typed`: `writting` is near `writing`, `sprint12` is not near
 * `sprint13`, since another number is another thing.
 */
export function nearTags(typed: Tag, used: readonly Tag[]): readonly Tag[] {
  if (typed.length < SHORTEST) return [];
  return used.filter(
    (tag) => tag.length >= SHORTEST && digitsOf(tag) === digitsOf(typed) && slips(typed, tag) === 1,
  );
}

function digitsOf(tag: Tag): string {
  return tag.replace(/[^\p{N}]/gu, '');
}
