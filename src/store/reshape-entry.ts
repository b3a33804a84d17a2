import type { Entry, EntryContent } from '../entry.ts';
import type { Member } from '../member.ts';
import { change, findReceipt } from './change.ts';
import { placeIn, placeWords } from './change-dated.ts';
import { entryInItem, entryItem, itemOfEntry } from './entry-item.ts';
import { tagsToKeep } from './in-force.ts';
import { entryKind } from './kinds/entry.ts';
import { ownerOf } from './kinds/member.ts';
import { isLive, keyOfItem } from './layer/item.ts';
import { check } from './layer/write.ts';
import { entryIdOf } from './log-entries.ts';
import { readEntry } from './read-entries.ts';
import { stampAfter } from './stamp.ts';
import { changeRow, createRow, deleteRow } from './steps.ts';
import type { Store } from './store.ts';
import type { UndoTarget } from './undo-target.ts';

/** What became of an entry that was to become one or two others. */
export type ReshapeResult =
  | { readonly kind: 'done'; readonly entries: readonly Entry[]; readonly undo: UndoTarget }
  /** This request was carried out before; those of the parts that stand now. */
  | { readonly kind: 'already done'; readonly entries: readonly Entry[]; readonly undo: UndoTarget }
  /** The entry, or the one beside it, was changed first; `current` is what stands now, absent when it is gone. Nothing was written. */
  | { readonly kind: 'changed'; readonly current?: Entry };

/** What is to stand in the place of an entry, and as what it goes into the undo list. */
export type Reshape = {
  readonly what: 'split' | 'crop';
  /** What the entry becomes; the first part stays the entry itself where it is on the same day. */
  readonly parts: readonly [EntryContent, ...EntryContent[]];
  /** Another entry that must still stand as it was seen. */
  readonly beside?: Entry;
};

/** Puts one or two parts in the place of the entry that stands as `seen`, all in one change. */
export async function reshapeEntry(
  store: Store,
  member: Member,
  requestId: string,
  seen: Entry,
  { what, parts, beside }: Reshape,
): Promise<ReshapeResult> {
  const stamp = stampAfter(store, seen.version);
  const before = itemOfEntry(member, seen);
  const [first] = parts;
  const stays = first.date === seen.date;
  const ids = parts.map((_, index) => (stays && index === 0 ? seen.id : entryIdOf(requestId, index)));
  // An id that this request gives to a part is that of `seen`: the request itself made it, so it was carried out before.
  if (ids.includes(seen.id, stays ? 1 : 0)) return repeated(store, member, requestId, seen);
  const items = parts.map((part, index) =>
    entryItem(
      member,
      { ...part, asWritten: tagsToKeep(store, member, seen, part.tags) },
      ids[index] ?? '',
      stamp,
    ),
  );
  const moves = items.map((item, index) =>
    stays && index === 0 ? changeRow(keyOfItem(before), before, item, stamp) : createRow(item, stamp),
  );
  const outcome = await change(store, member, {
    requestId,
    what,
    stamp,
    moves: stays ? moves : [deleteRow(before, stamp), ...moves],
    checks:
      beside === undefined
        ? []
        : [
            check(
              entryKind,
              { ...ownerOf(member), date: beside.date, id: beside.id },
              { fields: { v: beside.version, del: null } },
            ),
          ],
    res: parts.map(({ date }, index) => placeWords({ date, id: ids[index] ?? '' })).join(' '),
  });
  switch (outcome.kind) {
    case 'done':
      return {
        kind: 'done',
        entries: items.flatMap((item) => entryInItem(store, member, item) ?? []),
        undo: outcome.undo,
      };
    case 'already done':
      return {
        kind: 'already done',
        entries: await readPlaces(store, member, outcome.res ?? ''),
        undo: outcome.undo,
      };
    case 'refused': {
      // Where only another row was refused, the entry's own stands as it was seen.
      if (!outcome.rows.has(0)) return { kind: 'changed', current: seen };
      const row = outcome.rows.get(0);
      const current =
        row === undefined || !isLive(row, store.now()) ? undefined : entryInItem(store, member, row);
      return { kind: 'changed', ...(current === undefined ? {} : { current }) };
    }
  }
}

async function repeated(
  store: Store,
  member: Member,
  requestId: string,
  seen: Entry,
): Promise<ReshapeResult> {
  const receipt = await findReceipt(store, member, requestId);
  if (receipt === undefined) return { kind: 'changed', current: seen };
  const { res = '', undo } = receipt;
  return { kind: 'already done', entries: await readPlaces(store, member, res), undo };
}

/** The live entries at the places that a receipt kept; there are none where the request was another change before. */
async function readPlaces(store: Store, member: Member, places: string): Promise<readonly Entry[]> {
  const found = await Promise.all(
    [...places.matchAll(/(\S+) (\S+)/g)].map(([place]) => readEntry(store, member, placeIn(place))),
  );
  return found.flatMap((entry) => entry ?? []);
}
