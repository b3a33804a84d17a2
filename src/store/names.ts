import { entryKind } from './kinds/entry.ts';
import { noteKind } from './kinds/note.ts';
import { tagKind } from './kinds/tag.ts';
import { taskKind } from './kinds/task.ts';
import type { Item } from './layer/item.ts';
import type { Kind } from './layer/kind.ts';

/** What a row is called by other rows, and what it calls others. */
export type Naming = {
  readonly kind: string;
  /** The name under which others name this row; `undefined` for rows that nothing names. */
  nameOf(item: Item): string | undefined;
  /** The names of the rows that this row names. */
  namesIn(item: Item): readonly Named[];
};

/**
 * `may`: a row of that name may be made later (a task number typed before its task). `up`: it must be there, and the way on from it never comes back to where it began; `on`: the same, but it
 * may be missing.
 */
export type Named = { readonly name: string; readonly bond: 'may' | 'up' | 'on' };

/** Every relation between rows that is kept by name: entry to task, note to task, task to parent, tag to tag. */
export const NAMES: readonly Naming[] = [
  naming(
    entryKind,
    () => undefined,
    ({ g }) => (g === undefined ? [] : [{ name: `task ${g}`, bond: 'may' }]),
  ),
  naming(
    noteKind,
    () => undefined,
    ({ team, task }) => (task === undefined ? [] : [{ name: `task ${team}#${task}`, bond: 'may' }]),
  ),
  naming(
    taskKind,
    ({ team, no }) => `task ${team}#${no}`,
    ({ team, up }) => (up === undefined ? [] : [{ name: `task ${team}#${up}`, bond: 'up' }]),
  ),
  naming(
    tagKind,
    ({ team, user, tag }) => `tag ${team}#${user}#${tag}`,
    ({ team, user, to }) => (to === undefined ? [] : [{ name: `tag ${team}#${user}#${to}`, bond: 'on' }]),
  ),
];

function naming<Key extends object, Attributes extends object>(
  kind: Kind<Key, Attributes>,
  nameOf: (row: Key & Attributes) => string | undefined,
  namesIn: (row: Key & Attributes) => readonly Named[],
): Naming {
  const rowOf = (item: Item) => {
    const reading = kind.read(item);
    return reading.ok ? reading.row : undefined;
  };
  return {
    kind: kind.name,
    nameOf(item) {
      const row = rowOf(item);
      return row && nameOf(row);
    },
    namesIn(item) {
      const row = rowOf(item);
      return row === undefined ? [] : namesIn(row);
    },
  };
}
