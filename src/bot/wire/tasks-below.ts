import * as z from 'zod/mini';
import { MOST_FINISHED } from '../../store/finish-tasks.ts';
import type { TaskNumber } from '../../task.ts';
import { jsonOf } from './entry-ref.ts';
import { taskWire } from './fields.ts';

/** A task, and which of those below it were seen to be open. */
export type TasksBelow = { readonly top: TaskNumber; readonly open: readonly TaskNumber[] };

const wire = z.object({
  t: taskWire,
  b: z.array(taskWire).check(z.minLength(1), z.maxLength(MOST_FINISHED)),
});

/** Tasks below another as a button's value. */
export function encodeTasksBelow({ top, open }: TasksBelow): string {
  return JSON.stringify({ t: top, b: open });
}

/** `undefined` for a value that {@link encodeTasksBelow} did not make. */
export function decodeTasksBelow(value: string): TasksBelow | undefined {
  const { data } = wire.safeParse(jsonOf(value));
  return data && { top: data.t, open: data.b };
}
