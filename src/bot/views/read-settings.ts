import type { Settings } from '../../member.ts';
import { readLengthField } from '../../phrase/read-fields.ts';
import { isTimeOfDay, isZone, WEEK, type Zone } from '../../time.ts';
import type { FieldValues } from './field-values.ts';
import type { FieldErrors, Part } from './read-entry-fields.ts';
import { OFF, SETTING, SLACK_ZONE } from './settings-form.ts';

export type SettingsRead =
  | { readonly kind: 'read'; readonly settings: Settings }
  | { readonly kind: 'errors'; readonly errors: FieldErrors };

/** What the form is read against: the zone in force, and what Slack said when the form was opened. */
export type ZonesKnown = {
  readonly prefs: Pick<Settings, 'zone' | 'zoneAssumed' | 'zoneChosen'>;
  readonly slackZone?: Zone;
};

/** Reads a submitted settings form; every slip is told at its field. */
export function readSettings(values: FieldValues, known: ZonesKnown): SettingsRead {
  const zone = readZone(values[SETTING.zone], known);
  const weekStart = readWeekStart(values[SETTING.weekStart]);
  const target = readTarget(values[SETTING.target]);
  const workingDays = WEEK.filter((day) => values[SETTING.workingDays]?.split(' ').includes(String(day)));
  const digestDay = readDigestDay(values[SETTING.digestDay]);
  const digestTime = readTime(values[SETTING.digestTime]);
  const isReminded = (values[SETTING.reminder] ?? OFF) !== OFF;
  const reminderTime = readTime(values[SETTING.reminderTime]);
  const errors = {
    ...(isReminded && workingDays.length === 0
      ? { [SETTING.workingDays]: 'A reminder comes on working days. Please tick one, or turn it off below.' }
      : {}),
    ...(isReminded && values[SETTING.target] === undefined
      ? { [SETTING.target]: 'A reminder needs a target to know when you are short of it.' }
      : {}),
    ...errorsOf({
      [SETTING.zone]: zone,
      [SETTING.weekStart]: weekStart,
      [SETTING.target]: target,
      [SETTING.digestDay]: digestDay,
      [SETTING.digestTime]: digestTime,
      [SETTING.reminderTime]: reminderTime,
    }),
  };
  if (
    Object.keys(errors).length > 0 ||
    'error' in zone ||
    'error' in weekStart ||
    'error' in target ||
    'error' in digestDay ||
    'error' in digestTime ||
    'error' in reminderTime
  ) {
    return { kind: 'errors', errors };
  }
  const settings: Settings = {
    ...zone.value,
    weekStart: weekStart.value,
    ...(target.value === undefined ? {} : { dailyTarget: target.value }),
    workingDays,
    ...(digestDay.value === undefined
      ? {}
      : { digest: { weekday: digestDay.value, time: digestTime.value } }),
    ...(isReminded ? { reminderTime: reminderTime.value } : {}),
  };
  return { kind: 'read', settings };
}

function readZone(value: string | undefined, { prefs, slackZone }: ZonesKnown): Part<ZonesKnown['prefs']> {
  if (value !== SLACK_ZONE.value) {
    if (value === undefined || !isZone(value)) return { error: 'Please choose a time zone from the list.' };
    return { value: { zone: value, zoneAssumed: false, zoneChosen: true } };
  }
  if (slackZone !== undefined) {
    return { value: { zone: slackZone, zoneAssumed: false, zoneChosen: false } };
  }
  const { zone, zoneAssumed, zoneChosen } = prefs;
  return zoneChosen
    ? { error: 'Slack does not tell me your time zone right now. Please choose one from the list.' }
    : { value: { zone, zoneAssumed, zoneChosen } };
}

function readWeekStart(value: string | undefined): Part<Settings['weekStart']> {
  if (value === '1') return { value: 1 };
  return value === '7' ? { value: 7 } : { error: 'Please choose Monday or Sunday.' };
}

function readTarget(text: string | undefined): Part<number | undefined> {
  if (text === undefined) return { value: undefined };
  const read = readLengthField(text);
  return read.kind === 'value' ? { value: read.value } : { error: read.message };
}

function readDigestDay(value: string | undefined): Part<(typeof WEEK)[number] | undefined> {
  if (value === OFF) return { value: undefined };
  const weekday = WEEK.find((day) => String(day) === value);
  return weekday === undefined ? { error: 'Please choose a day, or off.' } : { value: weekday };
}

function readTime(value: string | undefined): Part<string> {
  return value !== undefined && isTimeOfDay(value) ? { value } : { error: 'Please choose a time.' };
}

function errorsOf(parts: Readonly<Record<string, Part<unknown>>>): FieldErrors {
  return Object.fromEntries(
    Object.entries(parts).flatMap(([field, part]) => ('error' in part ? [[field, part.error]] : [])),
  );
}
