import { jsonItem, jsonList, jsonNote, LIST_END } from '../../reports/json-export.ts';
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

/** The lists that follow the entries: notes, the member's own tasks, and what is stored besides, piece by piece. */
export async function* everythingElse({ store, member }: Reader): AsyncGenerator<string, void, void> {
  yield* listOf('notes', notePages(store, member), jsonNote);
  yield* listOf('tasks', ownTaskPages(store, member), taskOf);
  yield* listOf('history', remainingRowPages(store, member), (row) => row);
}

async function* listOf<Thing>(
  name: string,
  pages: AsyncIterable<readonly Thing[]>,
  shapeOf: (thing: Thing) => unknown,
): AsyncGenerator<string, void, void> {
  yield jsonList(name);
  let isFirst = true;
  for await (const page of pages) {
    for (const thing of page) {
      yield jsonItem(shapeOf(thing), isFirst);
      isFirst = false;
    }
  }
  yield LIST_END;
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
