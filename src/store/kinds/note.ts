import * as z from 'zod/mini';
import type { Note, NoteContent } from '../../note.ts';
import { kind } from '../layer/kind.ts';
import { tagAttributes, tags, taskNumber, track } from './track.ts';

const schema = z.object({
  text: z.string(),
  tags,
  task: z.exactOptional(taskNumber),
  ...track,
});

type NoteAttributes = z.output<typeof schema>;

/** A note on a day, or on a task. */
export const noteKind = kind('note', 'u#{team}#{user}', 'n#{date}#{id}', schema);

/** What a note says, as attributes. */
export function noteAttributes(content: NoteContent): Omit<NoteAttributes, 'v'> {
  const { text, task } = content;
  return {
    text,
    ...tagAttributes(content.tags),
    ...(task === undefined ? {} : { task }),
  };
}

type NoteRow = { date: string; id: string } & NoteAttributes;

/** Notes by day, and within a day in the order in which they were written. */
export function toNotes(rows: readonly NoteRow[]): readonly Note[] {
  const writtenAt = ({ m, v }: NoteRow) => Math.abs(m ?? v);
  return rows
    .toSorted((one, other) =>
      one.date === other.date ? writtenAt(one) - writtenAt(other) : one.date < other.date ? -1 : 1,
    )
    .map(toNote);
}

/** The note that a row stands for. */
export function toNote(row: NoteRow): Note {
  return {
    id: row.id,
    version: row.v,
    date: row.date,
    text: row.text,
    tags: row.tags ?? [],
    ...(row.task === undefined ? {} : { task: row.task }),
  };
}
