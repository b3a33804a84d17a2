import * as z from 'zod';
import type { RunningTimer, Timer } from '../../timer.ts';
import { kind } from '../layer/kind.ts';
import { stamp, tagAttributes, tags, taskNumber } from './track.ts';

const schema = z
  .object({
    at: z.exactOptional(z.int()),
    tz: z.exactOptional(z.string().min(1)),
    text: z.exactOptional(z.string()),
    tags,
    task: z.exactOptional(taskNumber),
    v: z.exactOptional(stamp),
  })
  .refine(({ at, tz }) => (at === undefined) === (tz === undefined), { path: ['tz'] });

type TimerAttributes = z.output<typeof schema>;

/** Without `at` no timer runs. The row stays once it was made; without `v` its first start was undone. */
export const timerKind = kind('timer', 'u#{team}#{user}', 'me#timer', schema);

/** What a timer says, as attributes; version 0 is the timer that never ran and has none. */
export function timerAttributes(timer: RunningTimer | undefined, version: number): TimerAttributes {
  if (timer === undefined) return version === 0 ? {} : { v: version };
  return {
    at: timer.startedAt,
    tz: timer.zone,
    ...(timer.note === undefined || timer.note === '' ? {} : { text: timer.note }),
    ...tagAttributes(timer.asWritten ?? timer.tags),
    ...(timer.task === undefined ? {} : { task: timer.task }),
    v: version,
  };
}

/** The timer that a row stands for; without a row it is idle and was never changed. */
export function toTimer(row: TimerAttributes = {}): Timer {
  const version = row.v ?? 0;
  if (row.at === undefined || row.tz === undefined) return { state: 'idle', version };
  return {
    state: 'running',
    version,
    startedAt: row.at,
    zone: row.tz,
    tags: row.tags ?? [],
    ...(row.task === undefined ? {} : { task: row.task }),
    ...(row.text === undefined ? {} : { note: row.text }),
  };
}
