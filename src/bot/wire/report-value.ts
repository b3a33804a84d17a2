import * as z from 'zod/mini';
import type { Period } from '../../period.ts';
import type { Grouping } from '../../reports/groups.ts';
import { LARGEST_STEP, type Rounding, SMALLEST_STEP } from '../../rounding.ts';
import type { Tag } from '../../tag.ts';
import type { TaskNumber } from '../../task.ts';
import { jsonOf } from './entry-ref.ts';
import { dateWire, tagWire, taskWire } from './fields.ts';

/** Which report a button asks for. */
export type ReportValue = {
  readonly period: Period;
  readonly by: Grouping;
  readonly tags: readonly Tag[];
  readonly task?: TaskNumber;
  /** Words that the notes of its entries hold, as typed; absent for all entries. */
  readonly words?: string;
  readonly rounding?: Rounding;
};

/** How a report rounds, as it goes over a wire. */
export const roundingWire = z.tuple([
  z.int().check(z.minimum(SMALLEST_STEP), z.maximum(LARGEST_STEP)),
  z.enum(['nearest', 'up', 'down']),
]);

const wire = z
  .object({
    s: dateWire,
    u: dateWire,
    b: z.enum(['day', 'week', 'month', 'tag', 'task', 'unit']),
    t: z.exactOptional(z.array(tagWire).check(z.maxLength(50))),
    k: z.exactOptional(taskWire),
    w: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(2000))),
    r: z.exactOptional(roundingWire),
  })
  .check(z.refine(({ s, u }) => s <= u));

/** A report as a button's value; it may be too long for one. */
export function encodeReport({ period, by, tags, task, words, rounding }: ReportValue): string {
  const t = tags.length === 0 ? undefined : tags;
  const r = rounding === undefined ? undefined : [rounding.step, rounding.way];
  return JSON.stringify({ s: period.since, u: period.until, b: by, t, k: task, w: words, r });
}

/** `undefined` for a value that {@link encodeReport} did not make. */
export function decodeReport(value: string): ReportValue | undefined {
  const parsed = wire.safeParse(jsonOf(value));
  if (!parsed.success) return undefined;
  const { s, u, b, t = [], k, w, r } = parsed.data;
  return {
    period: { since: s, until: u },
    by: b,
    tags: t,
    ...(k === undefined ? {} : { task: k }),
    ...(w === undefined ? {} : { words: w }),
    ...(r === undefined ? {} : { rounding: { step: r[0], way: r[1] } }),
  };
}
