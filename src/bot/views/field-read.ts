import type { Field } from '../../phrase/read-fields.ts';
import { quarterTime } from '../../schedule.ts';
import { isTimeOfDay, isZone, type Zone } from '../../time.ts';

/** The error of each field that can't be read, by field; Slack shows it right there. */
export type FieldErrors = Readonly<Record<string, string>>;

type Fields = Readonly<Record<string, Field<unknown>>>;

type Values<Read extends Fields> = {
  readonly [Id in keyof Read]: Extract<Read[Id], { readonly kind: 'value' }>;
};

/** True where every field of a form can be read. */
export function areRead<Read extends Fields>(fields: Read): fields is Read & Values<Read> {
  return Object.values(fields).every(({ kind }) => kind === 'value');
}

/** What is wrong with the fields that can't be read. */
export function errorsOf(fields: Fields): FieldErrors {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([id, field]) => (field.kind === 'error' ? [[id, field.message]] : [])),
  );
}

/** A field that can be read. */
export function says<T>(value: T): Field<T> {
  return { kind: 'value', value };
}

/** A field that can't, with what to say at it. */
export function wrong(message: string): Extract<Field<unknown>, { kind: 'error' }> {
  return { kind: 'error', message };
}

/** A field that may be left empty. */
export function optional<T>(
  text: string | undefined,
  read: (text: string) => Field<T>,
): Field<T | undefined> {
  return text === undefined ? says(undefined) : read(text);
}

/** A time of day at which something is to come, `hh:mm`, as the quarter of an hour in which it does. */
export function readComingTime(text: string | undefined): Field<string> {
  return text !== undefined && isTimeOfDay(text) ? says(quarterTime(text)) : wrong('Please choose a time.');
}

/** A time zone. */
export function readZone(text: string | undefined): Field<Zone> {
  return text !== undefined && isZone(text) ? says(text) : wrong('Please choose a time zone from the list.');
}
