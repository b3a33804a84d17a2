import { foldText, searchedWords } from './find-words.ts';
import { type TaskSummary, taskName } from './task.ts';

/**
 * How well a task fits what was typed, the least the best: every word is a word of its title, begins one, lies inside one, or
 * is found in its number alone.
 */
export function fitOf({ title }: Pick<TaskSummary, 'title'>, typed: string): number {
  const folded = foldText(title);
  const words = folded.split(/[^\p{L}\p{M}\p{N}]+/u);
  const fits = searchedWords(typed).map(({ text: word }) => {
    if (words.includes(word)) return 0;
    if (words.some((other) => other.startsWith(word))) return 1;
    return folded.includes(word) ? 2 : 3;
  });
  return Math.max(0, ...fits);
}

/** The tasks whose name or title holds every word that was typed, in any order, also inside a word. Without a word, all of them. */
export function searchTasks(tasks: readonly TaskSummary[], typed: string): readonly TaskSummary[] {
  const words = searchedWords(typed);
  if (words.length === 0) return tasks;
  return tasks.filter(({ number, title }) => {
    const folded = foldText(`${taskName(number)} ${title}`);
    return words.every(({ text }) => folded.includes(text));
  });
}
