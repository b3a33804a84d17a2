import type { Settings } from '../../member.ts';
import { type Field, readLengthField } from '../../phrase/read-fields.ts';
import { WEEK, type Zone } from '../../time.ts';
import {
  areRead,
  errorsOf,
  type FieldErrors,
  optional,
  readComingTime,
  readZone,
  says,
  wrong,
} from './field-read.ts';
import type { FieldValues } from './field-values.ts';
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
  const isReminded = (values[SETTING.reminder] ?? OFF) !== OFF;
  const fields = {
    [SETTING.zone]: readOwnZone(values[SETTING.zone], known),
    [SETTING.weekStart]: readWeekStart(values[SETTING.weekStart]),
    [SETTING.target]: readTarget(values[SETTING.target], isReminded),
    [SETTING.workingDays]: readWorkingDays(values[SETTING.workingDays], isReminded),
    [SETTING.digestDay]: readDigestDay(values[SETTING.digestDay]),
    [SETTING.digestTime]: readComingTime(values[SETTING.digestTime]),
    [SETTING.reminderTime]: readComingTime(values[SETTING.reminderTime]),
  };
  if (!areRead(fields)) return { kind: 'errors', errors: errorsOf(fields) };
  const { target, zone } = fields;
  const weekday = fields[SETTING.digestDay].value;
  const settings: Settings = {
    ...zone.value,
    weekStart: fields[SETTING.weekStart].value,
    ...(target.value === undefined ? {} : { dailyTarget: target.value }),
    workingDays: fields[SETTING.workingDays].value,
    ...(weekday === undefined ? {} : { digest: { weekday, time: fields[SETTING.digestTime].value } }),
    ...(isReminded ? { reminderTime: fields[SETTING.reminderTime].value } : {}),
  };
  return { kind: 'read', settings };
}

function readOwnZone(
  value: string | undefined,
  { prefs, slackZone }: ZonesKnown,
): Field<ZonesKnown['prefs']> {
  if (value !== SLACK_ZONE.value) {
    const chosen = readZone(value);
    return chosen.kind === 'error'
      ? chosen
      : says({ zone: chosen.value, zoneAssumed: false, zoneChosen: true });
  }
  if (slackZone !== undefined) return says({ zone: slackZone, zoneAssumed: false, zoneChosen: false });
  const { zone, zoneAssumed, zoneChosen } = prefs;
  return zoneChosen
    ? wrong('Slack does not tell me your time zone right now. Please choose one from the list.')
    : says({ zone, zoneAssumed, zoneChosen });
}

function readWeekStart(value: string | undefined): Field<Settings['weekStart']> {
  if (value === '1') return says(1);
  return value === '7' ? says(7) : wrong('Please choose Monday or Sunday.');
}

function readTarget(text: string | undefined, isReminded: boolean): Field<number | undefined> {
  return isReminded && text === undefined
    ? wrong('A reminder needs a target to know when you are short of it.')
    : optional(text, readLengthField);
}

function readWorkingDays(text = '', isReminded: boolean): Field<Settings['workingDays']> {
  const days = WEEK.filter((day) => text.split(' ').includes(String(day)));
  return isReminded && days.length === 0
    ? wrong('A reminder comes on working days. Please tick one, or turn it off below.')
    : says(days);
}

function readDigestDay(value: string | undefined): Field<(typeof WEEK)[number] | undefined> {
  if (value === OFF) return says(undefined);
  const weekday = WEEK.find((day) => String(day) === value);
  return weekday === undefined ? wrong('Please choose a day, or off.') : says(weekday);
}
