import type { EntryContent } from '../entry.ts';
import type { Tag } from '../tag.ts';
import { type Amounts, amountsOf } from './amounts.ts';

/** One tag and everything that carries it. */
export type TagTotal = { readonly tag: Tag; readonly amounts: Amounts };

/**
 * What each tag holds, the most used first; those of `known` that no entry carries come last. An entry with several tags
 * counts in each, so the totals do not add up.
 */
export function tagTotals(entries: readonly EntryContent[], known: Iterable<Tag>): readonly TagTotal[] {
  const byTag = new Map<Tag, EntryContent[]>();
  for (const tag of known) byTag.set(tag, []);
  for (const entry of entries) {
    for (const tag of entry.tags) {
      const carrying = byTag.get(tag) ?? [];
      carrying.push(entry);
      byTag.set(tag, carrying);
    }
  }
  return [...byTag].map(([tag, carrying]) => ({ tag, amounts: amountsOf(carrying) })).sort(mostUsed);
}

function mostUsed({ tag, amounts: one }: TagTotal, { tag: otherTag, amounts: other }: TagTotal): number {
  return other.entries - one.entries || other.seconds - one.seconds || tag.localeCompare(otherTag, 'en');
}
