import type { EntryContent } from '../../entry.ts';
import type { Measure } from '../../measure.ts';
import { type Field, readMeasuresField, readTaskField } from '../../phrase/read-fields.ts';
import { readLine } from '../../phrase/read-line.ts';
import type { LogReading, Reading } from '../../phrase/reading.ts';
import { isLocalDate, type LocalDate, type Zone } from '../../time.ts';
import type { MemberCall } from '../call.ts';
import { memberTags } from '../read-member-line.ts';
import { FIELD, measuresText } from './entry-form.ts';
import { areRead, errorsOf, type FieldErrors, optional, says, wrong } from './field-read.ts';
import type { FieldValues } from './field-values.ts';
import { readTags } from './read-tags.ts';
import { LONGEST_FIELD, TOO_MUCH } from './tags-field.ts';

export type FieldsRead =
  | { readonly kind: 'read'; readonly reading: LogReading }
  | { readonly kind: 'errors'; readonly errors: FieldErrors };

const HOW_LONG = 'How long was it? For example 45m, or 9:30-11. Or fill in a count below.';

type TimeRead = Pick<LogReading, 'assumed' | 'alternatives'> & {
  readonly placement: Pick<EntryContent, 'seconds' | 'clock'>;
};

/**
 * Reads a submitted entry form with the command line's own reader, field by field, so that a slip is told at its field.
 * Clock times are of `zone`: the member's for a new entry, the entry's own for an old one.
 */
export function readEntryFields(values: FieldValues, call: MemberCall, zone: Zone): FieldsRead {
  const date = readDate(values[FIELD.date], call.today);
  const day = date.kind === 'value' ? date.value : call.today;
  const isEmpty = values[FIELD.time] === undefined && values[FIELD.measures] === undefined;
  const fields = {
    [FIELD.date]: date,
    [FIELD.time]: isEmpty ? wrong(HOW_LONG) : readTime(values[FIELD.time], day, { call, zone }),
    [FIELD.tags]: readTags(values[FIELD.tags]),
    [FIELD.measures]: readMeasures(values[FIELD.measures]),
    [FIELD.task]: optional(values[FIELD.task], readTaskField),
  };
  if (!areRead(fields)) return { kind: 'errors', errors: errorsOf(fields) };
  const { time, tags, measures, task } = fields;
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

/** The day of a form: one that has come. */
export function readDate(text: string | undefined, today: LocalDate): Field<LocalDate> {
  if (text === undefined || !isLocalDate(text)) return wrong('Which day was it?');
  if (text > today) return wrong('This day has not come yet. Only work that is done can be logged.');
  return says(text);
}

function readTime(
  text: string | undefined,
  day: LocalDate,
  { call, zone }: { readonly call: MemberCall; readonly zone: Zone },
): Field<TimeRead> {
  if (text === undefined) return says({ placement: {}, assumed: [], alternatives: [] });
  const reading = readLine(`${text} ${day}`, { now: call.now, zone, weekStart: call.prefs.weekStart });
  if (reading.kind === 'ask') return wrong(`${reading.message} Please say am or pm, or use 24 hours.`);
  if (reading.kind !== 'log' || reading.content.seconds === undefined) {
    return wrong(`${whyNot(reading)} For example 45m, 1h 30m, or 9:30-11.`);
  }
  const { content, assumed, alternatives } = reading;
  const { note, tags, task, measures } = content;
  if (note !== undefined || tags.length > 0 || task !== undefined || measures.length > 0) {
    return wrong('Only a time belongs here; tags, task, counts and notes have fields of their own.');
  }
  return says({ placement: placementOf(content), assumed, alternatives });
}

/** Why a time field can't be read, without what the reader says of the day that was put to it. */
function whyNot(reading: Reading): string {
  if (reading.kind !== 'error' || reading.reason === 'no_duration') return 'That is not a time I can read.';
  return reading.message.replace(/ I understood “[^”]*”\./, '');
}

/** How long an entry is and from when to when, without its day. */
export function placementOf({ seconds, clock }: EntryContent): Pick<EntryContent, 'seconds' | 'clock'> {
  return { ...(seconds === undefined ? {} : { seconds }), ...(clock === undefined ? {} : { clock }) };
}
