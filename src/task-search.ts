import { holdsWords, searchedWords } from './find-words.ts';
import { type TaskSummary, taskName } from './task.ts';

/** The tasks whose name or title holds every word that was typed, in any order. Without a word, all of them. */
export function searchTasks(tasks: readonly TaskSummary[], typed: string): readonly TaskSummary[] {
  const words = searchedWords(typed);
  if (words.length === 0) return tasks;
  return tasks.filter(({ number, title }) => holdsWords(`${taskName(number)} ${title}`, words));
}
