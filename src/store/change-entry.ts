import type { Entry, EntryContent } from '../entry.ts';
import { type ChangeResult, changesOf } from './change-dated.ts';
import { entryInItem, entryItem } from './entry-item.ts';
import { readEntry } from './read-entries.ts';

/** What became of a change of an entry. */
export type ChangeEntryResult = ChangeResult<Entry>;

const { edit, remove } = changesOf<EntryContent, Entry>({
  itemOf: (member, content, { id }, version) => entryItem(member, content, id, version),
  inItem: entryInItem,
  readAt: readEntry,
  whats: { edit: 'edit', remove: 'delete' },
});

/** Replaces the content of an entry that stands as `seen`. On another day it becomes a new entry with another id. */
export const editEntry = edit;

/** Deletes an entry that stands as `seen`; undo brings it back for 30 days. */
export const deleteEntry = remove;
