import type { Entry } from '../entry.ts';
import type { Measure } from '../measure.ts';
import type { Member } from '../member.ts';
import type { Note } from '../note.ts';
import type { Period } from '../period.ts';
import type { Tag } from '../tag.ts';
import type { TaskNumber } from '../task.ts';
import { type Instant, isoOf, type LocalDate, type Zone } from '../time.ts';

/** The version of the shape; a new one is given where a reader of the old one would be misled. */
const VERSION = 1;

/** What a file says before its entries. */
export type JsonHead = {
  readonly member: Member;
  readonly exportedAt: Instant;
  /** Absent where it holds every day. */
  readonly period?: Period;
  /** Further named parts, such as settings, that are known before the entries. */
  readonly parts?: Readonly<Record<string, unknown>>;
};

/** An entry as the file has it: instants are ISO 8601 in UTC, `seconds` are whole, absent is what the entry has not. */
export type JsonEntry = {
  readonly id: string;
  readonly date: LocalDate;
  readonly zone: Zone;
  readonly seconds?: number;
  readonly start?: string;
  readonly end?: string;
  readonly measures: readonly Measure[];
  /** The names in force. */
  readonly tags: readonly Tag[];
  /** Where some go by other names now. */
  readonly tagsAsWritten?: readonly Tag[];
  readonly task?: TaskNumber;
  readonly taskTitle?: string;
  readonly note?: string;
};

/** A note of its own as the file has it. */
export type JsonNote = Pick<Note, 'id' | 'date' | 'text' | 'tags'> & { readonly task?: TaskNumber };

/** The beginning of a file, up to its first list. */
export function jsonHead({ member, exportedAt, period, parts = {} }: JsonHead): string {
  const head = {
    format: 'stint-export',
    version: VERSION,
    exportedAt: isoOf(exportedAt),
    workspaceId: member.workspaceId,
    memberId: member.memberId,
    ...(period === undefined ? {} : { period: { since: period.since, until: period.until } }),
    ...parts,
  };
  return JSON.stringify(head, null, 2).slice(0, -2);
}

/** The beginning of a named list; `jsonItem` writes what it holds, `LIST_END` ends it. */
export function jsonList(name: string): string {
  return `,\n  ${JSON.stringify(name)}: [`;
}

/** One thing of a list. */
export function jsonItem(item: unknown, isFirst: boolean): string {
  return `${isFirst ? '' : ','}\n    ${JSON.stringify(item)}`;
}

/** The end of a list. */
export const LIST_END = '\n  ]';

/** The end of a file. */
export const JSON_END = '\n}\n';

/** An entry in the shape of the file. */
export function jsonEntry(entry: Entry, titles: ReadonlyMap<TaskNumber, string>): JsonEntry {
  const { id, date, zone, seconds, clock, measures, tags, asWritten, task, note } = entry;
  const title = task === undefined ? undefined : titles.get(task);
  return {
    id,
    date,
    zone,
    ...(seconds === undefined ? {} : { seconds }),
    ...(clock === undefined ? {} : { start: isoOf(clock.startedAt), end: isoOf(clock.endedAt) }),
    measures,
    tags,
    ...(asWritten === undefined ? {} : { tagsAsWritten: asWritten }),
    ...(task === undefined ? {} : { task }),
    ...(title === undefined ? {} : { taskTitle: title }),
    ...(note === undefined ? {} : { note }),
  };
}

/** A note in the shape of the file. */
export function jsonNote({ id, date, text, tags, task }: Note): JsonNote {
  return { id, date, text, tags, ...(task === undefined ? {} : { task }) };
}
