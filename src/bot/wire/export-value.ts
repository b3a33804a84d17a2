import * as z from 'zod/mini';
import type { Period } from '../../period.ts';
import type { ExportFormat } from '../../phrase/command.ts';
import type { Tag } from '../../tag.ts';
import type { TaskNumber } from '../../task.ts';
import { jsonOf } from './entry-ref.ts';
import { dateWire, tagWire, taskWire } from './fields.ts';

/** What a file is to hold: every entry there is, but for what narrows it. */
export type ExportValue = {
  readonly format: ExportFormat;
  readonly period?: Period;
  readonly tags: readonly Tag[];
  readonly task?: TaskNumber;
  /** Words that the notes of its entries hold, as typed. */
  readonly words?: string;
};

/** True for an export that nothing narrows; as JSON it holds all that is kept of its member. */
export function isEverything({ period, tags, task, words }: Omit<ExportValue, 'format'>): boolean {
  return period === undefined && tags.length === 0 && task === undefined && words === undefined;
}

const wire = z
  .object({
    f: z.enum(['csv', 'json', 'ical']),
    p: z.exactOptional(z.tuple([dateWire, dateWire])),
    t: z.exactOptional(z.array(tagWire).check(z.maxLength(50))),
    k: z.exactOptional(taskWire),
    w: z.exactOptional(z.string().check(z.minLength(1), z.maxLength(2000))),
  })
  .check(z.refine(({ p }) => p === undefined || p[0] <= p[1]));

/** An export as a button's value, or as what a link holds; it may be too long for a button. */
export function encodeExport({ format, period, tags, task, words }: ExportValue): string {
  const t = tags.length === 0 ? undefined : tags;
  const p = period === undefined ? undefined : [period.since, period.until];
  return JSON.stringify({ f: format, p, t, k: task, w: words });
}

/** `undefined` for a value that {@link encodeExport} did not make. */
export function decodeExport(value: string): ExportValue | undefined {
  const parsed = wire.safeParse(jsonOf(value));
  if (!parsed.success) return undefined;
  const { f, p, t = [], k, w } = parsed.data;
  return {
    format: f,
    ...(p === undefined ? {} : { period: { since: p[0], until: p[1] } }),
    tags: t,
    ...(k === undefined ? {} : { task: k }),
    ...(w === undefined ? {} : { words: w }),
  };
}
