import type { Tag } from './tag.ts';
import type { TagSettings } from './tag-names.ts';

/** What may be changed about a member's tags; entries follow without being rewritten. */
export type TagChange =
  /** `to` is a new name, or an old one of `from` itself. */
  | { readonly kind: 'rename'; readonly from: Tag; readonly to: Tag }
  /** Both are names in force; everything of `from` counts as `to` from now on. */
  | { readonly kind: 'merge'; readonly from: Tag; readonly to: Tag }
  | { readonly kind: 'archive' | 'unarchive'; readonly tag: Tag };

/** How one tag's settings change. */
export type TagMove = { readonly before: TagSettings; readonly after: TagSettings };

/** The settings that a change touches; none where everything is so already. */
export function tagMoves(settings: readonly TagSettings[], change: TagChange): readonly TagMove[] {
  const settingsOf = (tag: Tag) => settings.find((one) => one.tag === tag) ?? { tag, version: 0 };
  if ('tag' in change) {
    const before = settingsOf(change.tag);
    return differing([{ before, after: archived(before, change.kind === 'archive') }]);
  }
  const from = settingsOf(change.from);
  const target = settingsOf(change.to);
  // The new name must be in force itself, or a rename back and forth would be a circle.
  const { to: _, ...inForce } = target;
  const putAway = (change.kind === 'rename' ? from : target).archived === true;
  return differing([
    { before: from, after: { ...archived(from, false), to: change.to } },
    { before: target, after: archived(inForce, putAway) },
  ]);
}

function archived({ archived: _, ...settings }: TagSettings, yes: boolean): TagSettings {
  return yes ? { ...settings, archived: true } : settings;
}

function differing(moves: readonly TagMove[]): readonly TagMove[] {
  return moves.filter(({ before, after }) => before.to !== after.to || before.archived !== after.archived);
}
