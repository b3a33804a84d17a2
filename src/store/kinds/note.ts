import * as z from 'zod';
import type { Note, NoteContent } from '../../note.ts';
import { kind } from '../layer/kind.ts';
import { tags, taskNumber, track } from './track.ts';

const schema = z.object({
  text: z.string(),
  tags,
  task: z.exactOptional(taskNumber),
  entry: z.exactOptional(z.string()),
  ...track,
});

type NoteAttributes = z.output<typeof schema>;

/** A note on a day; `entry` is the id of the entry it belongs to. */
export const noteKind = kind('note', 'u#{team}#{user}', 'n#{date}#{id}', schema);

/** What a note says, as attributes. */
export function noteAttributes(content: NoteContent): Omit<NoteAttributes, 'v'> {
  const { text, task, entryId } = content;
  return {
    text,
    ...(content.tags.length === 0 ? {} : { tags: content.tags }),
    ...(task === undefined ? {} : { task }),
    ...(entryId === undefined ? {} : { entry: entryId }),
  };
}

/** The note that a row stands for. */
export function toNote(row: { date: string; id: string } & NoteAttributes): Note {
  return {
    id: row.id,
    version: row.v,
    date: row.date,
    text: row.text,
    tags: row.tags ?? [],
    ...(row.task === undefined ? {} : { task: row.task }),
    ...(row.entry === undefined ? {} : { entryId: row.entry }),
  };
}
