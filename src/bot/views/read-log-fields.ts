import type { Field } from '../../phrase/read-fields.ts';
import type { LogReading } from '../../phrase/reading.ts';
import { MOST_ENTRIES_AT_ONCE } from '../../store/log-entries.ts';
import type { LocalDate } from '../../time.ts';
import type { MemberCall } from '../call.ts';
import { FIELD } from './entry-form.ts';
import { errorsOf, type FieldErrors } from './field-read.ts';
import type { FieldValues } from './field-values.ts';
import { readDate, readEntryFields } from './read-entry-fields.ts';
import { readLines } from './read-lines.ts';

export type LogFieldsRead =
  | { readonly kind: 'read'; readonly readings: readonly [LogReading, ...LogReading[]] }
  | { readonly kind: 'errors'; readonly errors: FieldErrors };

/** Reads the whole log form: the entry of its fields, then one for each line; fields that are all empty are none beside lines. */
export function readLogFields(values: FieldValues, call: MemberCall): LogFieldsRead {
  const text = values[FIELD.lines];
  const day = readDate(values[FIELD.date], call.today);
  const lines =
    text === undefined ? NO_LINES : readLines(text, day.kind === 'value' ? day.value : call.today, call);
  const fields =
    text !== undefined && isUntouched(values)
      ? dayAlone(day)
      : readEntryFields(values, call, call.prefs.zone);
  const errors = {
    ...(fields.kind === 'errors' ? fields.errors : {}),
    ...(lines.kind === 'error' ? { [FIELD.lines]: lines.message } : {}),
  };
  if (fields.kind === 'errors' || lines.kind === 'error') return { kind: 'errors', errors };
  const [first, ...others] = [...('reading' in fields ? [fields.reading] : []), ...lines.readings];
  if (first === undefined) return { kind: 'errors', errors: { [FIELD.lines]: 'There is no line here yet.' } };
  const count = others.length + 1;
  if (count > MOST_ENTRIES_AT_ONCE) {
    const message = `These are ${count} entries, and one form takes ${MOST_ENTRIES_AT_ONCE}. Please send the rest in another.`;
    return { kind: 'errors', errors: { [FIELD.lines]: message } };
  }
  return { kind: 'read', readings: [first, ...others] };
}

const NO_LINES = { kind: 'read', readings: [] } as const;

function dayAlone(day: Field<LocalDate>) {
  return day.kind === 'error'
    ? ({ kind: 'errors', errors: errorsOf({ [FIELD.date]: day }) } as const)
    : ({ kind: 'none' } as const);
}

/** True when the fields say nothing but the day that stands there from the start. */
function isUntouched(values: FieldValues): boolean {
  return [FIELD.time, FIELD.tags, FIELD.task, FIELD.measures, FIELD.note].every(
    (field) => values[field] === undefined,
  );
}
