import type { Tag } from './tag.ts';
import type { TaskNumber } from './task.ts';
import type { LocalDate } from './time.ts';

/** Free text on a day, that may belong to a task. What is said of an entry is the entry's own note. */
export type NoteContent = {
  readonly date: LocalDate;
  readonly text: string;
  readonly tags: readonly Tag[];
  readonly task?: TaskNumber;
};

/** A note as it is kept; its `tags` are the names in force. */
export type Note = NoteContent & {
  readonly id: string;
  /** Names this content of the note; hand it back with a change so that a newer one is not overwritten. */
  readonly version: number;
  /** The tags as they were written, where they go by other names now. */
  readonly asWritten?: readonly Tag[];
};

/** How a note is addressed inside its member's partition. */
export type NoteKey = Pick<Note, 'date' | 'id'>;
