import type { Member } from '../../member.ts';
import { findTask, listTasks } from '../../store/directory.ts';
import { readHome } from '../../store/home.ts';
import type { KeptDirectory } from '../../store/kept-directory.ts';
import type { Store } from '../../store/store.ts';
import { LARGEST_TASK_NUMBER, type TaskNumber, type TaskSummary } from '../../task.ts';
import { searchTasks } from '../../task-search.ts';
import type { LocalDate } from '../../time.ts';

/** Slack takes at most 100 options. */
const MOST_OPTIONS = 100;
/** As many tasks of the member's recent entries as come first. */
const MOST_RECENT = 8;
/** As many of the newest tasks as are read while nothing is typed. */
const NEWEST = 50;

/** Where tasks are looked for. */
export type TaskSource = {
  readonly store: Store;
  readonly member: Member;
  readonly directory: KeptDirectory;
  /** The member's entries from this day on are recent. */
  readonly since: LocalDate;
};

/**
 * The open tasks that fit what was typed. Nothing: those the member logged on last, then the newest. A number: that task.
 * Words: those whose title holds them, the newest first. Only words need the whole directory, which is kept.
 */
export async function findTasks(source: TaskSource, typed: string): Promise<readonly TaskSummary[]> {
  const text = typed.trim();
  const found =
    text === ''
      ? await usualTasks(source)
      : ((await byNumber(source, text)) ?? (await byWords(source, text)));
  return found.filter(({ state }) => state === 'open').slice(0, MOST_OPTIONS);
}

async function usualTasks({ store, member, since }: TaskSource): Promise<readonly TaskSummary[]> {
  const [{ entries, timer }, { listed }] = await Promise.all([
    readHome(store, member, since),
    listTasks(store, member.workspaceId, NEWEST),
  ]);
  const running = timer.state === 'running' ? timer.task : undefined;
  const named = [running, ...entries.toReversed().map(({ task }) => task)];
  const recent = [...new Set(named)].filter((number) => number !== undefined).slice(0, MOST_RECENT);
  const newest = listed.filter(({ deleted }) => !deleted).map(({ task }) => task);
  const known = new Map(newest.map((task) => [task.number, task]));
  const first = await Promise.all(
    recent.map((number) => known.get(number) ?? findTask(store, member, number)),
  );
  const isFirst = new Set<TaskNumber>(recent);
  return [
    ...first.filter((task) => task !== undefined),
    ...newest.filter(({ number }) => !isFirst.has(number)),
  ];
}

/** The task whose number was typed; `undefined` where none was, or there is no such task. */
async function byNumber(
  { store, member }: TaskSource,
  text: string,
): Promise<readonly TaskSummary[] | undefined> {
  const number = Number(/^(?:task-?|#)?\s?(\d{1,6})$/i.exec(text)?.[1] ?? 0);
  if (number < 1 || number > LARGEST_TASK_NUMBER) return undefined;
  const task = await findTask(store, member, number);
  return task === undefined ? undefined : [task];
}

async function byWords(
  { store, member, directory }: TaskSource,
  text: string,
): Promise<readonly TaskSummary[]> {
  const { tasks } = await directory.read(store, member);
  return searchTasks(tasks, text).toReversed();
}
