import { createHash } from 'node:crypto';
import type { Entry, EntryContent } from '../entry.ts';
import type { Member } from '../member.ts';
import { notBuilt } from './not-built.ts';
import type { Store } from './store.ts';
import type { UndoTarget } from './undo-target.ts';

/** How many entries one message may hold: a transaction's limit, less what its undo needs. */
export const MOST_ENTRIES_AT_ONCE = 98;

export type LogResult = {
  /** `already logged`: this request was kept before, perhaps a moment ago by a lost try of its own. */
  readonly kind: 'logged' | 'already logged';
  /** As they stand now, in the order of the contents. */
  readonly entries: readonly Entry[];
  /** True when an earlier delivery kept them and they were undone or deleted since. */
  readonly undone?: boolean;
  readonly undo: UndoTarget;
};

/** Keeps 1 to 98 entries at once, all or none; however often the same request comes, they are kept once. */
export const logEntries: (
  store: Store,
  member: Member,
  requestId: string,
  contents: readonly EntryContent[],
) => Promise<LogResult> = notBuilt;

/** The id that the entry at `index` of a request has. */
export function entryIdOf(requestId: string, index: number): string {
  return createHash('sha256').update(`${requestId}/${index}`).digest('base64url').slice(0, 10);
}
