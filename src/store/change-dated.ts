import type { Member } from '../member.ts';
import type { Tag } from '../tag.ts';
import type { LocalDate } from '../time.ts';
import { type Change, change } from './change.ts';
import { tagsToKeep } from './in-force.ts';
import type { What } from './kinds/journal.ts';
import { type Item, isLive, keyOfItem } from './layer/item.ts';
import { entryIdOf } from './log-entries.ts';
import { stampAfter } from './stamp.ts';
import { changeRow, createRow, deleteRow, isIdle } from './steps.ts';
import type { Store } from './store.ts';
import type { UndoTarget } from './undo-target.ts';

/** What became of a change of an entry or a note. */
export type ChangeResult<Subject> =
  /** `subject` is the new content; for a deletion what was deleted. */
  | { readonly kind: 'done'; readonly subject: Subject; readonly undo: UndoTarget }
  /** This request was carried out before; `subject` is what stands now, absent when it is gone. */
  | { readonly kind: 'already done'; readonly subject?: Subject; readonly undo: UndoTarget }
  /** Nothing differs, nothing was written. */
  | { readonly kind: 'unchanged'; readonly subject: Subject }
  /** Another change came first; `current` is what stands now, absent when it is gone. Nothing was written. */
  | { readonly kind: 'changed'; readonly current?: Subject };

/** How something is addressed that lies on a day of its member. */
export type Place = { readonly date: LocalDate; readonly id: string };

/** The tags as they were written, where they go by other names now. */
type Written = { readonly asWritten?: readonly Tag[] };

/** How one kind of thing on a day stands in the table, and what its changes are called. */
export type Dated<Subject, Content> = {
  readonly itemOf: (member: Member, content: Content & Written, place: Place, version: number) => Item;
  /** `undefined` where the row breaks its declaration. */
  readonly inItem: (store: Store, member: Member, item: Item) => Subject | undefined;
  /** What is there now; `undefined` when it is gone. */
  readonly readAt: (store: Store, member: Member, place: Place) => Promise<Subject | undefined>;
  readonly whats: { readonly edit: What; readonly remove: What };
};

/** Changes what stands as `seen`, once for each request. */
export type Edit<Subject, Content> = (
  store: Store,
  member: Member,
  requestId: string,
  seen: Subject,
  next: Content,
) => Promise<ChangeResult<Subject>>;

/** Deletes what stands as `seen`, once for each request. */
export type Remove<Subject> = (
  store: Store,
  member: Member,
  requestId: string,
  seen: Subject,
) => Promise<ChangeResult<Subject>>;

/** The two changes of one kind of thing on a day. On another day a thing is a new row with another id. */
export function changesOf<
  Content extends { readonly date: LocalDate; readonly tags: readonly Tag[] },
  Subject extends Content & Written & Place & { readonly version: number },
>(
  kind: Dated<Subject, Content>,
): { readonly edit: Edit<Subject, Content>; readonly remove: Remove<Subject> } {
  return {
    async edit(store, member, requestId, seen, next) {
      const stamp = stampAfter(store, seen.version);
      const { date } = next;
      const sameDay = date === seen.date;
      const id = sameDay ? seen.id : entryIdOf(requestId, 0);
      const before = kind.itemOf(member, seen, seen, seen.version);
      const written = { ...next, asWritten: tagsToKeep(store, member, seen, next.tags) };
      const after = kind.itemOf(member, written, { date, id }, stamp);
      const moves = sameDay
        ? [changeRow(keyOfItem(before), before, after, stamp)]
        : [deleteRow(before, stamp), createRow(after, stamp)];
      if (moves.every(isIdle)) return { kind: 'unchanged', subject: seen };
      const plan = { requestId, what: kind.whats.edit, stamp, moves, res: placeWords({ date, id }) };
      return carryOut(kind, store, member, plan, { seen, result: after });
    },
    async remove(store, member, requestId, seen) {
      const stamp = stampAfter(store, seen.version);
      const item = kind.itemOf(member, seen, seen, seen.version);
      const moves = [deleteRow(item, stamp)];
      const plan = { requestId, what: kind.whats.remove, stamp, moves, res: placeWords(seen) };
      return carryOut(kind, store, member, plan, { seen, result: item });
    },
  };
}

/** Where something lies, as a receipt keeps it for the answer to a repeated request. */
export function placeWords({ date, id }: Place): string {
  return `${date} ${id}`;
}

/** The place that {@link placeWords} wrote. */
export function placeIn(words: string): Place {
  const [date = '', id = ''] = words.split(' ');
  return { date, id };
}

async function carryOut<Subject, Content>(
  { inItem, readAt }: Dated<Subject, Content>,
  store: Store,
  member: Member,
  plan: Change,
  { seen, result }: { readonly seen: Subject; readonly result: Item },
): Promise<ChangeResult<Subject>> {
  const outcome = await change(store, member, plan);
  switch (outcome.kind) {
    case 'done':
      return { kind: 'done', subject: inItem(store, member, result) ?? seen, undo: outcome.undo };
    case 'already done': {
      const { res, undo } = outcome;
      const subject = res === undefined ? undefined : await readAt(store, member, placeIn(res));
      return { kind: 'already done', ...(subject === undefined ? {} : { subject }), undo };
    }
    case 'refused': {
      const row = outcome.rows.get(0);
      const current = row === undefined || !isLive(row, store.now()) ? undefined : inItem(store, member, row);
      return { kind: 'changed', ...(current === undefined ? {} : { current }) };
    }
    default:
      return outcome satisfies never;
  }
}
