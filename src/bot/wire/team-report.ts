import * as z from 'zod/mini';
import type { Period } from '../../period.ts';
import type { TeamGrouping } from '../../reports/groups.ts';
import type { Tag } from '../../tag.ts';
import { LARGEST_TASK_NUMBER, type TaskNumber } from '../../task.ts';
import { isLocalDate } from '../../time.ts';
import { jsonOf } from './entry-ref.ts';

/** Which report of the team a button, or a job, asks for. */
export type TeamReportValue = {
  readonly period: Period;
  readonly by: TeamGrouping;
  readonly tags: readonly Tag[];
  readonly task?: TaskNumber;
  /** Ids of those it is about; everybody where it names nobody. */
  readonly members: readonly string[];
};

const date = z.string().check(z.refine(isLocalDate));
const tag = z.string().check(z.minLength(1), z.maxLength(200));
const memberId = z.string().check(z.regex(/^[A-Z0-9]{1,30}$/));

/** A report of the team as it goes over a wire. */
export const teamReportWire = z
  .object({
    s: date,
    u: date,
    b: z.enum(['day', 'week', 'month', 'tag', 'task', 'unit', 'member']),
    t: z.exactOptional(z.array(tag).check(z.maxLength(50))),
    k: z.exactOptional(z.int().check(z.minimum(1), z.maximum(LARGEST_TASK_NUMBER))),
    m: z.exactOptional(z.array(memberId).check(z.maxLength(50))),
  })
  .check(z.refine(({ s, u }) => s <= u));

/** What a report of the team is on a wire. */
export function teamReportOnWire({ period, by, tags, task, members }: TeamReportValue) {
  return {
    s: period.since,
    u: period.until,
    b: by,
    ...(tags.length === 0 ? {} : { t: [...tags] }),
    ...(task === undefined ? {} : { k: task }),
    ...(members.length === 0 ? {} : { m: [...members] }),
  };
}

/** The report that stands on a wire. */
export function teamReportOffWire({
  s,
  u,
  b,
  t = [],
  k,
  m = [],
}: z.output<typeof teamReportWire>): TeamReportValue {
  return {
    period: { since: s, until: u },
    by: b,
    tags: t,
    members: m,
    ...(k === undefined ? {} : { task: k }),
  };
}

/** A report of the team as a button's value; it may be too long for one. */
export function encodeTeamReport(value: TeamReportValue): string {
  return JSON.stringify(teamReportOnWire(value));
}

/** `undefined` for a value that {@link encodeTeamReport} did not make. */
export function decodeTeamReport(value: string): TeamReportValue | undefined {
  const parsed = teamReportWire.safeParse(jsonOf(value));
  return parsed.success ? teamReportOffWire(parsed.data) : undefined;
}
