import type { NoWay } from '../../store/ancestors.ts';
import { type TaskNumber, taskName } from '../../task.ts';
import { DEEPEST_TREE } from '../../task-tree.ts';

/** Why a task can't hang under `parent`, as the end of a sentence. */
export function noWayWords(why: NoWay, parent: TaskNumber | undefined): string {
  const name = parent === undefined ? 'that task' : taskName(parent);
  switch (why) {
    case 'cycle':
      return `${name} is the task itself or lies below it, so they would go round in a circle.`;
    case 'too deep':
      return `under ${name} it would get too deep: at most ${DEEPEST_TREE} tasks may lie above one another.`;
    case 'missing':
      return `there is no ${name}. \`/track tasks\` shows those there are.`;
    default:
      return why satisfies never;
  }
}
