import * as z from 'zod/mini';
import type { Period } from '../../period.ts';
import type { Tag } from '../../tag.ts';
import type { TaskNumber } from '../../task.ts';
import { jsonOf } from './entry-ref.ts';
import { dateWire, tagWire, taskWire } from './fields.ts';

/** What notes are looked for, and where the list of them goes on. */
export type NotesPage = {
  /** As typed; empty for all. */
  readonly words: string;
  readonly tags: readonly Tag[];
  readonly task?: TaskNumber;
  readonly period: Period;
  /** True where nobody named the period, so that the search may go on before it. */
  readonly open: boolean;
  readonly skip: number;
};

const wire = z
  .object({
    w: z.string().check(z.maxLength(2000)),
    t: z.array(tagWire).check(z.maxLength(100)),
    k: z.exactOptional(taskWire),
    s: dateWire,
    u: dateWire,
    o: z.boolean(),
    n: z.int().check(z.nonnegative(), z.maximum(100_000)),
  })
  .check(z.refine(({ s, u }) => s <= u));

/** A page of notes as a button's value; it may be too long for one. */
export function encodeNotesPage({ words, tags, task, period, open, skip }: NotesPage): string {
  return JSON.stringify({ w: words, t: tags, k: task, s: period.since, u: period.until, o: open, n: skip });
}

/** `undefined` for a value that {@link encodeNotesPage} did not make. */
export function decodeNotesPage(value: string): NotesPage | undefined {
  const parsed = wire.safeParse(jsonOf(value));
  if (!parsed.success) return undefined;
  const { w, t, k, s, u, o, n } = parsed.data;
  const period = { since: s, until: u };
  return { words: w, tags: t, ...(k === undefined ? {} : { task: k }), period, open: o, skip: n };
}
