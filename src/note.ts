import type { Tag } from './tag.ts';
import type { TaskNumber } from './task.ts';
import type { LocalDate } from './time.ts';

/** Free text on a day, that may belong to an entry or a task. */
export type NoteContent = {
  readonly date: LocalDate;
  readonly text: string;
  readonly tags: readonly Tag[];
  readonly task?: TaskNumber;
  /** Id of the entry it belongs to; `date` is then that entry's date. */
  readonly entryId?: string;
};

/** A note as it is kept; `version` names this content of it. */
export type Note = NoteContent & { readonly id: string; readonly version: number };
