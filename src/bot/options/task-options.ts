import type { Entry } from '../../entry.ts';
import type { TaskSummary } from '../../task.ts';
import { taskName } from '../../task.ts';
import type { Option } from '../views/form.ts';

/** Slack takes at most 100 options. */
const MOST_OPTIONS = 100;

/**
 * The open tasks that fit what was typed: by number (`12`, `task-12`) or by words of the title, in any order.
 * Those of the member's recent entries come first, then the newest.
 */
export function taskOptions(
  typed: string,
  tasks: readonly TaskSummary[],
  recent: readonly Entry[],
): readonly Option[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const rank = new Map(
    recent.flatMap(({ task }, index) => (task === undefined ? [] : [[task, index] as const])),
  );
  return tasks
    .filter(({ state }) => state === 'open')
    .map((task) => ({ task, text: `${taskName(task.number)} ${task.title}` }))
    .filter(({ text }) => words.every((word) => text.toLowerCase().includes(word)))
    .sort((one, other) => rankOf(other.task) - rankOf(one.task) || other.task.number - one.task.number)
    .slice(0, MOST_OPTIONS)
    .map(({ task, text }) => ({ text, value: String(task.number) }));

  function rankOf({ number }: TaskSummary): number {
    return rank.get(number) ?? -1;
  }
}
