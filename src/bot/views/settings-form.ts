import { formatDuration } from '../../duration.ts';
import { FIRST_SETTINGS, type Prefs, USUAL_REMINDER } from '../../member.ts';
import { WEEK, type Zone } from '../../time.ts';
import { QUARTER_HINT } from '../messages/quarter-words.ts';
import { weekdayName, zoneWords } from '../messages/words.ts';
import { context, type View } from '../slack/blocks.ts';
import {
  checkboxField,
  FORM,
  filled,
  modal,
  noticeBlocks,
  OPTIONS,
  type Option,
  radioField,
  searchField,
  selectField,
  textField,
  timeField,
} from './form.ts';

/** The ids of the settings form's fields. */
export const SETTING = {
  zone: 'zone',
  weekStart: 'week-start',
  target: 'target',
  workingDays: 'working-days',
  digestDay: 'digest-day',
  digestTime: 'digest-time',
  reminder: 'reminder',
  reminderTime: 'reminder-time',
  naming: 'team-naming',
} as const;

/** The value of the option that follows Slack's own zone, and its words where no zone is named beside it. */
export const SLACK_ZONE = { value: 'slack', text: 'As in Slack' } as const;

/** The value of a schedule that is off. */
export const OFF = 'off';
/** The value of a reminder that is on. */
const ON = 'on';

/** The values of what the team digest may do about the member. */
export const NAMED = 'named';
export const UNNAMED = 'unnamed';

/** What stands in the fields, as their values. */
export type SettingFields = Readonly<Record<(typeof SETTING)[keyof typeof SETTING], string>>;

export type SettingsForm = {
  readonly fields: SettingFields;
  readonly state: string;
  /** What Slack says the member's zone is, where it says so. */
  readonly slackZone?: Zone;
  /** A sentence of mrkdwn above the fields. */
  readonly notice?: string;
  /** Small print of mrkdwn below them. */
  readonly footer?: string;
};

const DIGEST_DAYS: readonly Option[] = [
  { text: 'Off', value: OFF },
  ...WEEK.map((weekday) => ({ text: `${weekdayName(weekday)}s`, value: String(weekday) })),
];

const REMINDERS: readonly Option[] = [
  { text: 'Off', value: OFF },
  { text: 'On working days, when I am short of my target', value: ON },
];

/** Everything that a member can set, on one page. */
export function settingsForm({ fields, state, slackZone, notice, footer }: SettingsForm): View {
  return modal({
    callback: FORM.settings,
    title: 'Settings',
    submit: 'Save',
    state,
    blocks: [
      ...noticeBlocks(notice),
      searchField({
        id: SETTING.zone,
        label: 'Time zone',
        placeholder: 'Search for a city, such as Madrid',
        hint: 'It decides which day your work is booked on. What you logged before stays where it is.',
        options: OPTIONS.ownZone,
        value: zoneOption(fields[SETTING.zone], slackZone),
      }),
      radioField({
        id: SETTING.weekStart,
        label: 'Your week starts on',
        value: fields[SETTING.weekStart],
        options: [
          { text: 'Monday', value: '1' },
          { text: 'Sunday', value: '7' },
        ],
      }),
      textField({
        id: SETTING.target,
        label: 'Daily target',
        placeholder: '7h 30m',
        hint: 'How much you mean to log on a working day. Empty for none.',
        optional: true,
        maxLength: 100,
        ...filled(fields[SETTING.target]),
      }),
      checkboxField({
        id: SETTING.workingDays,
        label: 'Working days',
        optional: true,
        values: fields[SETTING.workingDays].split(' '),
        options: WEEK.map((weekday) => ({ text: weekdayName(weekday), value: String(weekday) })),
      }),
      selectField({
        id: SETTING.digestDay,
        label: 'Weekly digest',
        value: fields[SETTING.digestDay],
        options: DIGEST_DAYS,
      }),
      timeField({
        id: SETTING.digestTime,
        label: 'Digest at',
        hint: QUARTER_HINT,
        value: fields[SETTING.digestTime],
      }),
      selectField({
        id: SETTING.reminder,
        label: 'Reminder',
        value: fields[SETTING.reminder],
        options: REMINDERS,
      }),
      timeField({
        id: SETTING.reminderTime,
        label: 'Reminder at',
        hint: QUARTER_HINT,
        value: fields[SETTING.reminderTime],
      }),
      radioField({
        id: SETTING.naming,
        label: 'In the team digest',
        hint: 'It goes to a channel, where an admin set one up. Whoever is not named is summed with others, never alone.',
        value: fields[SETTING.naming],
        options: [
          { text: 'Don’t name me', value: UNNAMED },
          { text: 'Name me with what I logged', value: NAMED },
        ],
      }),
      ...(footer === undefined ? [] : [context(footer)]),
    ],
  });
}

/** Prefs, and whether the team digest may name the member, as the values of the form's fields. */
export function settingFieldsOf(prefs: Prefs, allowsNaming: boolean): SettingFields {
  const { zone, zoneChosen, weekStart, dailyTarget, workingDays, digest, reminderTime } = prefs;
  return {
    [SETTING.zone]: zoneChosen ? zone : SLACK_ZONE.value,
    [SETTING.weekStart]: String(weekStart),
    [SETTING.target]: dailyTarget === undefined ? '' : formatDuration(dailyTarget),
    [SETTING.workingDays]: workingDays.join(' '),
    [SETTING.digestDay]: digest === undefined ? OFF : String(digest.weekday),
    [SETTING.digestTime]: (digest ?? FIRST_SETTINGS.digest).time,
    [SETTING.reminder]: reminderTime === undefined ? OFF : ON,
    [SETTING.reminderTime]: reminderTime ?? USUAL_REMINDER,
    [SETTING.naming]: allowsNaming ? NAMED : UNNAMED,
  };
}

function zoneOption(value: string, slackZone: Zone | undefined): Option {
  if (value !== SLACK_ZONE.value) return { text: zoneWords(value), value };
  return { text: SLACK_ZONE.text + (slackZone === undefined ? '' : ` (${zoneWords(slackZone)})`), value };
}
