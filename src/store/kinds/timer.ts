import * as z from 'zod/mini';
import { type Measure, sumMeasures } from '../../measure.ts';
import type { RunningTimer, Timer } from '../../timer.ts';
import { kind } from '../layer/kind.ts';
import { stamp, tagAttributes, tags, taskNumber } from './track.ts';

const schema = z
  .object({
    at: z.exactOptional(z.int()),
    tz: z.exactOptional(z.string().check(z.minLength(1))),
    text: z.exactOptional(z.string()),
    tags,
    task: z.exactOptional(taskNumber),
    /** What was counted at the start, by unit. */
    q: z.exactOptional(z.record(z.string().check(z.minLength(1)), z.number())),
    /** Until when nobody asks whether it should still run. */
    kept: z.exactOptional(z.int()),
    v: z.exactOptional(stamp),
  })
  .check(z.refine(({ at, tz }) => (at === undefined) === (tz === undefined), { path: ['tz'] }));

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
    ...(timer.measures.length === 0 ? {} : { q: amountsOf(timer.measures) }),
    ...(timer.keptUntil === undefined ? {} : { kept: timer.keptUntil }),
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
    measures: Object.entries(row.q ?? {}).map(([unit, value]) => ({ unit, value })),
    tags: row.tags ?? [],
    ...(row.task === undefined ? {} : { task: row.task }),
    ...(row.text === undefined ? {} : { note: row.text }),
    ...(row.kept === undefined ? {} : { keptUntil: row.kept }),
  };
}

function amountsOf(measures: readonly Measure[]): Record<string, number> {
  return Object.fromEntries(sumMeasures(measures).map(({ unit, value }) => [unit, value]));
}
