import * as z from 'zod/mini';
import { LARGEST_TASK_NUMBER } from '../../task.ts';
import { jsonOf } from './entry-ref.ts';

/** Which tasks are listed, and where the list goes on. */
export type TasksPage = {
  readonly which: 'open' | 'done' | 'all';
  /** Words that their titles hold. */
  readonly words?: string;
  readonly skip: number;
};

/** As many characters of a search as a button carries. */
export const LONGEST_SEARCH = 200;

const wire = z.object({
  s: z.enum(['open', 'done', 'all']),
  w: z.exactOptional(z.string().check(z.maxLength(LONGEST_SEARCH))),
  n: z.int().check(z.nonnegative(), z.maximum(LARGEST_TASK_NUMBER)),
});

/** A page of tasks as a button's value. */
export function encodeTasksPage({ which, words, skip }: TasksPage): string {
  return JSON.stringify({ s: which, w: words, n: skip });
}

/** `undefined` for a value that {@link encodeTasksPage} did not make. */
export function decodeTasksPage(value: string): TasksPage | undefined {
  const parsed = wire.safeParse(jsonOf(value));
  if (!parsed.success) return undefined;
  const { s, w, n } = parsed.data;
  return { which: s, skip: n, ...(w === undefined ? {} : { words: w }) };
}
