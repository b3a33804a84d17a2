import type { EntryContent } from '../../entry.ts';
import type { Measure } from '../../measure.ts';
import { readLine } from '../../phrase/read-line.ts';
import type { LogReading } from '../../phrase/reading.ts';
import { type Tag, tagOf } from '../../tag.ts';
import { isLocalDate, type LocalDate, type Zone } from '../../time.ts';
import type { MemberCall } from '../call.ts';
import { FIELD } from './entry-form.ts';
import type { FieldValues } from './field-values.ts';

/** The error of each field that can't be read, by field; Slack shows it right there. */
export type FieldErrors = Readonly<Record<string, string>>;

export type FieldsRead =
  | { readonly kind: 'read'; readonly reading: LogReading }
  | { readonly kind: 'errors'; readonly errors: FieldErrors };

type Part<T> = { readonly value: T } | { readonly error: string };

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
  const tags = readTags(values[FIELD.tags]);
  const measures = readMeasures(values[FIELD.measures], call);
  const empty =
    values[FIELD.time] === undefined && values[FIELD.measures] === undefined
      ? { [FIELD.time]: 'How long was it? For example 45m, or 9:30-11. Or fill in a count below.' }
      : {};
  const parts = { [FIELD.date]: date, [FIELD.time]: time, [FIELD.tags]: tags, [FIELD.measures]: measures };
  const errors = { ...empty, ...errorsOf(parts) };
  if (Object.keys(errors).length > 0 || 'error' in time || 'error' in tags || 'error' in measures) {
    return { kind: 'errors', errors };
  }
  const task = taskNumber(values[FIELD.task]);
  const note = values[FIELD.note];
  const content: EntryContent = {
    date: day,
    zone,
    ...time.value.placement,
    measures: measures.value,
    tags: tags.value,
    ...(task === undefined ? {} : { task }),
    ...(note === undefined ? {} : { note }),
  };
  const alternatives = time.value.alternatives.map(({ label, content: other }) => ({
    label,
    content: { ...content, ...placementOf(other), date: other.date },
  }));
  return { kind: 'read', reading: { kind: 'log', content, assumed: time.value.assumed, alternatives } };
}

function errorsOf(parts: Readonly<Record<string, Part<unknown>>>): FieldErrors {
  return Object.fromEntries(
    Object.entries(parts).flatMap(([field, part]) => ('error' in part ? [[field, part.error]] : [])),
  );
}

function readDate(text: string | undefined, today: LocalDate): Part<LocalDate> {
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
    const why = reading.kind === 'error' ? reading.message : 'That is not a length of time.';
    return { error: `${why} For example 45m, 1h 30m, or 9:30-11.` };
  }
  const { content, assumed, alternatives } = reading;
  if (content.note !== undefined || content.tags.length > 0 || content.task !== undefined) {
    return {
      error: `Only a time belongs here: I can’t read “${(content.note ?? 'the tag or task').slice(0, 60)}”.`,
    };
  }
  return { value: { placement: placementOf(content), assumed, alternatives } };
}

function placementOf({ seconds, clock }: EntryContent): Pick<EntryContent, 'seconds' | 'clock'> {
  return { ...(seconds === undefined ? {} : { seconds }), ...(clock === undefined ? {} : { clock }) };
}

function readTags(text = ''): Part<readonly Tag[]> {
  const written = text.split(/[\s,;]+/).filter((word) => word !== '');
  const tags = new Set<Tag>();
  for (const word of written) {
    const tag = tagOf(word);
    if (tag === undefined)
      return { error: `“${word.slice(0, 40)}” can’t be a tag: use letters, digits, - and _.` };
    tags.add(tag);
  }
  return tags.size > 20
    ? { error: 'That is more than 20 tags; please keep the ones that matter.' }
    : { value: [...tags] };
}

function readMeasures(text: string | undefined, call: MemberCall): Part<readonly Measure[]> {
  if (text === undefined) return { value: [] };
  const spaced = text.replaceAll(/[,;]\s+/g, ' ');
  const reading = readLine(spaced, { now: call.now, zone: call.prefs.zone });
  const clean =
    reading.kind === 'log' &&
    reading.content.seconds === undefined &&
    reading.content.note === undefined &&
    reading.content.tags.length === 0;
  if (!clean) return { error: 'Please write an amount and its unit, for example 12 pages or 5 km.' };
  return { value: reading.content.measures };
}

function taskNumber(text: string | undefined): number | undefined {
  const number = Number(text);
  return Number.isSafeInteger(number) && number > 0 ? number : undefined;
}
