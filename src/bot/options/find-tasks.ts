import type { Member } from '../../member.ts';
import { findTask, listTasks } from '../../store/directory.ts';
import { readHome } from '../../store/home.ts';
import type { KeptDirectory } from '../../store/kept-directory.ts';
import type { Store } from '../../store/store.ts';
import { LARGEST_TASK_NUMBER, type TaskSummary } from '../../task.ts';
import { fitOf, searchTasks } from '../../task-search.ts';
import type { LocalDate } from '../../time.ts';
import { usualTasks } from '../usual-tasks.ts';

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
 * Words: those whose title holds them, the best fit first and of equal ones the newest. Only words need the whole directory, which is kept.
 */
export async function findTasks(source: TaskSource, typed: string): Promise<readonly TaskSummary[]> {
  const text = typed.trim();
  const found =
    text === ''
      ? await recentFirst(source)
      : ((await byNumber(source, text)) ?? (await byWords(source, text)));
  return found.filter(({ state }) => state === 'open').slice(0, MOST_OPTIONS);
}

async function recentFirst({ store, member, since }: TaskSource): Promise<readonly TaskSummary[]> {
  const [home, newest] = await Promise.all([
    readHome(store, member, since),
    listTasks(store, member.workspaceId, NEWEST),
  ]);
  return usualTasks({ store, member, home, newest, mostRecent: MOST_RECENT });
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
  const fits = new Map(tasks.map((task) => [task, fitOf(task, text)]));
  return searchTasks(tasks, text)
    .toReversed()
    .sort((one, other) => (fits.get(one) ?? 0) - (fits.get(other) ?? 0));
}
