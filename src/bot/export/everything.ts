import { jsonNote } from '../../reports/json-export.ts';
import { notePages, ownTaskPages, remainingRowPages } from '../../store/member-rows.ts';
import { allowsNaming } from '../../store/members.ts';
import { readWorkspace } from '../../store/workspace.ts';
import type { Task } from '../../task.ts';
import { isoOf } from '../../time.ts';
import type { Reader } from '../show-report.ts';

/** What is kept of a member besides entries, notes and tasks, as named parts of their file. */
export async function settingsParts({ store, member, prefs, home }: Reader) {
  const [named, workspace] = await Promise.all([
    allowsNaming(store, member),
    readWorkspace(store, member.workspaceId),
  ]);
  const { version: _, ...settings } = prefs;
  return {
    settings,
    team: { mayBeNamed: named, isLead: workspace.leads.includes(member.memberId) },
    timer: timerOf(home.timer),
    tags: home.tags.map(({ tag, label, to, archived, firstUsedAt }) => ({
      tag,
      ...(label === undefined ? {} : { label }),
      ...(to === undefined ? {} : { renamedTo: to }),
      ...(archived === undefined ? {} : { archived }),
      ...(firstUsedAt === undefined ? {} : { firstUsedAt: isoOf(Math.floor(firstUsedAt)) }),
    })),
  };
}

/** The lists that follow the entries of a file that holds everything. */
export const OTHER_LISTS = ['notes', 'tasks', 'history'] as const;

/** One thing of such a list, in the shape of the file. */
export type Listed = { readonly list: (typeof OTHER_LISTS)[number]; readonly thing: unknown };

/** Notes, the member's own tasks, and what is stored besides, in the order of {@link OTHER_LISTS}. */
export async function* everythingElse({ store, member }: Reader): AsyncGenerator<Listed, void, void> {
  for await (const notes of notePages(store, member))
    for (const note of notes) yield { list: 'notes', thing: jsonNote(note) };
  for await (const tasks of ownTaskPages(store, member))
    for (const task of tasks) yield { list: 'tasks', thing: taskOf(task) };
  for await (const rows of remainingRowPages(store, member))
    for (const thing of rows) yield { list: 'history', thing };
}

function timerOf(timer: Reader['home']['timer']) {
  if (timer.state === 'idle') return null;
  const { startedAt, zone, tags, task, note, measures } = timer;
  return {
    startedAt: isoOf(startedAt),
    zone,
    tags,
    measures,
    ...(task === undefined ? {} : { task }),
    ...(note === undefined ? {} : { note }),
  };
}

function taskOf({ number, title, parent, estimate, tags, state }: Task) {
  return {
    number,
    title,
    state,
    tags,
    ...(parent === undefined ? {} : { parent }),
    ...(estimate === undefined ? {} : { estimateSeconds: estimate }),
  };
}
