import * as z from 'zod/mini';
import { LARGEST_TASK_NUMBER, type Task } from '../../task.ts';
import { jsonOf } from './entry-ref.ts';
import { taskWire } from './fields.ts';

/** How a button names a task: its number, and which content of it the person saw. */
export type TaskRef = Pick<Task, 'number' | 'version'>;

/** A page of a task: how many of its subtasks were shown on the pages before. */
export type TaskPage = Pick<Task, 'number'> & { readonly skip: number };

const ref = z.object({ t: taskWire, v: z.number() });
const page = z.object({ t: taskWire, n: z.int().check(z.nonnegative(), z.maximum(LARGEST_TASK_NUMBER)) });

/** A task's reference as a button's value. */
export function encodeTaskRef({ number: t, version: v }: TaskRef): string {
  return JSON.stringify({ t, v });
}

/** `undefined` for a value that {@link encodeTaskRef} did not make. */
export function decodeTaskRef(value: string): TaskRef | undefined {
  const parsed = ref.safeParse(jsonOf(value));
  return parsed.success ? { number: parsed.data.t, version: parsed.data.v } : undefined;
}

/** A task's page as a button's value. */
export function encodeTaskPage({ number: t, skip: n }: TaskPage): string {
  return JSON.stringify({ t, n });
}

/** `undefined` for a value that {@link encodeTaskPage} did not make. */
export function decodeTaskPage(value: string): TaskPage | undefined {
  const parsed = page.safeParse(jsonOf(value));
  return parsed.success ? { number: parsed.data.t, skip: parsed.data.n } : undefined;
}
