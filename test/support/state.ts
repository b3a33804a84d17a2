import type { Entry } from '../../src/entry.ts';
import type { Member } from '../../src/member.ts';
import { readDirectory } from '../../src/store/directory.ts';
import { readHome } from '../../src/store/home.ts';
import { readNotes } from '../../src/store/notes.ts';
import type { Store } from '../../src/store/store.ts';

/** All that a member can see, without ids and versions, which differ from run to run. */
export async function stateOf(store: Store, member: Member) {
  const { entries, timer, tags, unreadable } = await readHome(store, member, '2000-01-01');
  const { notes } = await readNotes(store, member, { since: '2000-01-01', until: '2100-01-01' });
  const { tasks } = await readDirectory(store, member.workspaceId);
  const { version: _, ...shown } = timer;
  return {
    entries: entries.map(saidBy).toSorted(),
    timer: JSON.stringify(shown),
    notes: notes.map(({ text, date }) => `${date} ${text}`).toSorted(),
    tasks: tasks.map((task) => JSON.stringify(task)),
    tags: tags.map(({ tag, to = tag, archived = false }) => `${tag} ${to} ${archived}`).toSorted(),
    unreadable,
  };
}

/** What an entry says, as one comparable text. */
export function saidBy({ id: _id, version: _version, asWritten: _asWritten, ...said }: Entry): string {
  return JSON.stringify(said, (_name, value: unknown) =>
    isPlain(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}

function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
