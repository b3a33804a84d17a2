import { formatDuration, LONGEST_ENTRY } from '../../duration.ts';
import { formatMeasure } from '../../measure.ts';
import { taskName } from '../../task.ts';
import { type Instant, wallTimeOf, type Zone } from '../../time.ts';
import type { RunningTimer } from '../../timer.ts';
import type { MemberCall } from '../call.ts';
import { clockTime, dateWords, noteWords } from '../messages/words.ts';
import { plainReply, type Reply } from '../slack/blocks.ts';
import { escapeText } from '../slack/escape.ts';

/** Whether a timer runs, since when and for what. */
export async function status(call: MemberCall): Promise<Reply> {
  const [words] = timerWords(call);
  return plainReply(words ?? 'No timer runs. `/track start #writing` starts one.');
}

/** The running timer in one line of mrkdwn; none when no timer runs. */
export function timerWords({ home, now, prefs }: MemberCall): string[] {
  const { timer } = home;
  if (timer.state === 'idle') return [];
  const seconds = Math.max(0, Math.round((now - timer.startedAt) / 1000));
  const since = sinceWords(timer.startedAt, now, prefs.zone);
  const way =
    seconds > LONGEST_ENTRY
      ? 'That is more than a day: say when you stopped, for example `/track stop at 18:00`.'
      : '`/track stop` logs it.';
  return [
    `:stopwatch: Running for *${formatDuration(seconds)}* since ${since}${timerSubject(timer)}. ${way}`,
  ];
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
}: Omit<RunningTimer, 'startedAt' | 'zone'>): string {
  const parts = [
    ...measures.map(formatMeasure),
    ...tags.map((tag) => `#${escapeText(tag)}`),
    ...(task === undefined ? [] : [taskName(task)]),
    noteWords(note, 120),
  ].filter((part) => part !== '');
  return parts.map((part) => ` · ${part}`).join('');
}
