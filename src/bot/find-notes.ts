import type { Entry } from '../entry.ts';
import { holdsWords, searchedWords } from '../find-words.ts';
import type { Note } from '../note.ts';
import { contains } from '../period.ts';
import { readEntriesWithNotes } from '../store/find-notes.ts';
import { readNotes } from '../store/notes.ts';
import { addDays } from '../time.ts';
import type { MemberCall } from './call.ts';
import { recentlySince } from './know-member.ts';
import type { NotesPage } from './wire/notes-page.ts';

/** A note that was found: one by itself, or an entry with the note it carries. */
export type FoundNote =
  | { readonly kind: 'note'; readonly note: Note; readonly text: string }
  | { readonly kind: 'entry'; readonly entry: Entry; readonly text: string };

/** The member's notes that a search means, wherever they stand, newest first, and how many rows could not be read. */
export async function findNotes(
  call: MemberCall,
  { words, tags, task, period }: NotesPage,
): Promise<{ readonly found: readonly FoundNote[]; readonly unreadable: number }> {
  const [{ notes, unreadable }, entries] = await Promise.all([
    readNotes(call.store, call.member, period),
    entriesWithNotes(call, period),
  ]);
  const all: readonly FoundNote[] = [
    ...notes.map((note) => ({ kind: 'note', note, text: note.text }) as const),
    ...entries.map((entry) => ({ kind: 'entry', entry, text: entry.note ?? '' }) as const),
  ];
  const searched = searchedWords(words);
  const found = all.filter((one) => {
    const subject = subjectOf(one);
    const isMeant = task === undefined || subject.task === task;
    return isMeant && tags.every((tag) => subject.tags.includes(tag)) && holdsWords(one.text, searched);
  });
  return { found: found.toSorted(newestFirst), unreadable };
}

/** The thing that carries a found note. */
export function subjectOf(found: FoundNote): Note | Entry {
  return found.kind === 'note' ? found.note : found.entry;
}

/** Days that the home read covers cost nothing. */
async function entriesWithNotes(call: MemberCall, period: NotesPage['period']): Promise<readonly Entry[]> {
  const known = recentlySince(call.now);
  const recent = call.home.entries.filter(
    ({ date, note }) => note !== undefined && date >= known && contains(period, date),
  );
  if (period.since >= known) return recent;
  const until = period.until < known ? period.until : addDays(known, -1);
  const older = await readEntriesWithNotes(call.store, call.member, { since: period.since, until });
  return [...older, ...recent];
}

function newestFirst(one: FoundNote, other: FoundNote): number {
  const [first, second] = [subjectOf(one), subjectOf(other)];
  if (first.date !== second.date) return first.date < second.date ? 1 : -1;
  return second.version - first.version;
}
