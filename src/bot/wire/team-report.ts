import * as z from 'zod/mini';
import type { Period } from '../../period.ts';
import type { TeamGrouping } from '../../reports/groups.ts';
import type { Rounding } from '../../rounding.ts';
import type { Tag } from '../../tag.ts';
import type { TaskNumber } from '../../task.ts';
import { jsonOf } from './entry-ref.ts';
import { dateWire, tagWire, taskWire } from './fields.ts';
import { roundingWire } from './report-value.ts';

/** Which report of the team a button, or a job, asks for. */
export type TeamReportValue = {
  readonly period: Period;
  readonly by: TeamGrouping;
  readonly tags: readonly Tag[];
  readonly task?: TaskNumber;
  /** Ids of those it is about; everybody where it names nobody. */
  readonly members: readonly string[];
  readonly rounding?: Rounding;
};

const memberId = z.string().check(z.regex(/^[A-Z0-9]{1,30}$/));

const wire = z
  .object({
    s: dateWire,
    u: dateWire,
    b: z.enum(['day', 'week', 'month', 'tag', 'task', 'unit', 'member']),
    t: z.exactOptional(z.array(tagWire).check(z.maxLength(50))),
    k: z.exactOptional(taskWire),
    r: z.exactOptional(roundingWire),
    m: z.exactOptional(z.array(memberId).check(z.maxLength(50))),
  })
  .check(z.refine(({ s, u }) => s <= u));

/** A report of the team as a button's value; it may be too long for one. */
export function encodeTeamReport({ period, by, tags, task, members, rounding }: TeamReportValue): string {
  const t = tags.length === 0 ? undefined : tags;
  const m = members.length === 0 ? undefined : members;
  const r = rounding === undefined ? undefined : [rounding.step, rounding.way];
  return JSON.stringify({ s: period.since, u: period.until, b: by, t, k: task, r, m });
}

/** `undefined` for a value that {@link encodeTeamReport} did not make. */
export function decodeTeamReport(value: string): TeamReportValue | undefined {
  const parsed = wire.safeParse(jsonOf(value));
  if (!parsed.success) return undefined;
  const { s, u, b, t = [], k, r, m = [] } = parsed.data;
  return {
    period: { since: s, until: u },
    by: b,
    tags: t,
    members: m,
    ...(k === undefined ? {} : { task: k }),
    ...(r === undefined ? {} : { rounding: { step: r[0], way: r[1] } }),
  };
}
