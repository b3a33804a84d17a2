import type { Entry, EntryContent } from '../entry.ts';
import type { Member } from '../member.ts';
import { inForce } from './in-force.ts';
import { entryAttributes, entryKind, toEntry } from './kinds/entry.ts';
import { ownerOf } from './kinds/member.ts';
import type { Item } from './layer/item.ts';
import { readRow } from './layer/read.ts';
import type { Store } from './store.ts';

/** The whole row of an entry whose content has this version. */
export function entryItem(
  member: Member,
  content: EntryContent & Pick<Entry, 'asWritten'>,
  id: string,
  version: number,
): Item {
  const key = { ...ownerOf(member), date: content.date, id };
  const written = { ...content, tags: content.asWritten ?? content.tags };
  return entryKind.item({ ...key, ...entryAttributes(member, written), v: version });
}

/** The row of an entry as it was read. */
export function itemOfEntry(member: Member, entry: Entry): Item {
  return entryItem(member, entry, entry.id, entry.version);
}

/** The entry that a row stands for, with its tags under their names in force; `undefined` where it breaks its declaration, which is reported. */
export function entryInItem(store: Store, member: Member, item: Item): Entry | undefined {
  const row = readRow(store, entryKind, item);
  return row === undefined ? undefined : inForce(store, member, toEntry(row));
}
