import type { Tag } from './tag.ts';

/** What a member keeps about one of their tags. */
export type TagSettings = {
  readonly tag: Tag;
  readonly label?: string;
  /** The tag it was renamed to or merged into. */
  readonly to?: Tag;
  /** True for a tag that is put away: still counted, no longer suggested. */
  readonly archived?: true;
  /** When an entry first carried it, in stamps of the store; absent where that was not noted. */
  readonly firstUsedAt?: number;
  /** Names this content of the settings; 0 for a tag that has none yet. */
  readonly version: number;
};

/** The name that a tag goes by now, whatever it was called when it was written. */
export type TagNames = (tag: Tag) => Tag;

/** Every tag goes by the name it was written with. */
export const AS_WRITTEN: TagNames = (tag) => tag;

/**
 * Follows renames and merges to the name in force, however many there were. A circle, which two devices can make that
 * rename towards each other at once, counts as ended by the newest rename in it.
 */
export function namesInForce(settings: Iterable<TagSettings>): TagNames {
  const renamed = new Map([...settings].flatMap((one) => (one.to === undefined ? [] : [[one.tag, one]])));
  return (tag) => followed(tag, renamed);
}

/** The names in force of some tags, each once, in their order. */
export function tagsInForce(tags: readonly Tag[], names: TagNames): readonly Tag[] {
  return [...new Set(tags.map(names))];
}

function followed(tag: Tag, renamed: ReadonlyMap<Tag, TagSettings>): Tag {
  const way = new Map<Tag, TagSettings>();
  for (let name = tag; ; ) {
    const found = renamed.get(name);
    if (found?.to === undefined) return name;
    if (way.has(name)) return endOfCircle([...way.values()], found);
    way.set(name, found);
    name = found.to;
  }
}

function endOfCircle(way: readonly TagSettings[], entrance: TagSettings): Tag {
  const circle = way.slice(way.indexOf(entrance));
  const newest = circle.reduce((one, other) => (isNewer(other, one) ? other : one));
  return newest.to ?? newest.tag;
}

function isNewer(one: TagSettings, other: TagSettings): boolean {
  return one.version > other.version || (one.version === other.version && one.tag > other.tag);
}
