import * as z from 'zod/mini';
import type { Tag } from '../../tag.ts';
import type { TaskNumber } from '../../task.ts';
import { jsonOf } from './entry-ref.ts';
import { tagWire, taskWire } from './fields.ts';

/** What stands in the log form already when it opens. */
export type Prefill = { readonly tag?: Tag; readonly task?: TaskNumber };

const wire = z.object({
  g: z.exactOptional(tagWire),
  t: z.exactOptional(taskWire),
});

/** A prefill as a button's value. */
export function encodePrefill({ tag, task }: Prefill): string {
  return JSON.stringify({ g: tag, t: task });
}

/** `undefined` for a value that {@link encodePrefill} did not make. */
export function decodePrefill(value: string): Prefill | undefined {
  const parsed = wire.safeParse(jsonOf(value));
  if (!parsed.success) return undefined;
  const { g, t } = parsed.data;
  return { ...(g === undefined ? {} : { tag: g }), ...(t === undefined ? {} : { task: t }) };
}
