import type { Entry } from '../entry.ts';
import type { Member } from '../member.ts';
import type { Note } from '../note.ts';
import type { Tag } from '../tag.ts';
import { AS_WRITTEN, namesInForce, type TagNames, type TagSettings, tagsInForce } from '../tag-names.ts';
import type { Timer } from '../timer.ts';
import type { Store } from './store.ts';

/** The same store for a member who keeps these settings: whatever is read for them carries the names in force. */
export function withTagNames(store: Store, member: Member, settings: readonly TagSettings[]): Store {
  return { ...store, asker: { member, names: namesInForce(settings) } };
}

/** What a member calls their tags now; as written, where the store was not told. */
export function namesFor({ asker }: Store, { workspaceId, memberId }: Member): TagNames {
  const isAsker = asker?.member.workspaceId === workspaceId && asker.member.memberId === memberId;
  return isAsker ? asker.names : AS_WRITTEN;
}

/** A thing of a member with its tags under their names in force. */
export function inForce<Thing extends Entry | Note | Timer>(
  store: Store,
  member: Member,
  thing: Thing,
): Thing {
  if (!('tags' in thing)) return thing;
  const tags = tagsInForce(thing.tags, namesFor(store, member));
  return sameTags(tags, thing.tags) ? thing : { ...thing, tags, asWritten: thing.tags };
}

/** What is to be kept of changed tags: those that stay keep the spelling in which they were written. */
export function tagsToKeep(
  store: Store,
  member: Member,
  seen: { readonly tags: readonly Tag[]; readonly asWritten?: readonly Tag[] },
  next: readonly Tag[],
): readonly Tag[] {
  const { asWritten } = seen;
  if (asWritten === undefined) return next;
  if (sameTags(next, seen.tags)) return asWritten;
  const names = namesFor(store, member);
  return next.flatMap((tag) => {
    const written = asWritten.filter((one) => names(one) === tag);
    return written.length === 0 ? [tag] : written;
  });
}

function sameTags(some: readonly Tag[], others: readonly Tag[]): boolean {
  return some.length === others.length && some.every((tag, index) => tag === others[index]);
}
