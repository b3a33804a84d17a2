import type { Entry } from '../entry.ts';
import type { Member } from '../member.ts';
import type { Note } from '../note.ts';
import type { TagSettings } from '../tag-names.ts';
import type { Task } from '../task.ts';
import type { Timer } from '../timer.ts';
import { inForce } from './in-force.ts';
import { entryKind, toEntry } from './kinds/entry.ts';
import { noteKind, toNote } from './kinds/note.ts';
import { tagKind, toTagSettings } from './kinds/tag.ts';
import { taskKind, toTask } from './kinds/task.ts';
import { timerKind, toTimer } from './kinds/timer.ts';
import type { Item } from './layer/item.ts';
import type { Kind } from './layer/kind.ts';
import type { Store } from './store.ts';

/** How one thing stood before the undo or redo, and how it stands after; absent where it is not there. */
export type Shift<Thing> = { readonly before?: Thing; readonly after?: Thing };

/**
 * Everything that an undo or redo moved, in full: enough to say what happened without reading again. Of a task only
 * what this change was about is sure to be as it stands: others may have changed the rest since.
 */
export type Moved = {
  readonly entries: readonly Shift<Entry>[];
  readonly notes: readonly Shift<Note>[];
  readonly tasks: readonly Shift<Task>[];
  readonly tags: readonly Shift<TagSettings>[];
  readonly timer?: { readonly before: Timer; readonly after: Timer };
};

/** Tells in the core's words how rows moved; a row with `del` counts as not there. */
export function movedBy(
  store: Store,
  member: Member,
  shifts: readonly { readonly before: Item; readonly after: Item }[],
): Moved {
  const ofKind = <Key extends object, Row extends object, Thing>(
    kind: Kind<Key, Row>,
    toThing: (row: Key & Row) => Thing,
  ): readonly Shift<Thing>[] => {
    const thing = (item: Item) => {
      const reading = kind.read(item);
      return reading.ok && item['del'] === undefined ? toThing(reading.row) : undefined;
    };
    return shifts
      .filter(({ after }) => kind.owns({ pk: String(after['pk']), sk: String(after['sk']) }))
      .map(({ before, after }) => {
        const [was, is] = [thing(before), thing(after)];
        return { ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) };
      });
  };
  const named = <Thing extends Entry | Note | Timer>(thing: Thing) => inForce(store, member, thing);
  const [timer] = ofKind(timerKind, (row) => named(toTimer(row)));
  return {
    entries: ofKind(entryKind, (row) => named(toEntry(row))),
    notes: ofKind(noteKind, (row) => named(toNote(row))),
    tasks: ofKind(taskKind, toTask),
    tags: ofKind(tagKind, toTagSettings),
    ...(timer?.before === undefined || timer.after === undefined
      ? {}
      : { timer: { before: timer.before, after: timer.after } }),
  };
}
