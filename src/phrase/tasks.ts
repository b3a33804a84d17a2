import { LARGEST_TASK_NUMBER, taskName } from '../task.ts';
import type { Draft, Fault } from './draft.ts';
import { MARK, take } from './mask.ts';

const TASK = /(?<![\w/#-])task-(\d+)(?![\w]|[-.][\w])/g;

/** Takes `task-12`. An entry belongs to one task at most. */
export function takeTasks(draft: Draft): Draft {
  if (!draft.mask.includes('task-')) return draft;
  const faults: Fault[] = [];
  const { mask, pieces } = take(draft, TASK, MARK.task, (match) => {
    const number = Number(match[1]);
    const place = { start: match.index, end: match.index + match[0].length };
    if (number < 1 || number > LARGEST_TASK_NUMBER) {
      const message = `There is no ${match[0]}: task numbers go from 1 to ${LARGEST_TASK_NUMBER}.`;
      faults.push({ reason: 'invalid', message, ...place });
    }
    return number;
  });
  const first = pieces[0];
  const other = pieces.find(({ value }) => value !== first?.value);
  if (first !== undefined && other !== undefined) {
    faults.push({
      reason: 'too_many',
      message: `One entry belongs to one task: I read both ${taskName(first.value)} and ${taskName(other.value)}.`,
      start: other.start,
      end: other.end,
      instead: '',
    });
  }
  return { ...draft, mask, tasks: pieces, faults: [...draft.faults, ...faults] };
}
