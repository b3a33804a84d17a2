import { hash } from 'node:crypto';
import type { Entry, EntryContent } from '../entry.ts';
import type { Member } from '../member.ts';
import { createRows } from './create.ts';
import { inForce } from './in-force.ts';
import { entryAttributes, entryKind, toEntry } from './kinds/entry.ts';
import { ownerOf } from './kinds/member.ts';
import { readRow } from './layer/read.ts';
import type { Store } from './store.ts';
import type { UndoTarget } from './undo-target.ts';

/** How many entries one message may hold: a transaction's limit, less what its undo needs. */
export const MOST_ENTRIES_AT_ONCE = 98;

/** What became of a log. */
export type LogResult = {
  /** `already logged`: this request was kept before, perhaps a moment ago by a lost try of its own. */
  readonly kind: 'logged' | 'already logged';
  /** As they stand now, in the order of the contents; those deleted since only when all of them are. */
  readonly entries: readonly Entry[];
  /** True when an earlier delivery kept them and all were undone or deleted since. */
  readonly undone?: boolean;
  readonly undo: UndoTarget;
};

/** Keeps 1 to 98 entries at once, all or none; however often the same request comes, they are kept once. */
export async function logEntries(
  store: Store,
  member: Member,
  requestId: string,
  contents: readonly EntryContent[],
): Promise<LogResult> {
  if (contents.length > MOST_ENTRIES_AT_ONCE)
    throw new Error(`${contents.length} entries are too many at once.`);
  const rows = contents.map((content, index) => {
    const key = { ...ownerOf(member), date: content.date, id: entryIdOf(requestId, index) };
    const attributes = entryAttributes(member, content);
    return (track: { v: number }) => entryKind.item({ ...key, ...attributes, ...track });
  });
  const { created, items, undo } = await createRows(store, rows);
  const live = items.filter(({ del }) => del === undefined);
  const undone = live.length === 0;
  const entries = (undone ? items : live)
    .flatMap((item) => readRow(store, entryKind, item) ?? [])
    .map((row) => inForce(store, member, toEntry(row)));
  return { kind: created ? 'logged' : 'already logged', entries, ...(undone ? { undone } : {}), undo };
}

/** The id that the entry at `index` of a request has. */
export function entryIdOf(requestId: string, index: number): string {
  return hash('sha256', `${requestId}/${index}`, 'base64url').slice(0, 10);
}
