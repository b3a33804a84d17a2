import * as z from 'zod/mini';
import type { Amounts } from '../../amounts.ts';
import type { Entry, EntryContent } from '../../entry.ts';
import { type Measure, sumMeasures } from '../../measure.ts';
import type { Member } from '../../member.ts';
import { kind } from '../layer/kind.ts';
import { tagAttributes, tags, track } from './track.ts';

const schema = z
  .object({
    q: z.record(z.string().check(z.minLength(1)), z.number()),
    tz: z.string().check(z.minLength(1)),
    tags,
    text: z.exactOptional(z.string()),
    at: z.exactOptional(z.int()),
    to: z.exactOptional(z.int()),
    g: z.exactOptional(z.string().check(z.regex(/^[^#]+#\d+$/))),
    ...track,
  })
  .check(
    z.refine(({ q }) => Object.keys(q).length > 0, { path: ['q'] }),
    z.refine(({ at, to }) => (at === undefined) === (to === undefined), { path: ['to'] }),
  );

type EntryAttributes = z.output<typeof schema>;
type EntryRow = { team: string; user: string; date: string; id: string } & EntryAttributes;

/** An amount of time lies under `s` in whole seconds, other measures under their unit. */
export const entryKind = kind('entry', 'u#{team}#{user}', 'd#{date}#{id}', schema);

/** As much of an entry as the index by task carries. */
export const listedEntryKind = kind(
  'listed entry',
  'u#{team}#{user}',
  'd#{date}#{id}',
  z.object({
    q: z.record(z.string().check(z.minLength(1)), z.number()),
    del: track.del,
    g: z.exactOptional(z.string()),
  }),
);

/** What a row holds, time apart from what is counted. */
export function amountsIn({ s, ...units }: Readonly<Record<string, number>>): Amounts {
  const measures = Object.entries(units).map(([unit, value]) => ({ value, unit }));
  return { seconds: s ?? 0, measures: measures.toSorted((one, other) => (one.unit < other.unit ? -1 : 1)) };
}

/** What an entry says, as attributes; units are kept once each. */
export function entryAttributes(member: Member, content: EntryContent): Omit<EntryAttributes, 'v'> {
  const { zone, seconds, clock, measures, task, note } = content;
  if (measures.some(({ unit }) => unit === 's'))
    throw new Error('A measure cannot be named s, which is time.');
  const amounts = sumMeasures(measures).map(({ unit, value }) => [unit, value] as const);
  return {
    q: Object.fromEntries([...(seconds === undefined ? [] : [['s', seconds] as const]), ...amounts]),
    tz: zone,
    ...tagAttributes(content.tags),
    ...(note === undefined || note === '' ? {} : { text: note }),
    ...(clock === undefined ? {} : { at: clock.startedAt, to: clock.endedAt }),
    ...(task === undefined ? {} : { g: `${member.workspaceId}#${task}` }),
  };
}

/** The entry that a row stands for; measures by unit. */
export function toEntry(row: EntryRow): Entry {
  const { s, ...units } = row.q;
  const measures: Measure[] = Object.entries(units).map(([unit, value]) => ({ unit, value }));
  return {
    id: row.id,
    version: row.v,
    date: row.date,
    zone: row.tz,
    ...(s === undefined ? {} : { seconds: s }),
    ...(row.at === undefined || row.to === undefined
      ? {}
      : { clock: { startedAt: row.at, endedAt: row.to } }),
    measures: measures.toSorted((one, other) => (one.unit < other.unit ? -1 : 1)),
    tags: row.tags ?? [],
    ...(row.g === undefined ? {} : { task: Number(row.g.split('#')[1]) }),
    ...(row.text === undefined ? {} : { note: row.text }),
  };
}

/** Live entries by day, and within a day in the order in which they were logged. */
export function toEntries(rows: readonly EntryRow[]): readonly Entry[] {
  const loggedAt = ({ m, v }: EntryRow) => Math.abs(m ?? v);
  return rows
    .toSorted((one, other) =>
      one.date === other.date ? loggedAt(one) - loggedAt(other) : one.date < other.date ? -1 : 1,
    )
    .map(toEntry);
}
