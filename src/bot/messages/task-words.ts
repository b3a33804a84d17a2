import { type Amounts, isNothing } from '../../amounts.ts';
import { formatDuration } from '../../duration.ts';
import { formatMeasure } from '../../measure.ts';
import { type Task, type TaskSummary, taskName } from '../../task.ts';
import type { TaskTotal } from '../../task-totals.ts';
import { escapeText, shorten } from '../slack/escape.ts';

/** How much of a title stands in a line among others. */
const TITLE_SHOWN = 70;

/** `task-12 Write the guide`, the number in bold, as one short piece of mrkdwn. */
export function taskTitle({ number, title }: Pick<Task, 'number' | 'title'>, length = TITLE_SHOWN): string {
  return `*${taskName(number)}* ${escapeText(shorten(title, length))}`;
}

/** A task in one line of mrkdwn, with all that can be changed about it. */
export function taskLine(task: Task): string {
  return [`${taskTitle(task, 200)} (${task.state})`, ...detailWords(task)].join(' · ');
}

/** What is set about a task besides its title: `under task-3`, `#docs`, `estimated at 4h`. */
export function detailWords({
  parent,
  tags,
  estimate,
}: Pick<Task, 'parent' | 'tags' | 'estimate'>): string[] {
  return [
    ...(parent === undefined ? [] : [`under ${taskName(parent)}`]),
    ...(tags.length === 0 ? [] : [tags.map((tag) => `#${escapeText(tag)}`).join(' ')]),
    ...(estimate === undefined ? [] : [`estimated at ${formatDuration(estimate)}`]),
  ];
}

/** `3h 15m, 12 pages`; `0m` for nothing. */
export function amountsWords({ seconds, measures }: Amounts): string {
  const time = seconds > 0 || measures.length === 0 ? [formatDuration(seconds)] : [];
  return [...time, ...measures.map(formatMeasure)].join(', ');
}

/** `3h 15m (own 30m)`: with the subtasks, and in brackets on the task alone where that is less. */
export function totalWords({ own, all }: TaskTotal): string {
  const [alone, together] = [amountsWords(own), amountsWords(all)];
  return alone === together ? together : `${together} (own ${alone})`;
}

/** What is left of an estimate after so much time: `45m left of 4h`, `30m over 4h`; empty without an estimate. */
export function leftWords({ estimate }: Pick<TaskSummary, 'estimate'>, { seconds }: Amounts): string {
  if (estimate === undefined) return '';
  const left = estimate - seconds;
  const of = formatDuration(estimate);
  return left < 0 ? `${formatDuration(-left)} over ${of}` : `${formatDuration(left)} left of ${of}`;
}

/** The totals and what is left, for a line of a tree; empty where there is neither. */
export function progressWords(task: Pick<TaskSummary, 'estimate'>, total: TaskTotal): string {
  const spent = isNothing(total.all) ? '' : totalWords(total);
  return [spent, leftWords(task, total.all)].filter((words) => words !== '').join(' · ');
}
