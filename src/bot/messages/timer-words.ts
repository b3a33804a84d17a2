import { formatDuration, LONGEST_ENTRY } from '../../duration.ts';
import { formatMeasure } from '../../measure.ts';
import { secondsRun } from '../../overnight.ts';
import { taskName } from '../../task.ts';
import { type Instant, wallTimeOf, type Zone } from '../../time.ts';
import type { RunningTimer, Timer } from '../../timer.ts';
import { actions, type Block, type Button, button } from '../slack/blocks.ts';
import { escapeText } from '../slack/escape.ts';
import { pasteable } from '../slack/typed-text.ts';
import { ACTION } from '../wire/action-ids.ts';
import { encodeTimer } from '../wire/timer-value.ts';
import { clockTime, dateWords, noteWords } from './words.ts';

/** Against what a timer is told: the moment, and the zone of the member. */
export type TimerContext = { readonly now: Instant; readonly zone: Zone };

/** `*50m* since 18:05 · #writing`: how long a timer has run, since when and for what. */
export function ranWords(timer: RunningTimer, { now, zone }: TimerContext): string {
  const ran = formatDuration(secondsRun(timer, now));
  return `*${ran}* since ${sinceWords(timer.startedAt, now, zone)}${timerSubject(timer)}`;
}

/** That a timer runs, how long and for what, and how to stop it, in one line of mrkdwn. */
export function runningWords(timer: RunningTimer, context: TimerContext): string {
  const way =
    secondsRun(timer, context.now) > LONGEST_ENTRY
      ? 'That is more than a day: say when you stopped, for example `/track stop at 18:00`.'
      : '`/track stop` logs it.';
  return `:stopwatch: Running for ${ranWords(timer, context)}. ${way}`;
}

/** `14:05`, with the day where it is another one. */
export function sinceWords(instant: Instant, now: Instant, zone: Zone): string {
  const then = wallTimeOf(instant, zone);
  const today = wallTimeOf(now, zone).date;
  return then.date === today ? clockTime(then) : `${dateWords(then.date, today)}, ${clockTime(then)}`;
}

/** What a timer is for: ` · 12 pages · #writing · task-12 · note`. */
export function timerSubject({
  measures,
  tags,
  task,
  note,
}: Pick<RunningTimer, 'measures' | 'tags' | 'task' | 'note'>): string {
  const parts = [
    ...measures.map(formatMeasure),
    ...tags.map((tag) => `#${escapeText(tag)}`),
    ...(task === undefined ? [] : [taskName(task)]),
    noteWords(note, 120),
  ].filter((part) => part !== '');
  return parts.map((part) => ` · ${part}`).join('');
}

/** Gives a line that was not done back, on a line of its own; nothing where it says no more than its verb. */
export function typedWords(line: string): string {
  return line.trim().includes(' ') ? `\nYou typed: ${pasteable(line)}` : '';
}

/** What can be done to a timer that runs, as buttons that only count for the timer as it is now; `more` stand after them. */
export function timerControls(timer: Timer, more: readonly Button[] = []): Block {
  const value = encodeTimer(timer);
  return actions('timer', [
    button({
      action: ACTION.stopTimer,
      text: 'Stop',
      value,
      style: 'primary',
      label: 'Stop the timer and log it',
    }),
    button({ action: ACTION.switchTimer, text: 'Switch…', value, label: 'Stop, and start something else' }),
    button({ action: ACTION.cancelTimer, text: 'Cancel', value, label: 'Drop the timer and log nothing' }),
    ...more,
  ]);
}
