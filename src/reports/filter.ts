import type { EntryContent } from '../entry.ts';
import { holdsWords, type SearchedWord } from '../find-words.ts';
import type { Tag } from '../tag.ts';
import type { TaskNumber } from '../task.ts';

/** Which entries a report is about. What is absent or empty lets every entry through. */
export type EntryFilter = {
  /** An entry must carry all of them. */
  readonly tags: readonly Tag[];
  /** An entry must name one of them: a task with all that lies below it. */
  readonly tasks?: ReadonlySet<TaskNumber>;
  /** Its note must hold all of them, folded as `searchedWords` gives them. */
  readonly words?: readonly SearchedWord[];
};

/** The entries that a report with this filter is about, in their order. */
export function filterEntries<Each extends EntryContent>(
  entries: readonly Each[],
  { tags, tasks, words = [] }: EntryFilter,
): readonly Each[] {
  return entries.filter(
    (entry) =>
      tags.every((tag) => entry.tags.includes(tag)) &&
      (tasks === undefined || (entry.task !== undefined && tasks.has(entry.task))) &&
      holdsWords(entry.note ?? '', words),
  );
}
