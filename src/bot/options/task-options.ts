import { type TaskSummary, taskName } from '../../task.ts';
import type { Option } from '../views/form.ts';

/** Tasks as the options of a select: `task-12 Write the guide`. */
export function taskOptions(tasks: readonly TaskSummary[]): readonly Option[] {
  return tasks.map(({ number, title }) => ({ text: `${taskName(number)} ${title}`, value: String(number) }));
}
