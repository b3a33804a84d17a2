import type { Entry, EntryContent } from '../entry.ts';
import type { Member } from '../member.ts';
import { notBuilt } from './not-built.ts';
import type { Store } from './store.ts';
import type { UndoTarget } from './undo-target.ts';

export type ChangeResult =
  /** `entry` is the new content; for a deletion what was deleted. */
  | { readonly kind: 'done'; readonly entry: Entry; readonly undo: UndoTarget }
  /** This request was carried out before; `entry` is what stands now, absent when it is gone. */
  | { readonly kind: 'already done'; readonly entry?: Entry; readonly undo: UndoTarget }
  /** Nothing differs, nothing was written. */
  | { readonly kind: 'unchanged'; readonly entry: Entry }
  /** Another change came first; `current` is what stands now, absent when it is gone. Nothing was written. */
  | { readonly kind: 'changed'; readonly current?: Entry };

/** Replaces the content of an entry that stands as `seen`. On another day it becomes a new entry with another id. */
export const editEntry: (
  store: Store,
  member: Member,
  requestId: string,
  seen: Entry,
  next: EntryContent,
) => Promise<ChangeResult> = notBuilt;

/** Deletes an entry that stands as `seen`; undo brings it back for 30 days. */
export const deleteEntry: (
  store: Store,
  member: Member,
  requestId: string,
  seen: Entry,
) => Promise<ChangeResult> = notBuilt;
