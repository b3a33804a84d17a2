import type { EntryContent } from '../../entry.ts';
import type { Measure } from '../../measure.ts';
import { type Field, readMeasuresField, readTaskField } from '../../phrase/read-fields.ts';
import { readLine } from '../../phrase/read-line.ts';
import type { LogReading, Reading } from '../../phrase/reading.ts';
import { isLocalDate, type LocalDate, type Zone } from '../../time.ts';
import type { MemberCall } from '../call.ts';
import { memberTags } from '../read-member-line.ts';
import { FIELD, measuresText } from './entry-form.ts';
import type { FieldValues } from './field-values.ts';
import { readTags } from './read-tags.ts';
import { LONGEST_FIELD, TOO_MUCH } from './tags-field.ts';

/** The error of each field that can't be read, by field; Slack shows it right there. */
export type FieldErrors = Readonly<Record<string, string>>;

export type FieldsRead =
  | { readonly kind: 'read'; readonly reading: LogReading }
  | { readonly kind: 'errors'; readonly errors: FieldErrors };

/** What one field says, or the error to show at it. */
export type Part<T> = { readonly value: T } | { readonly error: string };

const NOTHING: Part<undefined> = { value: undefined };

type TimeRead = Pick<LogReading, 'assumed' | 'alternatives'> & {
  readonly placement: Pick<EntryContent, 'seconds' | 'clock'>;
};

/**
 * Reads a submitted entry form with the command line's own reader, field by field, so that a slip is told at its field.
 * Clock times are of `zone`: the member's for a new entry, the entry's own for an old one.
 */
export function readEntryFields(values: FieldValues, call: MemberCall, zone: Zone): FieldsRead {
  const date = readDate(values[FIELD.date], call.today);
  const day = 'value' in date ? date.value : call.today;
  const time = readTime(values[FIELD.time], day, { call, zone });
  const tags = partOf(readTags(values[FIELD.tags]));
  const measures = partOf(readMeasures(values[FIELD.measures]));
  const task = values[FIELD.task] === undefined ? NOTHING : partOf(readTaskField(values[FIELD.task] ?? ''));
  const empty =
    values[FIELD.time] === undefined && values[FIELD.measures] === undefined
      ? { [FIELD.time]: 'How long was it? For example 45m, or 9:30-11. Or fill in a count below.' }
      : {};
  const parts = {
    [FIELD.date]: date,
    [FIELD.time]: time,
    [FIELD.tags]: tags,
    [FIELD.measures]: measures,
    [FIELD.task]: task,
  };
  const errors = { ...empty, ...errorsOf(parts) };
  if (
    Object.keys(errors).length > 0 ||
    'error' in time ||
    'error' in tags ||
    'error' in measures ||
    'error' in task
  ) {
    return { kind: 'errors', errors };
  }
  const note = values[FIELD.note];
  const content: EntryContent = {
    date: day,
    zone,
    ...time.value.placement,
    measures: measures.value,
    tags: memberTags(call, tags.value),
    ...(task.value === undefined ? {} : { task: task.value }),
    ...(note === undefined ? {} : { note }),
  };
  const alternatives = time.value.alternatives.map(({ label, content: other }) => ({
    label,
    content: { ...content, ...placementOf(other), date: other.date },
  }));
  return { kind: 'read', reading: { kind: 'log', content, assumed: time.value.assumed, alternatives } };
}

function readMeasures(text = ''): Field<readonly Measure[]> {
  const read = readMeasuresField(text, {});
  const fits = read.kind === 'error' || measuresText(read.value).length <= LONGEST_FIELD;
  return fits ? read : { kind: 'error', message: TOO_MUCH };
}

function errorsOf(parts: Readonly<Record<string, Part<unknown>>>): FieldErrors {
  return Object.fromEntries(
    Object.entries(parts).flatMap(([field, part]) => ('error' in part ? [[field, part.error]] : [])),
  );
}

/** The day of a form: one that has come. */
export function readDate(text: string | undefined, today: LocalDate): Part<LocalDate> {
  if (text === undefined || !isLocalDate(text)) return { error: 'Which day was it?' };
  if (text > today) return { error: 'This day has not come yet. Only work that is done can be logged.' };
  return { value: text };
}

function readTime(
  text: string | undefined,
  day: LocalDate,
  { call, zone }: { readonly call: MemberCall; readonly zone: Zone },
): Part<TimeRead> {
  if (text === undefined) return { value: { placement: {}, assumed: [], alternatives: [] } };
  const reading = readLine(`${text} ${day}`, { now: call.now, zone, weekStart: call.prefs.weekStart });
  if (reading.kind === 'ask') return { error: `${reading.message} Please say am or pm, or use 24 hours.` };
  if (reading.kind !== 'log' || reading.content.seconds === undefined) {
    return { error: `${whyNot(reading)} For example 45m, 1h 30m, or 9:30-11.` };
  }
  const { content, assumed, alternatives } = reading;
  const { note, tags, task, measures } = content;
  if (note !== undefined || tags.length > 0 || task !== undefined || measures.length > 0) {
    return { error: 'Only a time belongs here; tags, task, counts and notes have fields of their own.' };
  }
  return { value: { placement: placementOf(content), assumed, alternatives } };
}

/** Why a time field can't be read, without what the reader says of the day that was put to it. */
function whyNot(reading: Reading): string {
  if (reading.kind !== 'error' || reading.reason === 'no_duration') return 'That is not a time I can read.';
  return reading.message.replace(/ I understood “[^”]*”\./, '');
}

function placementOf({ seconds, clock }: EntryContent): Pick<EntryContent, 'seconds' | 'clock'> {
  return { ...(seconds === undefined ? {} : { seconds }), ...(clock === undefined ? {} : { clock }) };
}

function partOf<T>(field: Field<T>): Part<T> {
  return field.kind === 'value' ? { value: field.value } : { error: field.message };
}
