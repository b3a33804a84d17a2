import * as z from 'zod/mini';
import type { Task, TaskSummary } from '../../task.ts';
import type { Item } from '../layer/item.ts';
import { kind } from '../layer/kind.ts';
import { stamp, tags, taskNumber } from './track.ts';

const summary = {
  title: z.string().check(z.minLength(1)),
  est: z.exactOptional(z.int().check(z.positive())),
  up: z.exactOptional(taskNumber),
  done: z.exactOptional(z.literal(true)),
  del: z.exactOptional(stamp),
};

const schema = z.object({ ...summary, tags, g: z.string().check(z.regex(/^[^#]+#tasks$/)), v: stamp });

type TaskAttributes = z.output<typeof schema>;

/** A task's one row, among its owner's. */
export const taskKind = kind('task', 'u#{team}#{user}', 't#{no:6}', schema);

/** The same row as the directory's index carries it. */
export const listedTaskKind = kind('listed task', 'u#{team}#{user}', 't#{no:6}', z.object(summary));

/** The index key under which a workspace's tasks are listed. */
export function directoryKey(workspaceId: string): string {
  return `${workspaceId}#tasks`;
}

type Listed = { user: string; no: number } & Pick<TaskAttributes, keyof typeof summary>;

/** What the directory tells of a task. */
export function toTaskSummary(row: Listed): TaskSummary {
  return {
    number: row.no,
    title: row.title,
    ownerId: row.user,
    ...(row.up === undefined ? {} : { parent: row.up }),
    ...(row.est === undefined ? {} : { estimate: row.est }),
    state: row.done === undefined ? 'open' : 'done',
  };
}

/** The task that a row stands for. */
export function toTask(row: Listed & TaskAttributes): Task {
  return { ...toTaskSummary(row), tags: row.tags ?? [], version: row.v };
}

/** A task as the row that the table holds. */
export function taskItem(team: string, task: Task): Item {
  const { number: no, title, ownerId: user, parent, estimate, tags, state, version } = task;
  return taskKind.item({
    team,
    user,
    no,
    title,
    ...(parent === undefined ? {} : { up: parent }),
    ...(estimate === undefined ? {} : { est: estimate }),
    ...(state === 'done' ? { done: true } : {}),
    ...(tags.length === 0 ? {} : { tags }),
    g: directoryKey(team),
    v: version,
  });
}
